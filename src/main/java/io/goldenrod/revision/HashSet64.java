package io.goldenrod.revision;

/** Hashes, each once: some 16 bytes each. */
final class HashSet64 {

    private long[] table = new long[1 << 12];
    private int size;

    int size() {
        return size;
    }

    /** Whether it was not there. */
    boolean add(long hash) {
        int slot = slot(hash);
        if (table[slot] != 0) {
            return false;
        }
        table[slot] = filled(hash);
        if (++size > table.length / 2) {
            grow();
        }
        return true;
    }

    boolean contains(long hash) {
        return table[slot(hash)] != 0;
    }

    /** Zero stands for an empty place. */
    private static long filled(long hash) {
        return hash == 0 ? 1 : hash;
    }

    private int slot(long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash * 0x94d049bb133111ebL >>> 33) & mask;
        while (table[slot] != 0 && table[slot] != filled(hash)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        if (table.length == 1 << 30) {
            throw new SimulationTooLarge("there are more than 500 million things of one kind");
        }
        long[] old = table;
        table = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                table[slot(hash)] = hash;
            }
        }
    }
}
