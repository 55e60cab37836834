package io.goldenrod.golden;

import io.goldenrod.identity.RecordKey;
import java.time.Instant;
import java.util.Comparator;

/**
 * A record saying something at a time.
 *
 * @param record who
 * @param at when
 * @param trustRank how far its source is trusted: 1 is best
 * @param value what exactly it said, for showing: a JSON value
 */
public record Observation(RecordKey record, Instant at, int trustRank, Object value) {

    /** Early first; of equal times, the smaller record key. */
    static final Comparator<Observation> BY_TIME =
            Comparator.comparing(Observation::at).thenComparing(Observation::record);

    /** Trusted last, so that the greatest is the best: by rank, then the later one. */
    static final Comparator<Observation> BY_TRUST =
            Comparator.comparingInt(Observation::trustRank).reversed().thenComparing(BY_TIME);
}
