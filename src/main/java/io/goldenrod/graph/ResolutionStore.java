package io.goldenrod.graph;

import io.goldenrod.golden.CustomerIds.Issued;
import io.goldenrod.golden.Pin;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;

/** The writing side of a graph store. */
public interface ResolutionStore {

    /**
     * Runs the work in one transaction, from the start again after a transient error, so it must have no other effect.
     *
     * @return what the work returned, once it is durable
     * @throws GraphUnavailableException when the store does not answer in time; whether the work took effect is unknown
     */
    <T> T inTransaction(Function<Transaction, T> work);

    /**
     * The same graph, written by another policy.
     *
     * @param settled whether all records were brought up to that policy
     */
    ResolutionStore under(Policy policy, boolean settled);

    /**
     * Runs the work to see what it would do, and takes all of it back.
     *
     * @return what the work returned
     * @throws GraphUnavailableException when the store does not answer in time
     */
    <T> T onTrial(Function<Transaction, T> work);

    /** What can be read and written within a transaction. Locks are held until its end. */
    interface Transaction extends PairReads, AssertionStore {

        /** Locks the records that are there, in key order. */
        Map<RecordKey, StoredRecord> lockRecords(Collection<RecordKey> keys);

        /** Locks the identifiers that are there, in key order; those that are not are not in the answer. */
        Map<Identifier, StoredIdentifier> lockIdentifiers(Collection<Identifier> identifiers);

        /** Locks customers, all of them active, in ID order. A customer's lock guards its membership. */
        Map<String, StoredCustomer> lockCustomers(Collection<String> ids);

        /** Which of the IDs were ever given out. */
        Set<String> issued(Collection<String> ids);

        /**
         * Reserves places in the order of ingest, and returns the first. Until this transaction ends, others wait here:
         * places are given out in the order of commit, and a transaction that reserves before it locks anything cannot
         * deadlock with another that does.
         *
         * @throws PolicyChangedException when the graph is not to be written by the policy that this is for
         */
        long reserve(int records);

        /** Takes the records' observations away, and the records with all that hangs on them where they are deleted. */
        List<Detached> detach(Collection<RecordKey> replaced, Collection<RecordKey> deleted);

        /**
         * The identifiers as their links tell, with whatever else is kept of them; absent when no record carries them.
         */
        Map<Identifier, StoredIdentifier> recount(Collection<Identifier> identifiers);

        /** Of what is asked about identifiers that are there, what their records still say. */
        Map<Identifier, Seen> stillSeen(Map<Identifier, Seen> asked);

        /** Removes identifiers that no record carries. */
        void remove(Collection<Identifier> identifiers);

        /**
         * The members of the customers, these records and these identifiers (suppressed ones too, if named), with the
         * links of all of them to identifiers that link, held links from other customers' records included, the matches
         * of the records, and what stewards said of them.
         */
        Membership members(
                Collection<String> customers, Collection<RecordKey> records, Collection<Identifier> identifiers);

        /** What was sent as those of the records that are there, JSON. */
        Map<RecordKey, String> payloads(Collection<RecordKey> records);

        /** The merged IDs that answer with one of these customers first. */
        List<Former> formers(Collection<String> survivors);

        /** The pins of a customer's records, by record and attribute; records without any are left out. */
        Map<RecordKey, SortedMap<String, Pin>> pins(String customer);

        void write(Changes changes);

        /** What was decided in this transaction so far, in order. */
        List<Decision> decided();
    }

    /**
     * What records that carry an identifier say.
     *
     * @param sources that they come from
     * @param others identifiers that one of them carries too
     * @param names folded ones, see {@code SourceRecord}
     */
    record Seen(SortedSet<String> sources, SortedSet<Identifier> others, SortedSet<String> names) {}

    /**
     * What a record was before it was replaced or deleted.
     *
     * @param identifiers what it carried
     * @param names its folded names, see {@code SourceRecord}
     * @param held those of the identifiers to which its link was held, with the constraint
     * @param pinned the attributes that were pinned by it; they stay so when it is replaced
     */
    record Detached(
            RecordKey key,
            Instant observedAt,
            Set<Identifier> identifiers,
            Set<String> names,
            Map<Identifier, Constraint> held,
            Set<String> pinned) {}

    /**
     * A merged ID.
     *
     * @param issued the ID and its founder
     * @param survivor the customer that it answers with
     * @param createdAt when it was given out
     * @param version of the customer that it was
     */
    record Former(Issued issued, String survivor, Instant createdAt, long version) {}
}
