package io.goldenrod.graph;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An identifier as it stands in the graph.
 *
 * @param identifier its type and value
 * @param customer the customer it belongs to; null when it links nothing, or all its links are held
 * @param suppressed why it does not link: {@code DENIED, SHARED, NAMES, NONE}; null when it links
 * @param records how many records carry it
 * @param firstSeen earliest {@code observedAt} of these
 * @param lastSeen latest {@code observedAt} of these
 * @param sources their sources
 * @param companions what else they carry, as far as it must be counted, see {@code Sharing}
 * @param held how many of its links are held
 */
public record StoredIdentifier(
        Identifier identifier,
        String customer,
        String suppressed,
        long records,
        Instant firstSeen,
        Instant lastSeen,
        SortedSet<String> sources,
        SortedSet<String> companions,
        long held) {

    /** One that no record carries yet. */
    public static StoredIdentifier absent(Identifier identifier) {
        return new StoredIdentifier(
                identifier, null, null, 0, Instant.MAX, Instant.MIN, new TreeSet<>(), new TreeSet<>(), 0);
    }

    public boolean isNew() {
        return records == 0;
    }

    /**
     * With one more record.
     *
     * @param companionsNow what is counted, the record's included
     * @param suppressedNow why it does not link now; null when it links
     */
    public StoredIdentifier observedBy(SourceRecord record, SortedSet<String> companionsNow, String suppressedNow) {
        SortedSet<String> sourcesNow = sources;
        if (!sources.contains(record.key().source())) {
            sourcesNow = new TreeSet<>(sources);
            sourcesNow.add(record.key().source());
        }
        Instant at = record.observedAt();
        return new StoredIdentifier(
                identifier,
                suppressedNow == null ? customer : null,
                suppressedNow,
                records + 1,
                at.isBefore(firstSeen) ? at : firstSeen,
                at.isAfter(lastSeen) ? at : lastSeen,
                sourcesNow,
                companionsNow,
                held);
    }

    /** With a newer version of a record that carried it before. */
    public StoredIdentifier observedAgainBy(SourceRecord record, SortedSet<String> companionsNow) {
        Instant at = record.observedAt();
        return new StoredIdentifier(
                identifier,
                customer,
                suppressed,
                records,
                firstSeen,
                at.isAfter(lastSeen) ? at : lastSeen,
                sources,
                companionsNow,
                held);
    }

    public StoredIdentifier withCustomer(String id) {
        return new StoredIdentifier(
                identifier, id, suppressed, records, firstSeen, lastSeen, sources, companions, held);
    }

    public StoredIdentifier withSuppressed(String reason) {
        return new StoredIdentifier(
                identifier,
                reason == null ? customer : null,
                reason,
                records,
                firstSeen,
                lastSeen,
                sources,
                companions,
                held);
    }

    public StoredIdentifier withHeld(long count) {
        return new StoredIdentifier(
                identifier, customer, suppressed, records, firstSeen, lastSeen, sources, companions, count);
    }
}
