package io.goldenrod.policy;

import java.util.List;
import java.util.Objects;

/**
 * How records are matched that share no identifier.
 *
 * @param model the name of a shipped model, or the path of a file
 * @param modelHash SHA-256 (hex) of the model: a changed model is a changed policy
 * @param match a pair is joined from this probability on, 0 to 1
 * @param review a pair is shown to a steward from this probability on, at most {@code match}
 * @param blocking the rules by which pairs are found, in the order of their names
 * @param blockRecordsMax a block with more records is skipped, as long as it is so large
 * @param chain guards against chains of near matches; null for none
 */
public record Matching(
        String model,
        String modelHash,
        double match,
        double review,
        List<BlockingRule> blocking,
        int blockRecordsMax,
        Chain chain) {

    public Matching {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(modelHash, "modelHash");
        blocking = List.copyOf(blocking);
    }

    /**
     * A matched link that joins two clusters is held when the records on its two sides, taken pair by pair, speak
     * against it on the whole.
     *
     * @param weightMin the mean weight of the pairs across, in bits, must not be below this
     * @param sampleMax of each side at most so many records are looked at, those of the smallest hashed keys
     */
    public record Chain(double weightMin, int sampleMax) {}
}
