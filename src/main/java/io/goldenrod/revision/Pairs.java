package io.goldenrod.revision;

import java.util.Arrays;

/** Pairs of records that match, by their numbers, the smaller one first: 16 bytes each. */
final class Pairs {

    /** The left number above, the right one below. */
    private long[] ends = new long[1 << 10];

    private double[] weights = new double[1 << 10];
    private int size;

    void add(int one, int other, double weight) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
            weights = Arrays.copyOf(weights, size + (size >> 1));
        }
        ends[size] = (long) Math.min(one, other) << 32 | Math.max(one, other);
        weights[size++] = weight;
    }

    void addAll(Pairs others) {
        for (int i = 0; i < others.size; i++) {
            add(others.left(i), others.right(i), others.weights[i]);
        }
    }

    /** By left, then right. */
    void sort() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Long.compare(ends[one], ends[other]));
        long[] sortedEnds = new long[Math.max(1, size)];
        double[] sortedWeights = new double[Math.max(1, size)];
        for (int i = 0; i < size; i++) {
            sortedEnds[i] = ends[order[i]];
            sortedWeights[i] = weights[order[i]];
        }
        ends = sortedEnds;
        weights = sortedWeights;
    }

    int size() {
        return size;
    }

    int left(int pair) {
        return (int) (ends[pair] >>> 32);
    }

    int right(int pair) {
        return (int) ends[pair];
    }

    double weight(int pair) {
        return weights[pair];
    }

    /** The place of a pair once sorted, or a negative number. */
    int find(int left, int right) {
        return Arrays.binarySearch(ends, 0, size, (long) left << 32 | right);
    }

    /** The first pair of that left record once sorted, or of the next one that has any. */
    int firstOf(int left) {
        int place = Arrays.binarySearch(ends, 0, size, (long) left << 32);
        return place < 0 ? -place - 1 : place;
    }
}
