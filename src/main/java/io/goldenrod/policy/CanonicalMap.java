package io.goldenrod.policy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A document in one writing, whatever the order of its keys and the layout of its file, so that it can be named. */
public final class CanonicalMap {

    private CanonicalMap() {}

    /** SHA-256 (hex) over the document as JSON without blanks, keys in UTF-16 order, in UTF-8. */
    public static String hash(Map<String, ?> document) {
        var canonical = new StringBuilder();
        append(canonical, document);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private static void append(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, Object>();
            map.forEach((key, entry) -> sorted.put((String) key, entry));
            String separator = "{";
            for (var entry : sorted.entrySet()) {
                out.append(separator);
                appendText(out, entry.getKey());
                append(out.append(':'), entry.getValue());
                separator = ",";
            }
            out.append(sorted.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                append(out.append(separator), element);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Number) {
            out.append(new BigDecimal(value.toString()).stripTrailingZeros());
        } else if (value instanceof Boolean) {
            out.append(value);
        } else {
            appendText(out, value.toString());
        }
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted(c));
            } else {
                out.append((char) c);
            }
        });
        out.append('"');
    }
}
