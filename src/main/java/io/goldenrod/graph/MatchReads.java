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

    /** Some of the records of a block; none when there is no such block. */
    List<RecordKey> some(String block, int recordsMax);

    /** Some of the records that carry one of the identifiers. */
    List<RecordKey> carriers(Collection<Identifier> identifiers, int recordsMax);

    /** Those of the records that are there. */
    List<Candidate> candidates(Collection<RecordKey> records);

    /** A record and the customer that it belongs to. */
    record Candidate(SourceRecord record, String customerId) {}
}
