package io.goldenrod.bulk;

import java.util.Arrays;

/** Numbers from 0, each once; made to be emptied and used again. */
final class SmallSet {

    private static final int EMPTY = -1;

    private int[] table = filled(16);
    private int[] values = new int[8];
    private int size;

    private static int[] filled(int length) {
        int[] table = new int[length];
        Arrays.fill(table, EMPTY);
        return table;
    }

    int size() {
        return size;
    }

    int[] values() {
        return Arrays.copyOf(values, size);
    }

    /** Whether it was not there. */
    boolean add(int value) {
        int slot = slot(value);
        if (table[slot] == value) {
            return false;
        }
        table[slot] = value;
        values[size++] = value;
        if (size == values.length) {
            int[] more = Arrays.copyOf(values, size * 2);
            table = filled(table.length * 2);
            values = more;
            for (int i = 0; i < size; i++) {
                table[slot(values[i])] = values[i];
            }
        }
        return true;
    }

    private int slot(int value) {
        int mask = table.length - 1;
        int slot = value * 0x9e3779b9 >>> 7 & mask;
        while (table[slot] != EMPTY && table[slot] != value) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    void clear() {
        // the last first: what was added before lies where it is looked for
        while (size > 0) {
            table[slot(values[--size])] = EMPTY;
        }
    }
}
