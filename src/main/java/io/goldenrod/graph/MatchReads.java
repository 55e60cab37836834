package io.goldenrod.graph;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What matching knows, for those who ask without writing. Every answer is bounded.
 *
 * <p>Every method throws {@link GraphUnavailableException} when the store does not answer.
 */
public interface MatchReads {

    /** As {@link PairReads#blocks}. */
    Map<String, StoredBlock> blocks(Map<String, Long> membersMax);

    /** Some of the records that carry one of the identifiers. */
    List<RecordKey> carriers(Collection<Identifier> identifiers, int recordsMax);

    /** Those of the records that are there. */
    List<Candidate> candidates(Collection<RecordKey> records);

    /**
     * Pairs of different customers' records that wait for a steward, the most likely first.
     *
     * @param after the cursor of the page before; empty for the first
     * @throws IllegalArgumentException when it is no cursor of this list
     */
    Page<PossibleMatch> possibleMatches(String after, int limit);

    /** A record and the customer that it belongs to. */
    record Candidate(SourceRecord record, String customerId) {}

    /**
     * Two records that may be of one person.
     *
     * @param leftCustomer the customer of the left record
     * @param rightCustomer another one
     * @param weight in bits
     * @param rules the blocking rules by which the pair was found
     * @param model hash of the model
     * @param breakdown see {@link PairChanges.PairWrite#breakdown()}
     */
    record PossibleMatch(
            RecordKey left,
            String leftCustomer,
            RecordKey right,
            String rightCustomer,
            double weight,
            double probability,
            List<String> rules,
            String model,
            List<String> breakdown) {}
}
