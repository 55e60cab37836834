package io.goldenrod.policy;

import java.util.Objects;

/**
 * An attribute of which one customer holds one value: contradicting values keep two sides apart.
 *
 * @param attribute the attribute's name
 * @param tolerance what still counts as the same value
 */
public record Veto(String attribute, Tolerance tolerance) {

    /** How far two values may differ without contradicting each other. */
    public enum Tolerance {
        /** Not at all. */
        NONE,
        /** By one typing slip: one character replaced, two neighbours swapped, or, for dates, day and month swapped. */
        TYPO
    }

    public Veto {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(tolerance, "tolerance");
    }

    /** Whether the two normalised values cannot both be true of one person. Symmetric; false for equal values. */
    public boolean contradicts(String left, String right) {
        return !left.equals(right) && !(tolerance == Tolerance.TYPO && isOneSlip(left, right));
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
