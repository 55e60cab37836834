package io.goldenrod.console.review;

import io.goldenrod.console.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What two sides say, field by field, and where they differ. */
final class SideBySide {

    private static final List<String> FIRST = List.of(
            "fullName",
            "givenName",
            "middleName",
            "familyName",
            "nameSuffix",
            "birthDate",
            "gender",
            "organization",
            "address");
    private static final double LIKE_MIN = 0.85;
    private static final int SLIPS_MAX = 2;
    private static final Set<String> EQUAL_LEVELS = Set.of("exact", "same");
    private static final String UNLIKE_LEVEL = "different";

    private SideBySide() {}

    /** How two sides stand to each other in a field. */
    enum Verdict {
        SAME,
        PARTLY,
        SIMILAR,
        DIFFERENT,
        ONE_SIDE
    }

    /** @param comparable by which two values are compared */
    record Value(Shown shown, String comparable) {}

    /**
     * What one side says.
     *
     * @param attributes by name
     * @param identifiers by type
     */
    record Said(Map<String, List<Value>> attributes, Map<String, List<Value>> identifiers) {}

    /** A stretch of a text. */
    record Piece(String text, boolean differs) {}

    /** A value as it stands in a row. @param isShared whether the other side has it too */
    record Cell(Shown shown, List<Piece> pieces, boolean isShared) {}

    /**
     * One field.
     *
     * @param level how far both agree, as the model has it; null when it was not asked
     * @param isCause whether it is what keeps the two apart
     */
    record Row(
            String field,
            boolean isIdentifier,
            Verdict verdict,
            String level,
            boolean isCause,
            List<Cell> left,
            List<Cell> right) {}

    /**
     * @param types the policy's identifier types in their order
     * @param levels by field, how far the model found both to agree; may be empty
     * @param causes the fields that keep the two apart
     */
    static List<Row> of(Said left, Said right, List<String> types, Map<String, String> levels, Set<String> causes) {
        List<Row> rows = new ArrayList<>();
        for (String name : ordered(left.attributes, right.attributes, FIRST)) {
            rows.add(row(name, false, left.attributes, right.attributes, levels.get(name), causes.contains(name)));
        }
        for (String type : ordered(left.identifiers, right.identifiers, types)) {
            rows.add(row(type, true, left.identifiers, right.identifiers, null, causes.contains(type)));
        }
        return rows;
    }

    private static List<String> ordered(Map<String, ?> left, Map<String, ?> right, List<String> first) {
        Set<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        List<String> ordered = new ArrayList<>(first);
        ordered.retainAll(names);
        names.removeAll(ordered);
        ordered.addAll(names);
        return ordered;
    }

    private static Row row(
            String field,
            boolean isIdentifier,
            Map<String, List<Value>> left,
            Map<String, List<Value>> right,
            String level,
            boolean isCause) {
        List<Value> one = left.getOrDefault(field, List.of());
        List<Value> other = right.getOrDefault(field, List.of());
        Verdict verdict = verdict(one, other, level, isIdentifier);
        boolean marked = verdict == Verdict.SIMILAR && one.size() == 1 && other.size() == 1;
        return new Row(
                field,
                isIdentifier,
                verdict,
                verdict == Verdict.SIMILAR ? level : null,
                isCause,
                cells(one, other, marked),
                cells(other, one, marked));
    }

    private static Verdict verdict(List<Value> left, List<Value> right, String level, boolean isIdentifier) {
        if (left.isEmpty() || right.isEmpty()) {
            return Verdict.ONE_SIDE;
        }
        Set<String> one = comparables(left);
        Set<String> other = comparables(right);
        if (one.equals(other)) {
            return Verdict.SAME;
        }
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        if (!shared.isEmpty()) {
            return Verdict.PARTLY;
        }
        if (level != null && EQUAL_LEVELS.contains(level)) {
            return Verdict.SAME;
        }
        boolean like = level == null
                ? one.stream().anyMatch(each -> other.stream().anyMatch(another -> isLike(each, another, isIdentifier)))
                : !level.equals(UNLIKE_LEVEL);
        return like ? Verdict.SIMILAR : Verdict.DIFFERENT;
    }

    private static Set<String> comparables(List<Value> values) {
        Set<String> texts = new HashSet<>();
        values.forEach(value -> texts.add(value.comparable));
        return texts;
    }

    /** Of names and words by how they sound to a reader; of numbers, where each digit counts, by slips of the hand. */
    private static boolean isLike(String left, String right, boolean isIdentifier) {
        boolean hasDigits =
                left.chars().anyMatch(Character::isDigit) && right.chars().anyMatch(Character::isDigit);
        if (!isIdentifier && !hasDigits) {
            return new JaroWinklerSimilarity().apply(left, right) >= LIKE_MIN;
        }
        int slips = new LevenshteinDistance(SLIPS_MAX).apply(left, right);
        return slips == 1 || slips == SLIPS_MAX && Arrays.equals(sorted(left), sorted(right));
    }

    private static int[] sorted(String text) {
        return text.chars().sorted().toArray();
    }

    private static List<Cell> cells(List<Value> own, List<Value> others, boolean marked) {
        Set<String> there = comparables(others);
        return own.stream()
                .map(value -> new Cell(
                        value.shown,
                        marked
                                ? pieces(value.shown.text(), others.get(0).shown.text())
                                : List.of(new Piece(value.shown.text(), false)),
                        there.contains(value.comparable)))
                .toList();
    }

    /** What stands between the beginning and the end that both have. */
    static List<Piece> pieces(String text, String other) {
        int least = Math.min(text.length(), other.length());
        int start = 0;
        while (start < least && text.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < least - start && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        List<Piece> pieces = new ArrayList<>();
        add(pieces, text.substring(0, start), false);
        add(pieces, text.substring(start, text.length() - end), true);
        add(pieces, text.substring(text.length() - end), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean differs) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, differs));
        }
    }
}
