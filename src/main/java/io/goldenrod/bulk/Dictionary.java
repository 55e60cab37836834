package io.goldenrod.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers texts from 0 in the order in which they first come, and gives them back. By hash, and by every byte where
 * hashes agree: two texts never get one number. About 20 bytes each, and the text in UTF-8. Texts are added by one
 * thread, and then read by any number.
 */
final class Dictionary {

    private static final int PIECE_BYTES = 1 << 20;
    private static final int ALIGNMENT_BITS = 2;
    private static final int LENGTH_BYTES = 3;
    private static final int SLOTS_MAX = 1 << 30;

    private final List<byte[]> pieces = new ArrayList<>();
    private final IntColumn places = new IntColumn();
    private int used = PIECE_BYTES;
    private int size;

    /** By slot the hash of a text above its number, less one; 0 where there is none. */
    private long[] table = new long[1 << 10];

    int size() {
        return size;
    }

    /** The number of the text, {@link #size()} before the call when it is new. */
    int number(byte[] bytes, int from, int to, int hash) {
        int slot = slot(bytes, from, to, hash);
        if (table[slot] != 0) {
            return (int) table[slot] - 1;
        }
        append(bytes, from, to);
        table[slot] = (long) hash << 32 | ++size;
        if (size > table.length / 3 * 2) {
            grow();
        }
        return size - 1;
    }

    private int slot(byte[] bytes, int from, int to, int hash) {
        int mask = table.length - 1;
        int slot = start(hash, mask);
        while (table[slot] != 0) {
            if ((int) (table[slot] >>> 32) == hash && holds((int) table[slot] - 1, bytes, from, to)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int start(int hash, int mask) {
        return hash & mask;
    }

    private boolean holds(int number, byte[] bytes, int from, int to) {
        byte[] piece = piece(number);
        int at = at(number);
        int length = length(piece, at);
        return length == to - from
                && Arrays.equals(piece, at + LENGTH_BYTES, at + LENGTH_BYTES + length, bytes, from, to);
    }

    private byte[] piece(int number) {
        return pieces.get(places.get(number) >>> 20 - ALIGNMENT_BITS);
    }

    private int at(int number) {
        return (places.get(number) & (PIECE_BYTES >> ALIGNMENT_BITS) - 1) << ALIGNMENT_BITS;
    }

    private static int length(byte[] piece, int at) {
        return (piece[at] & 0xff) << 16 | (piece[at + 1] & 0xff) << 8 | piece[at + 2] & 0xff;
    }

    private void append(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > PIECE_BYTES - LENGTH_BYTES) {
            throw new IllegalArgumentException("a text has at most " + (PIECE_BYTES - LENGTH_BYTES) + " bytes");
        }
        if (used + LENGTH_BYTES + length > PIECE_BYTES) {
            if (pieces.size() == 1 << 12 + ALIGNMENT_BITS) {
                throw new BulkException("the keys of the records take more than 16 GiB: resolve the files in parts");
            }
            pieces.add(new byte[PIECE_BYTES]);
            used = 0;
        }
        byte[] piece = pieces.get(pieces.size() - 1);
        piece[used] = (byte) (length >>> 16);
        piece[used + 1] = (byte) (length >>> 8);
        piece[used + 2] = (byte) length;
        System.arraycopy(bytes, from, piece, used + LENGTH_BYTES, length);
        places.add(pieces.size() - 1 << 20 - ALIGNMENT_BITS | used >>> ALIGNMENT_BITS);
        int alignment = 1 << ALIGNMENT_BITS;
        used = used + LENGTH_BYTES + length + alignment - 1 & -alignment;
    }

    private void grow() {
        if (table.length == SLOTS_MAX) {
            throw new BulkException("there are more than 700 million things of one kind: resolve the files in parts");
        }
        long[] old = table;
        table = new long[old.length * 2];
        int mask = table.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = start((int) (entry >>> 32), mask);
                while (table[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                table[slot] = entry;
            }
        }
    }

    String text(int number) {
        byte[] piece = piece(number);
        int at = at(number);
        return new String(piece, at + LENGTH_BYTES, length(piece, at), StandardCharsets.UTF_8);
    }

    /** Gives up what is needed only for adding and finding. */
    void seal() {
        table = null;
    }
}
