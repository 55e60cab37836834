package io.goldenrod.load;

import io.goldenrod.graph.Changes.Departure;
import io.goldenrod.graph.Changes.LinkHold;
import io.goldenrod.graph.Changes.RecordWrite;
import io.goldenrod.graph.PairChanges.PairHold;
import io.goldenrod.graph.PairChanges.PairWrite;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.resolution.RecordAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** All that a load writes, as it is at its end. */
public final class LoadedGraph {

    /** By key, in the order in which they were written. */
    public final Map<RecordKey, LoadedRecord> records = new LinkedHashMap<>();

    public final Map<Identifier, StoredIdentifier> identifiers = new LinkedHashMap<>();

    /** As they were written last, those included that were merged since. */
    public final Map<String, StoredCustomer> customers = new LinkedHashMap<>();

    /** What became of those of the customers that are none any more. */
    public final Map<String, Departed> departed = new HashMap<>();

    /** The constraints of held links, by record and identifier. */
    public final Map<RecordKey, Map<Identifier, LinkHold>> holds = new HashMap<>();

    /** How many records are in each block. */
    public final Map<String, Long> blocks = new LinkedHashMap<>();

    /** The blocks of each record. */
    public final Map<RecordKey, SortedSet<String>> blocksOf = new HashMap<>();

    /** By the smaller of the two keys. */
    public final Map<RecordKey, List<PairWrite>> pairs = new HashMap<>();

    /** The constraints of held pairs, by both keys. */
    public final Map<RecordKey, Map<RecordKey, PairHold>> pairHolds = new HashMap<>();

    /** What was decided, in as many parts as it was written in. */
    public final List<Part> parts = new ArrayList<>();

    private List<RecordAnswer> answers = List.of();

    /**
     * A record.
     *
     * @param write with its customer
     * @param part the place in {@link #parts} of the one that wrote it
     */
    public record LoadedRecord(RecordWrite write, int part) {

        LoadedRecord withCustomer(String customer) {
            return new LoadedRecord(new RecordWrite(write.record(), write.payload(), write.seq(), customer), part);
        }
    }

    /**
     * What became of a customer that is none any more.
     *
     * @param status as its node says it
     * @param into the customers that its ID answers with
     */
    public record Departed(String status, Map<String, Into> into) {}

    /**
     * A customer that a former one's ID answers with.
     *
     * @param founder whether the founder of the former one is there
     * @param decision the number of the decision that says so; null when none does
     */
    public record Into(boolean founder, Long decision) {}

    /**
     * What was written at once.
     *
     * @param first the number of its first decision, or of the next one when it has none
     * @param departures the IDs that stopped being a customer or point elsewhere, see {@code Changes}
     */
    public record Part(long first, List<Decision> decisions, List<Departure> departures) {}

    LoadedGraph() {}

    /** How many decisions there are. */
    public long decisions() {
        return parts.isEmpty() ? 0 : next() - 1;
    }

    /** The number of the next decision. */
    long next() {
        if (parts.isEmpty()) {
            return 1;
        }
        Part last = parts.get(parts.size() - 1);
        return last.first() + last.decisions().size();
    }

    void answered(List<RecordAnswer> all) {
        answers = all;
    }

    /** What became of each record, in their order. */
    public List<RecordAnswer> answers() {
        return answers;
    }
}
