package io.goldenrod.ingest;

import io.goldenrod.normalize.Normalizers;
import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.policy.InvalidPolicy.Problem;
import io.goldenrod.policy.ModelCatalog;
import io.goldenrod.policy.NormalizerCheck;
import io.goldenrod.policy.Overlay;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.PolicyReader;
import io.goldenrod.policy.PolicyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A policy as people write it: YAML, whole or, with {@code extends: default}, as what differs from a shipped one.
 *
 * @param policy what is in force by it
 * @param document the text as written; with {@code extends} it does not stand alone, {@link #effective} does
 */
public record PolicyFile(Policy policy, String document) {

    private static final String EXTENDS = "extends";
    private static final String DEFAULT = "default";

    /** The policies that the product ships with, by the names under which they are extended. */
    private static final Map<String, String> SHIPPED =
            Map.of(DEFAULT, "policy/customers.yml", "organizations", "policy/organizations.yml");

    private static final NormalizerCheck CHECK = Normalizers::problems;

    /**
     * The policy of a file.
     *
     * @throws UnreadableDocument when the file is absent, too large or broken YAML
     * @throws InvalidPolicy with everything that is wrong with its content, by path and line
     */
    public static Policy load(Path file) {
        return of(YamlDocument.load(file)).policy();
    }

    /**
     * The policy of a text.
     *
     * @param nameForMessages what to call it in messages
     * @throws UnreadableDocument when it is too large or broken YAML
     * @throws InvalidPolicy with everything that is wrong with its content, by path and line
     */
    public static Policy parse(String yaml, String nameForMessages) {
        return of(YamlDocument.parse(yaml, nameForMessages)).policy();
    }

    /** The policy for customer data that the product ships with. */
    public static Policy shipped() {
        return of(shipped(DEFAULT)).policy();
    }

    /** As {@link #load} and {@link #parse}, with the text kept. */
    public static PolicyFile of(YamlDocument document) {
        try {
            return new PolicyFile(read(whole(document.values()), new ModelFile(document.folder())), document.text());
        } catch (InvalidPolicy invalid) {
            throw invalid.in(document.name(), document::lineOf);
        }
    }

    /**
     * The policy of a document that stands alone.
     *
     * @throws InvalidPolicy with everything that is wrong with it, by path
     */
    static Policy read(Map<String, Object> whole, ModelCatalog models) {
        return PolicyReader.read(whole, CHECK, models);
    }

    /** The effective policy as YAML that stands alone: read again, it gives the same hash. */
    public static String effective(Policy policy) {
        return YamlDocument.write(PolicyWriter.toMap(policy));
    }

    /** What is written, laid over what it extends. */
    static Map<String, Object> whole(Map<String, Object> written) {
        if (!written.containsKey(EXTENDS)) {
            return written;
        }
        Object extended = written.get(EXTENDS);
        if (!(extended instanceof String name) || !SHIPPED.containsKey(name)) {
            String names = String.join(", ", new TreeSet<>(SHIPPED.keySet()));
            throw new InvalidPolicy(
                    "the policy",
                    List.of(new Problem(EXTENDS, "an unknown policy", "one of these can be extended: " + names, 0)));
        }
        var over = new LinkedHashMap<>(written);
        over.remove(EXTENDS);
        return Overlay.lay(whole(shipped(name).values()), over);
    }

    private static YamlDocument shipped(String name) {
        String resource = SHIPPED.get(name);
        try (InputStream in = PolicyFile.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return YamlDocument.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
