package io.goldenrod.revision;

import java.util.Arrays;

/** The matches of a graph, 20 bytes each; the other record by the hash of its key, as it may be read later. */
final class StoredMatches {

    private int[] lefts = new int[1 << 10];
    private long[] rights = new long[1 << 10];
    private double[] weights = new double[1 << 10];
    private int size;

    void add(int left, long right, double weight) {
        if (size == lefts.length) {
            int longer = size + (size >> 1);
            lefts = Arrays.copyOf(lefts, longer);
            rights = Arrays.copyOf(rights, longer);
            weights = Arrays.copyOf(weights, longer);
        }
        lefts[size] = left;
        rights[size] = right;
        weights[size++] = weight;
    }

    int size() {
        return size;
    }

    /** As pairs of numbers; those with a record that was not read are left out. */
    Pairs pairs(HashNumbers records) {
        Pairs pairs = new Pairs();
        for (int i = 0; i < size; i++) {
            if (records.contains(rights[i])) {
                pairs.add(lefts[i], records.number(rights[i]), weights[i]);
            }
        }
        pairs.sort();
        return pairs;
    }
}
