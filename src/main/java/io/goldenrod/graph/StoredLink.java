package io.goldenrod.graph;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.partition.Constraint;
import java.time.Instant;

/**
 * A record's observation of a linking identifier.
 *
 * @param record who observed
 * @param identifier what
 * @param at when
 * @param held the constraint that holds the link; null when it is not held
 * @param detail what exactly holds it; null when it is not held
 */
public record StoredLink(RecordKey record, Identifier identifier, Instant at, Constraint held, String detail) {

    /** Names the link, and is the last word in the order of links. */
    public String key() {
        return record + "|" + identifier.key();
    }
}
