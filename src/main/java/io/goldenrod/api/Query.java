package io.goldenrod.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a request, read strictly: an unknown one, a repeated one or broken encoding refuses it, because an
 * answer to something other than what was asked is worse than none. A form in the body is never taken for parameters.
 *
 * <p>A plus stands for a space, as forms write it, but not where a value begins: {@code value=+442079460018} means what
 * it says.
 */
final class Query {

    private final Map<String, String> raw;

    private Query(Map<String, String> raw) {
        this.raw = raw;
    }

    static Query of(HttpServletRequest request, String... allowed) {
        return parse(request.getQueryString(), List.of(allowed));
    }

    static Query parse(String query, List<String> allowed) {
        if (query == null || query.isEmpty()) {
            return new Query(Map.of());
        }
        var raw = new HashMap<String, String>(8);
        int start = 0;
        while (start <= query.length()) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            if (end > start) {
                int equals = query.indexOf('=', start);
                boolean named = equals >= 0 && equals < end;
                String name = decode(query.substring(start, named ? equals : end), true);
                if (!allowed.contains(name)) {
                    throw ProblemException.badRequest(
                            "unknown_parameter",
                            "",
                            allowed.isEmpty()
                                    ? "no parameters are taken here"
                                    : "the parameters taken here are " + String.join(", ", allowed));
                }
                if (raw.put(name, named ? query.substring(equals + 1, end) : "") != null) {
                    throw ProblemException.badRequest("repeated_parameter", name, "a parameter is given once");
                }
            }
            start = end + 1;
        }
        return new Query(raw);
    }

    /** The decoded value, or null when it is absent. */
    String text(String name) {
        String value = raw.get(name);
        return value == null ? null : decode(value, true);
    }

    /** As {@link #text}, with every plus meant as such; null when there is none. */
    String textWithPluses(String name) {
        String value = raw.get(name);
        return value == null || value.indexOf('+') < 0 ? null : decode(value, false);
    }

    /** The decoded value, which must be there. */
    String required(String name) {
        String value = text(name);
        if (value == null || value.isEmpty()) {
            throw ProblemException.badRequest("missing_parameter", name, "the parameter " + name + " is needed");
        }
        return value;
    }

    int number(String name, int otherwise, int min, int max) {
        return (int) number(name, (long) otherwise, min, max);
    }

    long number(String name, long otherwise, long min, long max) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other number that is not allowed.
        }
        throw ProblemException.badRequest(
                "invalid_parameter", name, name + " is a whole number from " + min + " to " + max);
    }

    private static String decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+', 1) < 0) && isAscii(text)) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(hex(text, i + 1) << 4 | hex(text, i + 2));
                i += 2;
            } else if (c == '+' && plusIsSpace && i > 0) {
                bytes.write(' ');
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                throw broken();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken();
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static int hex(String text, int position) {
        int digit = position < text.length() ? Character.digit(text.charAt(position), 16) : -1;
        if (digit < 0) {
            throw broken();
        }
        return digit;
    }

    private static ProblemException broken() {
        return ProblemException.badRequest(
                "invalid_encoding", "", "parameters are percent-encoded UTF-8, as in value=%2B442079460018");
    }
}
