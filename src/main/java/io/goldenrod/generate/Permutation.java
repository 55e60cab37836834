package io.goldenrod.generate;

/** Numbers in a mixed order, each exactly once: what looks drawn by chance and is nobody else's. */
final class Permutation {

    private final long size;
    private final int bits;
    private final long mask;
    private final long salt;

    /** @param size how many numbers there are, 2 to 2^60 */
    Permutation(long size, long salt) {
        this.size = size;
        bits = Math.max(2, 64 - Long.numberOfLeadingZeros(size - 1));
        mask = (1L << bits) - 1;
        this.salt = salt;
    }

    /** Equal for indexes that are equal modulo the size, else different; from 0 to one less than the size. */
    long at(long index) {
        long mixed = Math.floorMod(index, size);
        // Each step can be undone within the bits; what falls outside of the size goes round again.
        do {
            mixed = (mixed ^ salt & mask) * 0x9e3779b97f4a7c15L & mask;
            mixed ^= mixed >>> bits / 2;
            mixed = mixed * 0xd1342543de82ef95L + salt & mask;
            mixed ^= mixed >>> bits / 2;
            mixed = mixed * 0xaf251af3b0f025b5L & mask;
            mixed ^= mixed >>> (bits + 1) / 2;
        } while (mixed >= size);
        return mixed;
    }
}
