package io.goldenrod.revision;

import java.util.Arrays;

/**
 * Numbers texts from 0 in the order in which they first come, by 64 bits of hash instead of themselves: some 20 bytes
 * each. Of ten million texts two have the same hash with a chance of 1 in 400,000; the hashes of a run are salted.
 */
final class HashNumbers {

    private static final int NONE = -1;

    private final long salt;
    private int[] table = filled(1 << 12);
    private long[] hashes = new long[1 << 11];
    private int size;

    HashNumbers(long salt) {
        this.salt = salt;
    }

    private static int[] filled(int length) {
        int[] table = new int[length];
        Arrays.fill(table, NONE);
        return table;
    }

    int size() {
        return size;
    }

    /** The hash of a text, by which it is known here. */
    long hash(String text) {
        long hash = salt ^ 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 29;
        }
        hash *= 0xbf58476d1ce4e5b9L;
        return hash ^ hash >>> 32;
    }

    long hashOf(int number) {
        return hashes[number];
    }

    /** The number of the text, {@link #size()} before the call when it is new. */
    int number(String text) {
        return number(hash(text));
    }

    int number(long hash) {
        int slot = slot(hash);
        if (table[slot] != NONE) {
            return table[slot];
        }
        if (size == hashes.length) {
            grow();
            slot = slot(hash);
        }
        hashes[size] = hash;
        table[slot] = size;
        return size++;
    }

    /** The number of the text, or -1 when it never came. */
    int find(String text) {
        return table[slot(hash(text))];
    }

    boolean contains(long hash) {
        return table[slot(hash)] != NONE;
    }

    private int slot(long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash * 0x94d049bb133111ebL >>> 33) & mask;
        while (table[slot] != NONE && hashes[table[slot]] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        if (hashes.length == 1 << 29) {
            throw new SimulationTooLarge("there are more than 500 million things of one kind");
        }
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        table = filled(hashes.length * 2);
        for (int number = 0; number < size; number++) {
            table[slot(hashes[number])] = number;
        }
    }
}
