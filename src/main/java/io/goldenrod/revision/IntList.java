package io.goldenrod.revision;

import java.util.Arrays;

/** Whole numbers in a row, four bytes each. */
final class IntList {

    private int[] values = new int[1 << 10];
    private int size;

    int size() {
        return size;
    }

    void add(int value) {
        if (size == values.length) {
            long longer = Math.min(size + (size >> 1), (long) Integer.MAX_VALUE - 8);
            if (longer <= size) {
                throw new SimulationTooLarge("there are more than two billion links");
            }
            values = Arrays.copyOf(values, (int) longer);
        }
        values[size++] = value;
    }

    int get(int place) {
        return values[place];
    }

    void set(int place, int value) {
        values[place] = value;
    }

    void increment(int place) {
        values[place]++;
    }

    void sort(int from, int to) {
        Arrays.sort(values, from, to);
    }
}
