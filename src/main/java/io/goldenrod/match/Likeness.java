package io.goldenrod.match;

/**
 * String measures without garbage, for texts of at most {@value Word#LENGTH_MAX} characters, which is what a pair's
 * comparison spends its time on. They agree with those of Apache Commons Text, which allocate.
 */
final class Likeness {

    static final double PREFIX_SCALE = 0.1;

    static final int PREFIX_MAX = 4;

    private static final double BOOST_MIN = 0.7;

    private Likeness() {}

    /** The length of the common start, at most 4. */
    static int prefix(String left, String right) {
        int max = Math.min(PREFIX_MAX, Math.min(left.length(), right.length()));
        int prefix = 0;
        while (prefix < max && left.charAt(prefix) == right.charAt(prefix)) {
            prefix++;
        }
        return prefix;
    }

    /** Winkler, 1990: 0 for nothing in common, 1 for equal. Of longer texts the first 64 characters count. */
    static double jaroWinkler(String left, String right) {
        String shorter = left.length() <= right.length() ? left : right;
        String longer = shorter == left ? right : left;
        int shortLength = Math.min(shorter.length(), Word.LENGTH_MAX);
        int longLength = Math.min(longer.length(), Word.LENGTH_MAX);
        int range = Math.max(longLength / 2 - 1, 0);
        long shortMatched = 0;
        long longMatched = 0;
        int matches = 0;
        for (int i = 0; i < shortLength; i++) {
            char c = shorter.charAt(i);
            int end = Math.min(i + range + 1, longLength);
            for (int j = Math.max(i - range, 0); j < end; j++) {
                if (longer.charAt(j) == c && (longMatched >>> j & 1) == 0) {
                    shortMatched |= 1L << i;
                    longMatched |= 1L << j;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int halfTranspositions = 0;
        while (shortMatched != 0) {
            int i = Long.numberOfTrailingZeros(shortMatched);
            int j = Long.numberOfTrailingZeros(longMatched);
            halfTranspositions += shorter.charAt(i) == longer.charAt(j) ? 0 : 1;
            shortMatched &= shortMatched - 1;
            longMatched &= longMatched - 1;
        }
        double jaro = ((double) matches / shortLength
                        + (double) matches / longLength
                        + (matches - halfTranspositions / 2.0) / matches)
                / 3;
        return jaro < BOOST_MIN ? jaro : jaro + PREFIX_SCALE * prefix(left, right) * (1 - jaro);
    }

    /**
     * Whether at most so many edits apart: insert, delete, replace a character, or transpose two that are adjacent
     * (Damerau, 1964, in the form of optimal string alignment). For a few edits alone: the time grows by their power.
     */
    static boolean isWithin(String left, String right, int edits) {
        return Math.abs(left.length() - right.length()) <= edits && isWithin(left, 0, right, 0, edits);
    }

    private static boolean isWithin(String left, int i, String right, int j, int edits) {
        int leftLength = left.length();
        int rightLength = right.length();
        while (i < leftLength && j < rightLength && left.charAt(i) == right.charAt(j)) {
            i++;
            j++;
        }
        int leftRest = leftLength - i;
        int rightRest = rightLength - j;
        if (leftRest == 0 || rightRest == 0) {
            return leftRest + rightRest <= edits;
        }
        if (Math.abs(leftRest - rightRest) > edits) {
            return false;
        }
        return edits > 0
                && (isWithin(left, i + 1, right, j + 1, edits - 1)
                        || leftRest >= rightRest && isWithin(left, i + 1, right, j, edits - 1)
                        || rightRest >= leftRest && isWithin(left, i, right, j + 1, edits - 1)
                        || edits > 1
                                && (leftRest < rightRest && isWithin(left, i + 1, right, j, edits - 1)
                                        || rightRest < leftRest && isWithin(left, i, right, j + 1, edits - 1))
                        || leftRest > 1
                                && rightRest > 1
                                && left.charAt(i) == right.charAt(j + 1)
                                && left.charAt(i + 1) == right.charAt(j)
                                && isWithin(left, i + 2, right, j + 2, edits - 1));
    }
}
