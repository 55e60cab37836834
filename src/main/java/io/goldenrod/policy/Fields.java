package io.goldenrod.policy;

import io.goldenrod.identity.Text;
import io.goldenrod.policy.InvalidPolicy.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The fields of one map of a document, read one by one. What cannot be read becomes a problem and the fallback is
 * answered, so that reading goes on and every problem is found at once.
 */
public final class Fields {

    private static final int SHOWN_LENGTH_MAX = 60;
    private static final int SUGGESTION_DISTANCE_MAX = 3;
    private static final int NAMES_SHOWN_MAX = 20;

    private final String path;
    private final Map<?, ?> values;
    private final List<Problem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(String path, Map<?, ?> values, List<Problem> problems) {
        this.path = path;
        this.values = values;
        this.problems = problems;
    }

    /** The fields of the value at the path; of an empty map, with a problem, when it is not a map. */
    public static Fields of(String path, Object value, List<Problem> problems) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(path, map, problems);
        }
        problems.add(new Problem(path, shown(value), "a map of names to values is needed", 0));
        return new Fields(path, Map.of(), problems);
    }

    public String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public void problem(String key, String allowed) {
        String given = values.containsKey(key) ? shown(values.get(key)) : "missing";
        problems.add(new Problem(pathOf(key), given, allowed, 0));
    }

    public boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    public Object value(String key) {
        known.add(key);
        return values.get(key);
    }

    /** A text of at most that many characters, without control characters; leading and trailing blanks are dropped. */
    public String text(String key, int lengthMin, int lengthMax, String fallback) {
        if (!has(key)) {
            return fallback;
        }
        if (value(key) instanceof String text) {
            String stripped = text.strip();
            if (text.codePointCount(0, text.length()) <= lengthMax
                    && stripped.length() >= lengthMin
                    && Text.isClean(stripped)) {
                return stripped;
            }
        }
        problem(key, textAllowed(value(key), lengthMin, lengthMax));
        return fallback;
    }

    /** As {@link #text}, but the field must be there. */
    public String requiredText(String key, int lengthMax, String what) {
        if (!has(key)) {
            problem(key, "name " + what);
        }
        return text(key, 1, lengthMax, null);
    }

    public int number(String key, int min, int max, int fallback) {
        if (!has(key)) {
            return fallback;
        }
        Object value = value(key);
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            if (number >= min && number <= max) {
                return (int) number;
            }
        }
        problem(key, "a whole number from " + min + " to " + max + " is needed");
        return fallback;
    }

    /** A number with or without a fraction, from {@code min} to {@code max}. */
    public double decimal(String key, double min, double max, double fallback) {
        if (!has(key)) {
            return fallback;
        }
        if (value(key) instanceof Number number && isFinite(number)) {
            double decimal = number.doubleValue();
            if (decimal >= min && decimal <= max) {
                return decimal;
            }
        }
        problem(key, "a number from " + plain(min) + " to " + plain(max) + " is needed");
        return fallback;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A constant of the enum, written in camel case ({@code MOST_RECENT} as {@code mostRecent}). */
    <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        if (!has(key)) {
            return fallback;
        }
        return constant(pathOf(key), value(key), type).orElse(fallback);
    }

    <E extends Enum<E>> Optional<E> constant(String place, Object value, Class<E> type) {
        var written = new LinkedHashMap<String, E>();
        for (E constant : type.getEnumConstants()) {
            written.put(camelCase(constant), constant);
        }
        if (value instanceof String text && written.containsKey(text)) {
            return Optional.of(written.get(text));
        }
        problems.add(new Problem(
                place, shown(value), didYouMean(value, written.keySet()) + "allowed: " + listed(written.keySet()), 0));
        return Optional.empty();
    }

    /** The fields of a map that may be left out. */
    public Fields map(String key) {
        return of(pathOf(key), has(key) ? value(key) : Map.of(), problems);
    }

    /** The entries of a map that may be left out: at most that many, each with a name that is a text. */
    public Map<String, Object> entries(String key, int countMax, String what) {
        var entries = new LinkedHashMap<String, Object>();
        Map<?, ?> map = map(key).values;
        if (map.size() > countMax) {
            problems.add(new Problem(pathOf(key), map.size() + " " + what, "at most " + countMax + " are allowed", 0));
            return entries;
        }
        map.forEach((name, value) -> {
            if (name instanceof String text) {
                entries.put(text, value);
            } else {
                problems.add(new Problem(pathOf(key), shown(name), "a name is a text: write it in quotes", 0));
            }
        });
        return entries;
    }

    /** The distinct texts of a list that may be left out, in the order written. */
    public Set<String> texts(String key, int countMax, int lengthMax) {
        var texts = new LinkedHashSet<String>();
        if (!has(key)) {
            return texts;
        }
        if (!(value(key) instanceof List<?> list)) {
            problem(key, "a list of texts is needed");
            return texts;
        }
        if (list.size() > countMax) {
            problems.add(new Problem(pathOf(key), list.size() + " entries", "at most " + countMax + " are allowed", 0));
            return texts;
        }
        for (int i = 0; i < list.size(); i++) {
            Object value = list.get(i);
            if (value instanceof String text
                    && !text.isEmpty()
                    && text.codePointCount(0, text.length()) <= lengthMax
                    && Text.isClean(text)) {
                texts.add(text);
            } else {
                problems.add(
                        new Problem(pathOf(key) + "[" + i + "]", shown(value), textAllowed(value, 1, lengthMax), 0));
            }
        }
        return texts;
    }

    /** Says of every field that was not asked for until now that it is unknown. */
    public void refuseUnknown() {
        for (Object key : values.keySet()) {
            if (!(key instanceof String name)) {
                problems.add(new Problem(path, "the key " + shown(key), "a key is a text: write it in quotes", 0));
            } else if (!known.contains(name)) {
                problems.add(new Problem(
                        pathOf(name), "unknown", didYouMean(name, known) + "known here: " + listed(known), 0));
            }
        }
    }

    /** {@code did you mean "…"? } when a name of the list is near; empty when none is. */
    public static String didYouMean(Object given, Collection<String> names) {
        if (!(given instanceof String text) || text.length() > 2 * SHOWN_LENGTH_MAX) {
            return "";
        }
        int distanceMax = Math.min(SUGGESTION_DISTANCE_MAX, text.length() / 2);
        var distance = new LevenshteinDistance(distanceMax);
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int found = distance.apply(text.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (found >= 0 && found < least) {
                nearest = name;
                least = found;
            }
        }
        return nearest == null ? "" : "did you mean \"" + nearest + "\"? ";
    }

    public static String listed(Collection<String> names) {
        String first = names.stream().limit(NAMES_SHOWN_MAX).collect(Collectors.joining(", "));
        return names.size() > NAMES_SHOWN_MAX ? first + ", …" : first;
    }

    public static String shown(Object value) {
        if (value == null) {
            return "empty";
        }
        if (value instanceof Map<?, ?>) {
            return "a map";
        }
        if (value instanceof Collection<?>) {
            return "a list";
        }
        String text = value.toString();
        int length = Math.min(text.length(), SHOWN_LENGTH_MAX);
        var clean = new StringBuilder();
        text.substring(0, length)
                .codePoints()
                .map(c -> Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                        ? '�'
                        : c)
                .forEach(clean::appendCodePoint);
        String whole = length < text.length() ? clean + "…" : clean.toString();
        return value instanceof String ? '"' + whole + '"' : whole;
    }

    static String camelCase(Enum<?> constant) {
        String[] words = constant.name().split("_");
        return words[0].toLowerCase(Locale.ROOT)
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    /** Immutable copy of a JSON value, or empty when something in it is not one. */
    static Optional<Object> plain(Object value, int depthMax) {
        if (value instanceof String text && Text.isClean(text)
                || value instanceof Boolean
                || value instanceof Number number && isFinite(number)) {
            return Optional.of(value);
        }
        if (depthMax == 0) {
            return Optional.empty();
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>();
            for (Object element : list) {
                Optional<Object> plain = plain(element, depthMax - 1);
                if (plain.isEmpty()) {
                    return Optional.empty();
                }
                copy.add(plain.get());
            }
            return Optional.of(List.copyOf(copy));
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            for (var entry : map.entrySet()) {
                Optional<Object> plain = plain(entry.getValue(), depthMax - 1);
                if (!(entry.getKey() instanceof String name) || plain.isEmpty()) {
                    return Optional.empty();
                }
                copy.put(name, plain.get());
            }
            return Optional.of(Map.copyOf(copy));
        }
        return Optional.empty();
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }

    private static String textAllowed(Object value, int lengthMin, int lengthMax) {
        String allowed = "a text of " + lengthMin + " to " + lengthMax + " characters without control characters";
        return value instanceof Number || value instanceof Boolean
                ? allowed + " is needed: write it in quotes"
                : allowed + " is needed";
    }
}
