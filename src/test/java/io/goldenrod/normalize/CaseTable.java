package io.goldenrod.normalize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cases kept in a text file: a line is {@code input => expected}, under a heading in square brackets. */
final class CaseTable {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private CaseTable() {}

    /** One line; {@code heading} is the text of the last heading, without its brackets. */
    record Case(String table, int line, String heading, String input, String expected) {

        @Override
        public String toString() {
            return table + ":" + line + " [" + heading + "] " + input;
        }
    }

    static List<Case> read(String table) {
        String name = "/normalize/" + table + ".txt";
        String text;
        try (InputStream in = CaseTable.class.getResourceAsStream(name)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<Case> cases = new ArrayList<>();
        String heading = "";
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            int arrow = line.indexOf(" => ");
            if (line.startsWith("[") && line.endsWith("]") && arrow < 0) {
                heading = line.substring(1, line.length() - 1);
            } else if (arrow >= 0
                    && !(line.startsWith("# ") && arrow > 1 && line.contains("|"))
                    && !line.startsWith("# text")
                    && !line.startsWith("# input")) {
                String input = unescape(line.substring(0, arrow));
                cases.add(new Case(table, number, heading, input, unescape(line.substring(arrow + 4))));
            }
        }
        return cases;
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        Matcher matcher = ESCAPE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            plain.append(text, from, matcher.start());
            plain.append((char) Integer.parseInt(matcher.group(1), 16));
            from = matcher.end();
        }
        return plain.append(text.substring(from)).toString();
    }
}
