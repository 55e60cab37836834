package io.goldenrod.generate;

import java.util.List;

/**
 * A stream of chance of its own for each purpose and place, so that one can be drawn from without the others.
 *
 * <p>SplitMix64: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
 */
final class Draw {

    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    /** What a stream is for; the order is part of what a seed means. */
    enum Purpose {
        NEIGHBOURHOOD,
        MOBILE,
        RECORDS,
        RECORD,
        OMISSIONS,
        SLIPS,
        PLACEHOLDERS,
        DEVICE,
        NAMES,
        ORDER
    }

    private long state;

    Draw(long seed, Purpose purpose, long place) {
        state = mix(mix(seed + GAMMA * (purpose.ordinal() + 1)) + place);
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    long bits() {
        state += GAMMA;
        return mix(state);
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return (int) ((bits() >>> 32) * bound >>> 32);
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** From 0 up to and without 1. */
    double fraction() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Which of the weights, each a whole number from 0; at least one is above 0. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = below(sum);
        int i = 0;
        while (left >= weights[i]) {
            left -= weights[i++];
        }
        return i;
    }
}
