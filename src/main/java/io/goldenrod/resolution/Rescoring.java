package io.goldenrod.resolution;

import io.goldenrod.graph.Changes;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Matching;
import io.goldenrod.resolution.Change.Upsert;
import io.goldenrod.resolution.Repartition.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pairs some records anew, and partitions what they touch.
 *
 * <p>A pair is looked at when either record is; so after all of them, every pair was last looked at by the new model,
 * in the blocks that the new rules make. The customers of the records are partitioned each time, as a new guard can
 * part or join them though no pair changes.
 */
final class Rescoring {

    /** Finds no pairs and keeps none: for a policy that does not match. */
    private static final Matcher NONE = new Matcher(
            new Matching("none", "none", 0.9, 0.9, List.of(), 1, null),
            new MatchModel("none", 1, 0.5, List.of(), "none"));

    private final Transaction transaction;
    private final Rules rules;
    private final Matcher matcher;
    private final Sharing sharing;
    private final Instant now;

    /** @param matcher null when there is to be no matching */
    Rescoring(Transaction transaction, Rules rules, Matcher matcher, Sharing sharing, Instant now) {
        this.transaction = transaction;
        this.rules = rules;
        this.matcher = matcher;
        this.sharing = sharing;
        this.now = now;
    }

    void run(List<SourceRecord> records, String request) {
        long seq = transaction.reserve(1);
        SortedMap<RecordKey, SourceRecord> said = new TreeMap<>();
        records.forEach(record -> said.put(record.key(), record));
        Map<RecordKey, StoredRecord> there = transaction.lockRecords(said.keySet());
        said.keySet().retainAll(there.keySet());
        if (said.isEmpty()) {
            return;
        }
        Pairing pairing = Pairing.of(transaction, matcher == null ? NONE : matcher, said, said.keySet());
        if (!pairing.changes().isEmpty()) {
            transaction.write(new Changes(pairing.changes()));
        }
        Set<RecordKey> seeds = new TreeSet<>(said.keySet());
        seeds.addAll(pairing.stirred());
        Closure closure = Closure.load(transaction, Set.of(), seeds, Set.of());
        List<Waiting> cause = List.of(cause(said.get(said.firstKey()), request, seq));
        var done = new Said(cause, Map.of(), Map.of(), Map.of(), pairing.changes().removed, new Requests(cause), seq);
        new Settlement(transaction, closure, rules, matcher, sharing, now, done).settle();
    }

    /** The first record, by which decisions name who asked; nothing is said anew, so its identifiers do not matter. */
    private static Waiting cause(SourceRecord record, String request, long seq) {
        var bare = new SourceRecord(
                record.key(),
                record.observedAt(),
                List.of(),
                Set.of(),
                record.attributes(),
                record.names(),
                record.consent(),
                record.fingerprint());
        return new Waiting(0, new Upsert(bare, "", request), null, seq);
    }
}
