package io.goldenrod.match.training;

/**
 * How a model is learnt.
 *
 * @param seed of all that is picked at random
 * @param randomPairsMax so many pairs picked at random say how often strangers agree, 1,000 to 100 million
 * @param candidatePairsMax of the pairs that share a block at most so many are looked at, picked by the hash of their
 *     keys, 1,000 to 100 million
 * @param pseudoPairs the template's figures count as so many pairs, 1 to 100,000
 * @param iterationsMax 1 to 10,000
 * @param changeMax it has converged when no probability changes by more, above 0
 * @param prior the probability that two records of the population are of one person, above 0 and below 1; 0 to learn
 *     it. Given where the records are not as the population is, such as a set of picked pairs
 */
public record TrainingSettings(
        long seed,
        int randomPairsMax,
        int candidatePairsMax,
        double pseudoPairs,
        int iterationsMax,
        double changeMax,
        double prior) {

    public static final TrainingSettings DEFAULT = new TrainingSettings(1, 1_000_000, 2_000_000, 100, 500, 1e-4, 0);

    private static final int PAIRS_MIN = 1_000;
    private static final int PAIRS_LIMIT = 100_000_000;

    public TrainingSettings {
        check(randomPairsMax >= PAIRS_MIN && randomPairsMax <= PAIRS_LIMIT, "1,000 to 100 million random pairs");
        check(candidatePairsMax >= PAIRS_MIN && candidatePairsMax <= PAIRS_LIMIT, "1,000 to 100 million pairs");
        check(pseudoPairs >= 1 && pseudoPairs <= 100_000, "1 to 100,000 pseudo-pairs");
        check(iterationsMax >= 1 && iterationsMax <= 10_000, "1 to 10,000 iterations");
        check(changeMax > 0 && changeMax < 1, "a change above 0 and below 1");
        check(prior >= 0 && prior < 1, "a prior above 0 and below 1, or 0 to learn it");
    }

    private static void check(boolean allowed, String what) {
        if (!allowed) {
            throw new IllegalArgumentException("training takes " + what);
        }
    }

    public TrainingSettings withSeed(long other) {
        return new TrainingSettings(
                other, randomPairsMax, candidatePairsMax, pseudoPairs, iterationsMax, changeMax, prior);
    }

    /** @param other see {@link #randomPairsMax} */
    public TrainingSettings withRandomPairsMax(int other) {
        return new TrainingSettings(seed, other, candidatePairsMax, pseudoPairs, iterationsMax, changeMax, prior);
    }

    /** @param other see {@link #prior} */
    public TrainingSettings withPrior(double other) {
        return new TrainingSettings(
                seed, randomPairsMax, candidatePairsMax, pseudoPairs, iterationsMax, changeMax, other);
    }
}
