package io.goldenrod.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * A record made comparable: one statement by one source about one person.
 *
 * @param key its name
 * @param observedAt when the source saw it, UTC, millisecond precision
 * @param identifiers normalised, distinct, in key order
 * @param denied those of the identifiers whose value the policy's deny list names
 * @param attributes by name, in name order
 * @param names folded given and family names, by which a shared identifier shows: {@code given:ada},
 *     {@code family:lovelace}
 * @param consent purpose to given (true) or withdrawn (false), in name order
 * @param fingerprint SHA-256 (hex) over all that the source said, and over {@code observedAt} only if the source gave
 *     it: equal fingerprints mean that the same was said again
 */
public record SourceRecord(
        RecordKey key,
        Instant observedAt,
        List<Identifier> identifiers,
        Set<Identifier> denied,
        SortedMap<String, AttributeValue> attributes,
        Set<String> names,
        SortedMap<String, Boolean> consent,
        String fingerprint) {

    public SourceRecord {
        identifiers = List.copyOf(identifiers);
        denied = Set.copyOf(denied);
        names = Set.copyOf(names);
    }

    /** The comparable form of an attribute, or null when the record does not have it. */
    public String comparable(String attribute) {
        AttributeValue found = attributes.get(attribute);
        return found == null ? null : found.comparable();
    }
}
