package io.goldenrod.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The console's own files for the browser, at an address that changes when one of them does, so that browsers may keep
 * them for ever.
 */
final class Assets {

    static final String LOCATION = "classpath:/console/assets/";
    private static final int NAME_BYTES = 6;

    private final String path = "/assets/" + version();

    /** Without a slash at its end. */
    String path() {
        return path;
    }

    private static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(LOCATION + "*");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            for (Resource file : files) {
                try (InputStream content = file.getInputStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), NAME_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("the console's files cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
