package io.goldenrod.normalize;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text for one JSON value: compact JSON with names in order and numbers in one writing. Two values have the same
 * text exactly when they are equal.
 */
final class CanonicalText {

    /** Beyond this a number is written with an exponent: the plain writing of 1e999999999 would fill the memory. */
    private static final int PLAIN_SCALE_MAX = 40;

    private final StringBuilder text = new StringBuilder(256);
    private final int lengthMax;
    private final int depthMax;

    /**
     * @param lengthMax characters at which writing ends, by {@link RefusedValue} {@code record_too_large}
     * @param depthMax nesting at which writing ends, by {@link RefusedValue} {@code attribute_too_deep}
     */
    CanonicalText(int lengthMax, int depthMax) {
        this.lengthMax = lengthMax;
        this.depthMax = depthMax;
    }

    static String of(Object value) {
        return new CanonicalText(Integer.MAX_VALUE, Integer.MAX_VALUE)
                .value(value)
                .toString();
    }

    CanonicalText value(Object value) {
        write(value, 0);
        return this;
    }

    CanonicalText raw(String punctuation) {
        text.append(punctuation);
        return this;
    }

    /** Text, or null. */
    CanonicalText text(String value) {
        if (value == null) {
            text.append("null");
        } else {
            string(value);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void write(Object value, int depth) {
        if (depth > depthMax) {
            throw new RefusedValue(
                    "attribute_too_deep",
                    "lists and objects nest at most " + depthMax + " deep; see goldenrod.limits.attribute-depth-max");
        }
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Number number) {
            text.append(number(number));
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> ordered = new TreeMap<>();
            map.forEach((name, each) -> ordered.put(String.valueOf(name), each));
            char before = '{';
            for (Map.Entry<String, Object> entry : ordered.entrySet()) {
                text.append(before);
                before = ',';
                string(entry.getKey());
                text.append(':');
                write(entry.getValue(), depth + 1);
            }
            text.append(before == '{' ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            char before = '[';
            for (Object each : list) {
                text.append(before);
                before = ',';
                write(each, depth + 1);
            }
            text.append(before == '[' ? "[]" : "]");
        } else {
            throw new RefusedValue(
                    "invalid_attribute", "an attribute is text, a number, true or false, a list or an object");
        }
        if (text.length() > lengthMax) {
            throw tooLarge(lengthMax);
        }
    }

    static RefusedValue tooLarge(int bytesMax) {
        return new RefusedValue(
                "record_too_large",
                "a record has at most " + bytesMax + " bytes as JSON; see goldenrod.limits.record-bytes-max");
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(i + 1));
                if (!paired) {
                    throw new RefusedValue(
                            "forbidden_character",
                            "the text holds half of a character (a lone surrogate); send it whole");
                }
                text.append(c).append(value.charAt(++i));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    private static String number(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            return number.toString();
        }
        BigDecimal decimal;
        try {
            decimal = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        } catch (NumberFormatException notFinite) {
            throw new RefusedValue("invalid_attribute", "a number must be finite");
        }
        BigDecimal stripped = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        return Math.abs((long) stripped.scale()) <= PLAIN_SCALE_MAX ? stripped.toPlainString() : stripped.toString();
    }

    /** A single value as a person would write it. */
    static String plain(Object value) {
        return value instanceof String string ? string : of(value);
    }

    /** A deep, unmodifiable copy with all texts tidied. */
    static Object tidied(Object value) {
        if (value instanceof String string) {
            return CleanText.attribute(string);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, each) -> copy.put(CleanText.attribute(String.valueOf(name)), tidied(each)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(each -> copy.add(tidied(each)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
