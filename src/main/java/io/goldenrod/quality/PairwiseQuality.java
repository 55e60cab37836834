package io.goldenrod.quality;

/**
 * How many pairs of records are rightly together.
 *
 * @param foundPairs pairs that share a customer
 * @param truePairs pairs that share a true entity
 * @param correctPairs pairs that share both
 */
public record PairwiseQuality(long foundPairs, long truePairs, long correctPairs) {

    /** The share of found pairs that are right, 0 to 1; 1 when none was found. */
    public double precision() {
        return foundPairs == 0 ? 1 : (double) correctPairs / foundPairs;
    }

    /** The share of true pairs that were found, 0 to 1; 1 when there is none. */
    public double recall() {
        return truePairs == 0 ? 1 : (double) correctPairs / truePairs;
    }

    /** The harmonic mean of both, 0 to 1. */
    public double f1() {
        return foundPairs + truePairs == 0 ? 1 : 2.0 * correctPairs / (foundPairs + truePairs);
    }
}
