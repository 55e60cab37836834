package io.goldenrod.graph;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import java.util.List;
import java.util.Set;

/**
 * All records with what hangs on them, in pages by key, so that no answer grows with the graph. Writes may go on
 * meanwhile: then the pages are of different moments.
 */
public interface RecordScan {

    /** Most records of a page. */
    int PAGE_MAX = 1_000;

    /** How many records there are at present. */
    long records();

    /**
     * The page after that key.
     *
     * @param payloads whether what was sent is needed
     * @throws GraphUnavailableException when the store does not answer
     */
    GraphScan.Part<Scanned> page(String after, boolean payloads);

    /**
     * A record.
     *
     * @param payload as sent, JSON; null when it was not asked for
     * @param matches to records of larger keys
     * @param pinned attributes of which a steward pinned a value by this record
     */
    record Scanned(
            SourceRecord record,
            String payload,
            String customer,
            List<Observed> links,
            List<Matched> matches,
            Set<String> pinned) {}

    /** An identifier that the record carries. */
    record Observed(Identifier identifier, boolean held, boolean suppressed) {}

    /** A record that matches it. */
    record Matched(RecordKey other, double weight, boolean held) {}
}
