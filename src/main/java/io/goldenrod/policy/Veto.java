package io.goldenrod.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Attributes of which one person has one value: two records that contradict each other in all of them are not of one
 * person.
 *
 * @param name of the veto; that of its attribute when it has but one
 * @param parts at least one, each of another attribute, in the order of their names
 */
public record Veto(String name, List<Part> parts) {

    /** A calendar age: fewer years than this do not part a father from his son. */
    static final int GENERATION_YEARS = 12;

    private static final int YEAR_LENGTH = 4;

    /** How far two values may differ without contradicting each other. */
    public enum Tolerance {
        /** Not at all. */
        NONE,
        /** By one typing slip: one character replaced, two neighbours swapped, or, for dates, day and month swapped. */
        TYPO,
        /** Dates: by one typing slip, or by less than twelve years. */
        GENERATION,
        /** Names: by whatever one person's may: short forms, initials, spelling, script, or a name more or less. */
        NAME
    }

    /**
     * One of the attributes.
     *
     * @param attribute its name
     * @param tolerance what still counts as the same value
     */
    public record Part(String attribute, Tolerance tolerance) {
        public Part {
            Objects.requireNonNull(attribute, "attribute");
            Objects.requireNonNull(tolerance, "tolerance");
        }
    }

    public Veto {
        Objects.requireNonNull(name, "name");
        List<Part> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparing(Part::attribute));
        parts = List.copyOf(sorted);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a veto has an attribute");
        }
    }

    /** A veto of one attribute, by its name. */
    public Veto(String attribute, Tolerance tolerance) {
        this(attribute, List.of(new Part(attribute, tolerance)));
    }

    /** Whether it is of one attribute, and named by it. */
    public boolean isPlain() {
        return parts.size() == 1 && parts.get(0).attribute().equals(name);
    }

    /**
     * Whether two normalised values that are no names cannot both be true of one person. Symmetric; false for equal
     * values.
     *
     * @throws IllegalArgumentException for {@link Tolerance#NAME}, which takes knowledge of names
     */
    public static boolean contradict(String left, String right, Tolerance tolerance) {
        if (left.equals(right)) {
            return false;
        }
        return switch (tolerance) {
            case NONE -> true;
            case TYPO -> !isOneSlip(left, right);
            case GENERATION -> !isOneSlip(left, right) && yearsApart(left, right) >= GENERATION_YEARS;
            case NAME -> throw new IllegalArgumentException("names are compared by those who know names");
        };
    }

    /** Between the years that two texts start with; 0 when one of them starts with none. */
    private static int yearsApart(String left, String right) {
        int one = year(left);
        int other = year(right);
        return one < 0 || other < 0 ? 0 : Math.abs(one - other);
    }

    private static int year(String date) {
        if (date.length() < YEAR_LENGTH) {
            return -1;
        }
        int year = 0;
        for (int i = 0; i < YEAR_LENGTH; i++) {
            char digit = date.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            year = 10 * year + digit - '0';
        }
        return year;
    }

    private static boolean isOneSlip(String left, String right) {
        if (left.length() != right.length()) {
            return false;
        }
        int first = -1;
        int last = -1;
        int differing = 0;
        for (int i = 0; i < left.length(); i++) {
            if (left.charAt(i) != right.charAt(i)) {
                first = first < 0 ? i : first;
                last = i;
                differing++;
            }
        }
        boolean replaced = differing == 1;
        boolean swapped = differing == 2
                && last == first + 1
                && left.charAt(first) == right.charAt(last)
                && left.charAt(last) == right.charAt(first);
        return replaced || swapped || isDayMonthSwap(left, right);
    }

    /** {@code 1990-05-12} against {@code 1990-12-05}. */
    private static boolean isDayMonthSwap(String left, String right) {
        return left.length() == 10
                && left.charAt(4) == '-'
                && left.charAt(7) == '-'
                && left.regionMatches(0, right, 0, 5)
                && left.regionMatches(5, right, 8, 2)
                && left.regionMatches(8, right, 5, 2);
    }
}
