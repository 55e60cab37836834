package io.goldenrod.bulk;

import java.util.Arrays;

/** Whole numbers in a row, four bytes each, in pieces: growing copies none of them. */
final class IntColumn {

    private static final int PIECE_BITS = 16;
    private static final int PIECE = 1 << PIECE_BITS;

    private int[][] pieces = new int[16][];
    private int size;

    int size() {
        return size;
    }

    void add(int value) {
        int piece = size >>> PIECE_BITS;
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece * 2);
        }
        if (pieces[piece] == null) {
            if (size > Integer.MAX_VALUE - PIECE) {
                throw new BulkException("the files hold more than two billion links: resolve them in parts");
            }
            pieces[piece] = new int[PIECE];
        }
        pieces[piece][size++ & PIECE - 1] = value;
    }

    int get(int place) {
        return pieces[place >>> PIECE_BITS][place & PIECE - 1];
    }

    void set(int place, int value) {
        pieces[place >>> PIECE_BITS][place & PIECE - 1] = value;
    }
}
