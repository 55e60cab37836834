package io.goldenrod.resolution;

import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Rules;
import io.goldenrod.resolution.Change.Upsert;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Which records match those of a batch, and where they are as the batch goes on. */
final class Partners {

    private final Pairing pairing;
    private final Map<RecordKey, String> customerOf = new HashMap<>();
    private final Set<RecordKey> waiting = new HashSet<>();

    private Partners(Pairing pairing) {
        this.pairing = pairing;
    }

    /** Looks for matches of all records that are not what they were. */
    static Partners of(
            Transaction transaction,
            Matcher matcher,
            SubjectCache cache,
            List<? extends Change> batch,
            Map<RecordKey, StoredRecord> stored) {
        Map<RecordKey, SourceRecord> said = new TreeMap<>();
        Set<RecordKey> there = new TreeSet<>();
        for (Change change : batch) {
            StoredRecord before = stored.get(change.key());
            boolean counts = before == null || !isUnchanged(change, before) && !isStale(change, before);
            if (counts && change instanceof Upsert upsert) {
                said.put(upsert.key(), upsert.record());
            }
            if (counts && before != null) {
                there.add(change.key());
            }
        }
        // in the order of keys, and yet found by their hashes: every pair that is compared looks both of its records up
        Map<RecordKey, SourceRecord> inOrder = new LinkedHashMap<>(said);
        Partners partners = new Partners(Pairing.of(transaction, matcher, cache, inOrder, there));
        transaction
                .lockRecords(partners.pairing.partners())
                .forEach((key, partner) -> partners.customerOf.put(key, partner.customer()));
        return partners;
    }

    /** Whether the same was said before. */
    static boolean isUnchanged(Change change, StoredRecord stored) {
        return change instanceof Upsert upsert
                && stored.fingerprint().equals(upsert.record().fingerprint());
    }

    /** Whether something newer is known. */
    static boolean isStale(Change change, StoredRecord stored) {
        return change instanceof Upsert upsert && upsert.record().observedAt().isBefore(stored.observedAt());
    }

    Pairing pairing() {
        return pairing;
    }

    /** The customers of the partners, as they were before the batch. */
    Collection<String> customers() {
        return customerOf.values();
    }

    /** Notes that a record of the batch belongs to a customer now. */
    void placed(RecordKey record, String customer) {
        customerOf.put(record, customer);
    }

    /** Notes that what becomes of a record of the batch is decided later. */
    void waits(RecordKey record) {
        waiting.add(record);
    }

    /**
     * Whether all that is known to match the record is of customers that it touches over identifiers.
     *
     * @param current the customer that an ID answers with by now
     */
    boolean fit(RecordKey record, Contraction contraction, UnaryOperator<String> current, Rules rules) {
        for (RecordKey partner : pairing.matched(record)) {
            if (waiting.contains(partner)) {
                return false;
            }
            String customer = customerOf.get(partner);
            // without a customer it comes later in this batch, and looks back then
            if (customer != null && !contraction.match(current.apply(customer), rules)) {
                return false;
            }
        }
        return true;
    }
}
