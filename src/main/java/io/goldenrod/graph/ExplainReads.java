package io.goldenrod.graph;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.PathSearch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an explanation needs to know. Members are named as decisions name them: {@code record:…} and {@code type:value}.
 * Every answer is bounded.
 *
 * <p>Every method throws {@link GraphUnavailableException} when the store does not answer.
 */
public interface ExplainReads {

    /** Most links that are looked at for one path. */
    int LINKS_MAX = 1_000_000;

    /** Most links, pairs and identifiers of one kind that are looked at between two customers. */
    int BETWEEN_MAX = 1_000;

    /** Most merges of a customer that are looked at, the newest. */
    int MERGES_MAX = 1_000;

    /** Most decisions that are looked at for one record, the newest. */
    int DECISIONS_EACH_MAX = 20;

    /** Where the members stand that are there. */
    Map<String, Standing> standings(Collection<String> members);

    /**
     * The customer, merged and retired ones as well.
     *
     * @return empty when the ID was never given out
     */
    Optional<Founding> founding(String customerId);

    /** The first record of a current customer in the order of ingest. */
    Optional<RecordKey> oldestRecord(String customerId);

    /** The links by which the members of a customer are joined. */
    PathSearch.Source links(String customerId);

    /** The matches between these records, by {@link StoredPair#key}. */
    Map<String, MatchEvidence> matches(Collection<StoredPairName> pairs);

    /** What these assertions say, by their IDs. */
    Map<String, Said> assertions(Collection<String> ids);

    /** What stewards said of a member of one customer and one of the other. */
    List<Said> assertionsBetween(String customerId, String otherId, int assertionsMax);

    /** The newest decisions that the records caused, the newest first. */
    List<CausedDecision> decisions(Collection<RecordKey> records);

    /** The decisions by which other customers became part of this one, as far as a record caused them. */
    List<CausedDecision> merges(String customerId);

    /** Held links of one customer's records to what the other customer holds or carries as well. */
    List<HeldObservation> held(String customerId, String otherId);

    /** The links of an identifier to a customer's records. */
    List<HeldObservation> linksOf(String identifier, String customerId);

    /** Identifiers that link nothing, and that records of the customer carry, by key. */
    Map<String, Standing> suppressed(String customerId);

    /** Pairs that matching found between the two customers, the heaviest first. */
    List<MatchEvidence> pairs(String customerId, String otherId, int pairsMax);

    /** Some records of the customer, those of the smallest keys. */
    List<RecordKey> sample(String customerId, int recordsMax);

    /** Two records, in either order. */
    record StoredPairName(RecordKey one, RecordKey other) {}

    /**
     * Where a customer came from, and where it went.
     *
     * @param founder the record that founded it; null when it is no more
     * @param founderCustomer the customer of that record
     * @param survivor the customer that it became part of; null unless merged
     */
    record Founding(CustomerReads.Status status, RecordKey founder, String founderCustomer, String survivor) {}

    /**
     * A member that is there.
     *
     * @param customerId null when it belongs to none
     * @param suppressed why an identifier does not link; null when it does, and for records
     * @param companions see {@link StoredIdentifier#companions()}; empty for records
     */
    record Standing(String member, String customerId, String suppressed, List<String> companions) {}

    /** A steward's word on two members; see {@link StoredAssertion}. */
    record Said(
            String id, StoredAssertion.Kind kind, String left, String right, String by, Instant at, String reason) {}

    /**
     * A pair of records that matching found.
     *
     * @param isPossible whether it only waits for a steward
     * @param held the constraint that holds the link, or null
     * @param detail what exactly, or null
     * @param rules the blocking rules by which the pair was found
     * @param model hash of the model
     * @param breakdown see {@link PairChanges.PairWrite#breakdown()}
     */
    record MatchEvidence(
            RecordKey left,
            RecordKey right,
            boolean isPossible,
            double weight,
            double probability,
            String held,
            String detail,
            List<String> rules,
            String model,
            List<String> breakdown) {}

    /**
     * A decision that a link caused.
     *
     * @param record where the link starts
     * @param over the identifier or the record, named as a member, to which it leads; null when the decision names none
     * @param alive whether the link is there still, and joins
     */
    record CausedDecision(
            long seq,
            Instant at,
            String kind,
            String policy,
            String request,
            String customer,
            String other,
            String record,
            String over,
            String linkClass,
            boolean alive) {}

    /**
     * An observation between a record and an identifier of different customers.
     *
     * @param identifierCustomer null when the identifier belongs to none
     * @param held the constraint that holds the link
     */
    record HeldObservation(
            RecordKey record,
            String recordCustomer,
            String identifier,
            String identifierCustomer,
            Instant at,
            String held,
            String detail) {}
}
