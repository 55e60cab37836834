package io.goldenrod.graph;

import io.goldenrod.golden.Pin;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Members of some customers, and what their links lead to.
 *
 * @param records the records, as far as a partition and a profile need them
 * @param identifiers the linking identifiers that these records observe or that belong to the customers
 * @param links all links of the records and of the identifiers
 * @param matches all matches of the records, held ones included; one between two of the records may come twice
 * @param assertions what a steward said of these records and identifiers and of other members that are there; one may
 *     come twice, and that something is the same as an identifier that does not link is left out
 */
public record Membership(
        List<Member> records,
        Map<Identifier, StoredIdentifier> identifiers,
        List<StoredLink> links,
        List<StoredMatch> matches,
        List<StoredAssertion> assertions) {

    /**
     * A record with its place in the order of ingest.
     *
     * @param record what was said, identifiers that do not link included
     * @param seq its place
     * @param customer the customer it belonged to; null when new
     * @param pins what stewards chose by it, by attribute
     */
    public record Member(SourceRecord record, long seq, String customer, SortedMap<String, Pin> pins) {

        /** One without pins. */
        public Member(SourceRecord record, long seq, String customer) {
            this(record, seq, customer, Collections.emptySortedMap());
        }

        public RecordKey key() {
            return record.key();
        }
    }
}
