package io.goldenrod.graph;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** What matching reads within a transaction; whoever reserved before sees no other's change meanwhile. */
public interface PairReads {

    /** Those of the blocks that are there; each with its members if these are not more than the number given for it. */
    Map<String, StoredBlock> blocks(Map<String, Long> membersMax);

    /** The blocks of these records; absent when it is in none. */
    Map<RecordKey, SortedSet<String>> blocksOf(Collection<RecordKey> records);

    /** All pairs that one of these records is part of, each once. */
    List<StoredPair> pairsOf(Collection<RecordKey> records);

    /** What was said by those of the records that are there. */
    List<SourceRecord> said(Collection<RecordKey> records);
}
