package io.goldenrod.resolution;

import io.goldenrod.graph.ResolutionStore.Detached;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.resolution.Repartition.Waiting;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What waiting changes did to the graph before it is partitioned anew.
 *
 * @param waiting the changes, in their order
 * @param detached what the replaced and deleted records were
 * @param identifiers all identifiers that the records carried or carry, as judged now, but for the orphans
 * @param orphans identifiers that no record carries any more, with the customers that they belonged to, if any
 * @param pairsRemoved pairs of records that are none any more
 * @param requests names the causes
 * @param lastSeq the last place in the order of ingest by now: an ID given out now is younger than all before it
 */
record Said(
        Collection<Waiting> waiting,
        Map<RecordKey, Detached> detached,
        Map<Identifier, StoredIdentifier> identifiers,
        Map<Identifier, String> orphans,
        List<StoredPair> pairsRemoved,
        Requests requests,
        long lastSeq) {

    /** What the record was; null when it is new. */
    Detached before(Waiting each) {
        return detached.get(each.change().key());
    }

    /** The customer that a replaced or deleted record belonged to. */
    String customerBefore(RecordKey record) {
        for (Waiting each : waiting) {
            if (each.stored() != null && each.change().key().equals(record)) {
                return each.stored().customer();
            }
        }
        throw new IllegalArgumentException("a record that was replaced or deleted belonged to a customer");
    }
}
