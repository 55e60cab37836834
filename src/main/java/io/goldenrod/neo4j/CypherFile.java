package io.goldenrod.neo4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A statement as it stands in its file, without the comment lines above it.
 *
 * @param name the path below {@code cypher/}, without the ending: {@code resolution/lock-identifiers}
 * @param text what the database runs; comments before it would only make the plan cache's key longer
 */
record CypherFile(String name, String text) {

    /**
     * Reads the file from the class path.
     *
     * @throws IllegalStateException when the file is missing or holds no statement
     */
    static CypherFile read(String name) {
        String path = "/cypher/" + name + ".cypher";
        try (InputStream in = CypherFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("this program is incomplete: " + path + " is missing");
            }
            String text = strip(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (text.isEmpty()) {
                throw new IllegalStateException(path + " holds no statement");
            }
            return new CypherFile(name, text);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }

    /** What follows the leading blank and comment lines, without the closing semicolon. */
    static String strip(String content) {
        List<String> lines = content.lines()
                .dropWhile(line -> line.isBlank() || line.strip().startsWith("//"))
                .toList();
        String text = String.join("\n", lines).strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
    }
}
