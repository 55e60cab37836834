package io.goldenrod.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of words: {@code key: word word}, a line that begins with white space going on with the one above; an
 * underscore in a word is a space.
 */
final class Pool {

    private final String name;
    private final Map<String, List<String>> words = new LinkedHashMap<>();

    Pool(String name) {
        this.name = name;
        List<String> current = List.of();
        for (String line : text(name).split("\n")) {
            String rest = line;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!Character.isWhitespace(line.charAt(0))) {
                int colon = line.indexOf(':');
                current = words.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>());
                rest = line.substring(colon + 1);
            }
            for (String word : rest.strip().split(" +")) {
                current.add(word.replace('_', ' '));
            }
        }
    }

    private static String text(String name) {
        try (InputStream in = Pool.class.getResourceAsStream("/generate/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file generate/" + name + ".txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("generate/" + name + ".txt cannot be read", e);
        }
    }

    /** Every word of the key, none twice, in the order of the file. */
    List<String> all(String key) {
        List<String> found = words.get(key);
        if (found == null) {
            throw new IllegalStateException("generate/" + name + ".txt has no line " + key);
        }
        return found.stream().distinct().toList();
    }

    String one(String key) {
        return all(key).get(0);
    }

    /** Words of the form {@code left=right}. */
    Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : all(key)) {
            int equals = word.indexOf('=');
            pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return pairs;
    }
}
