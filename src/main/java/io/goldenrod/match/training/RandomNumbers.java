package io.goldenrod.match.training;

import java.nio.charset.StandardCharsets;

/** Numbers that look random and follow from a seed alone: SplitMix64 (Steele, Lea and Flood, 2014). Not thread-safe. */
final class RandomNumbers {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    RandomNumbers(long seed) {
        state = seed;
    }

    long next() {
        state += STEP;
        return mixed(state);
    }

    /** From 0 to one less than the bound; each as often as the other but for a share of bound / 2^63. */
    int below(int bound) {
        return (int) ((next() >>> 1) % bound);
    }

    /** A number in which each bit depends on each of the given one. */
    static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** A number that follows from the text and the seed. */
    static long hash(String text, long seed) {
        long hash = mixed(seed + STEP);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = mixed(hash ^ each & 0xFF) + STEP;
        }
        return hash;
    }
}
