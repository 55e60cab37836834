package io.goldenrod.normalize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One option of a normaliser: its name, what it may be, and what it is when not given.
 *
 * @param choices the allowed texts of a {@code CHOICE}, empty otherwise
 * @param fallback the value when not given; null for none
 */
record OptionSpec(String name, Kind kind, List<String> choices, int min, int max, Object fallback) {

    enum Kind {
        FLAG,
        COUNT,
        CHOICE,
        PATTERN
    }

    static OptionSpec flag(String name, boolean fallback) {
        return new OptionSpec(name, Kind.FLAG, List.of(), 0, 0, fallback);
    }

    static OptionSpec count(String name, int min, int max, int fallback) {
        return new OptionSpec(name, Kind.COUNT, List.of(), min, max, fallback);
    }

    /** The first choice is the default. */
    static OptionSpec choice(String name, List<String> choices) {
        return new OptionSpec(name, Kind.CHOICE, List.copyOf(choices), 0, 0, choices.get(0));
    }

    static OptionSpec pattern(String name) {
        return new OptionSpec(name, Kind.PATTERN, List.of(), 0, 0, null);
    }

    /** What is wrong with the value, and what is allowed. */
    Optional<String> problem(Object value) {
        boolean right = switch (kind) {
            case FLAG -> value instanceof Boolean;
            case COUNT ->
                value instanceof Number number
                        && number.doubleValue() == number.intValue()
                        && number.intValue() >= min
                        && number.intValue() <= max;
            case CHOICE -> value instanceof String text && choices.contains(text);
            case PATTERN -> value instanceof String text && compiles(text);
        };
        return right ? Optional.empty() : Optional.of("option '" + name + "' must be " + allowed());
    }

    private String allowed() {
        return switch (kind) {
            case FLAG -> "true or false";
            case COUNT -> "a whole number from " + min + " to " + max;
            case CHOICE -> "one of " + String.join(", ", choices);
            case PATTERN -> "a regular expression (java.util.regex)";
        };
    }

    private static boolean compiles(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException broken) {
            return false;
        }
    }

    /** The options of one identifier type, already checked. */
    record Values(Map<String, OptionSpec> specs, Map<String, Object> given) {

        boolean flag(String name) {
            return (Boolean) value(name);
        }

        int count(String name) {
            return ((Number) value(name)).intValue();
        }

        String choice(String name) {
            return (String) value(name);
        }

        Optional<Pattern> pattern(String name) {
            return Optional.ofNullable((String) value(name)).map(Pattern::compile);
        }

        private Object value(String name) {
            Object found = given.get(name);
            return found != null ? found : specs.get(name).fallback();
        }
    }
}
