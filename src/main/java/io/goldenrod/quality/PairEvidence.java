package io.goldenrod.quality;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.match.Score;
import java.util.List;

/**
 * Why two records are together, or are not.
 *
 * @param linked whether a link of their own joins them
 * @param shared types of linking identifiers of which both have the same value
 * @param score null without a model
 * @param blocks what of blocking finds the pair
 * @param held what keeps it apart, as in {@code CHAIN (mean weight -3.2 over 12 pairs, at least 0)}; null for nothing
 */
public record PairEvidence(
        RecordKey left, RecordKey right, boolean linked, List<String> shared, Score score, Blocks blocks, String held) {

    /** Whether the two were compared at all. */
    public enum Blocks {
        /** They share a block. */
        SHARED,
        /** They share blocks, all of them with too many records. */
        TOO_LARGE,
        /** They share none. */
        NONE
    }

    public PairEvidence {
        shared = List.copyOf(shared);
    }
}
