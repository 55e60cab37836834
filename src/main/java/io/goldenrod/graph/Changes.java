package io.goldenrod.graph;

import io.goldenrod.golden.Pin;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Constraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** What a batch does to the graph, collected so that it is written in a few statements. */
public final class Changes {

    /** Customers to create or to rewrite, by ID. */
    public final Map<String, StoredCustomer> customers = new LinkedHashMap<>();

    /** Those of {@link #customers} that are not in the graph yet. */
    public final List<String> newCustomers = new ArrayList<>();

    /** Identifiers to create or to rewrite: everything but their links. */
    public final Map<Identifier, StoredIdentifier> identifiers = new LinkedHashMap<>();

    /** Those of {@link #identifiers} that are not in the graph yet. */
    public final List<Identifier> newIdentifiers = new ArrayList<>();

    /** Records to create, with their links. */
    public final List<RecordWrite> newRecords = new ArrayList<>();

    /** Records whose content is replaced; their links were detached before. */
    public final List<RecordWrite> replacedRecords = new ArrayList<>();

    /** Customers that are part of another one as a whole: all their members go to the survivor. */
    public final Map<String, String> merges = new LinkedHashMap<>();

    /** IDs that stop being a customer, or point elsewhere now. */
    public final List<Departure> departures = new ArrayList<>();

    /** IDs of {@link #customers} that were merged and stand alone again. */
    public final List<String> restored = new ArrayList<>();

    /** Members that go to another customer one by one; null takes them out of any. */
    public final Map<RecordKey, String> recordMoves = new LinkedHashMap<>();

    public final Map<Identifier, String> identifierMoves = new LinkedHashMap<>();

    /** Identifiers that stopped linking: none of their links is held any more. */
    public final Set<Identifier> freed = new TreeSet<>();

    /** Links whose constraint changed. */
    public final List<LinkHold> holds = new ArrayList<>();

    /** Records whose pins changed, with all that they have now by attribute. */
    public final Map<RecordKey, SortedMap<String, Pin>> pins = new LinkedHashMap<>();

    /** What becomes of blocks and of pairs of records, all of which are there by then. */
    public final PairChanges pairs;

    /** In the order in which they happened. */
    public final List<Decision> decisions = new ArrayList<>();

    /**
     * A record as it is written.
     *
     * @param record what was said
     * @param payload as sent, JSON
     * @param seq its place in the order of ingest
     * @param customer the customer it belongs to; null when that is decided later in the same transaction
     */
    public record RecordWrite(SourceRecord record, String payload, long seq, String customer) {}

    /**
     * An ID that is no longer an active customer's.
     *
     * @param id the ID
     * @param survivors where its members went, the founder's first; empty when none are left
     */
    public record Departure(String id, List<String> survivors) {}

    /**
     * A link that is held, or released.
     *
     * @param constraint null when it is released
     * @param detail null when it is released
     */
    public record LinkHold(RecordKey record, Identifier identifier, Constraint constraint, String detail) {}

    public Changes() {
        this(new PairChanges());
    }

    /** @param pairs what becomes of blocks and of pairs of records */
    public Changes(PairChanges pairs) {
        this.pairs = pairs;
    }

    public boolean isEmpty() {
        return pairs.isEmpty()
                && customers.isEmpty()
                && identifiers.isEmpty()
                && newRecords.isEmpty()
                && replacedRecords.isEmpty()
                && merges.isEmpty()
                && departures.isEmpty()
                && recordMoves.isEmpty()
                && identifierMoves.isEmpty()
                && holds.isEmpty()
                && pins.isEmpty()
                && decisions.isEmpty();
    }
}
