package io.goldenrod.bulk;

import java.util.Arrays;

/** Long whole numbers in a row, eight bytes each, in pieces: growing copies none of them. */
final class LongColumn {

    private static final int PIECE_BITS = 16;
    private static final int PIECE = 1 << PIECE_BITS;

    private long[][] pieces = new long[16][];
    private int size;

    int size() {
        return size;
    }

    void add(long value) {
        int piece = size >>> PIECE_BITS;
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece * 2);
        }
        if (pieces[piece] == null) {
            if (size > Integer.MAX_VALUE - PIECE) {
                throw new BulkException("the files hold more than two billion records: resolve them in parts");
            }
            pieces[piece] = new long[PIECE];
        }
        pieces[piece][size++ & PIECE - 1] = value;
    }

    long get(int place) {
        return pieces[place >>> PIECE_BITS][place & PIECE - 1];
    }

    void set(int place, long value) {
        pieces[place >>> PIECE_BITS][place & PIECE - 1] = value;
    }
}
