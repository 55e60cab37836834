package io.goldenrod.bulk;

import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import java.util.Arrays;

/** Pairs of records that are worth a look, by their smaller record, 16 bytes each. */
final class Matches {

    private final Matcher matcher;

    /** By record, the first of its pairs; one more at the end. Empty where there is no matching. */
    private final int[] starts;

    private final int[] rights;
    private final double[] weights;
    final long compared;

    private Matches(Matcher matcher, int[] starts, int[] rights, double[] weights, long compared) {
        this.matcher = matcher;
        this.starts = starts;
        this.rights = rights;
        this.weights = weights;
        this.compared = compared;
    }

    /** Where there is no matching. */
    static Matches none() {
        return new Matches(null, new int[0], new int[0], new double[0], 0);
    }

    /** Takes pairs of records, in any order, each once. */
    static final class Builder {

        private static final int PARTS_MAX = Integer.MAX_VALUE - 8;

        private int[] lefts = new int[1 << 10];
        private int[] rights = new int[1 << 10];
        private double[] weights = new double[1 << 10];
        private int size;
        private long compared;

        void add(int left, int right, double weight) {
            if (size == lefts.length) {
                int longer = (int) Math.min(size * 3L / 2, PARTS_MAX);
                if (longer == size) {
                    throw new BulkException("more than two billion pairs match: use stricter blocking rules");
                }
                lefts = Arrays.copyOf(lefts, longer);
                rights = Arrays.copyOf(rights, longer);
                weights = Arrays.copyOf(weights, longer);
            }
            lefts[size] = Math.min(left, right);
            rights[size] = Math.max(left, right);
            weights[size++] = weight;
        }

        void count(long pairs) {
            compared += pairs;
        }
    }

    /** The pairs of all builders, in order. */
    static Matches of(Matcher matcher, int records, Iterable<Builder> builders) {
        int[] starts = new int[records + 1];
        long compared = 0;
        for (Builder builder : builders) {
            compared += builder.compared;
            for (int i = 0; i < builder.size; i++) {
                starts[builder.lefts[i] + 1]++;
            }
        }
        for (int i = 0; i < records; i++) {
            starts[i + 1] = Math.addExact(starts[i], starts[i + 1]);
        }
        int[] rights = new int[starts[records]];
        double[] weights = new double[rights.length];
        int[] next = starts.clone();
        for (Builder builder : builders) {
            for (int i = 0; i < builder.size; i++) {
                int place = next[builder.lefts[i]]++;
                rights[place] = builder.rights[i];
                weights[place] = builder.weights[i];
            }
        }
        for (int record = 0; record < records; record++) {
            sort(rights, weights, starts[record], starts[record + 1]);
        }
        return new Matches(matcher, starts, rights, weights, compared);
    }

    /** A record has few pairs as a rule, and at most as many as its blocks hold. */
    private static void sort(int[] rights, double[] weights, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int right = rights[i];
            double weight = weights[i];
            int at = i;
            for (; at > from && rights[at - 1] > right; at--) {
                rights[at] = rights[at - 1];
                weights[at] = weights[at - 1];
            }
            rights[at] = right;
            weights[at] = weight;
        }
    }

    boolean isEmpty() {
        return rights.length == 0;
    }

    int start(int record) {
        return starts.length == 0 ? 0 : starts[record];
    }

    int end(int record) {
        return starts.length == 0 ? 0 : starts[record + 1];
    }

    /** The larger record of the pair. */
    int right(int pair) {
        return rights[pair];
    }

    double weight(int pair) {
        return weights[pair];
    }

    boolean joins(int pair) {
        return matcher.verdict(weights[pair]) == Verdict.MATCH;
    }

    /** The weight of a pair; not a number when the pair is not among these. */
    double weightOf(int one, int other) {
        int left = Math.min(one, other);
        int found = Arrays.binarySearch(rights, start(left), end(left), Math.max(one, other));
        return found < 0 ? Double.NaN : weights[found];
    }
}
