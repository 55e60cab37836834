package io.goldenrod.graph;

import io.goldenrod.graph.Membership.Member;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.partition.Constraint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The whole graph, for those who look at all of it: in pages by key, so that no answer grows with the graph. Pages are
 * read one after the other while writes go on, and so are of different moments.
 *
 * <p>Every method throws {@link GraphUnavailableException} when the store does not answer.
 */
public interface GraphScan {

    /** Most nodes in a page. */
    int PAGE_MAX = 2_000;

    /** What the graph counts of itself, and the names that its decisions and records refer to. */
    Standing standing();

    /** Customers by ID, those that were as well. */
    Part<CustomerRow> customers(String after);

    /** Identifiers by key. */
    Part<IdentifierRow> identifiers(String after);

    /** Records by key. */
    Part<RecordRow> records(String after);

    /** Blocks by key; none where the policy does not match. */
    Part<BlockRow> blocks(String after);

    /** Assertions in force by ID. */
    Part<WordRow> words(String after);

    /** How many assertions are in force, as the graph counts them. */
    long wordsInForce();

    /** What is read of single records and their pairs. */
    PairReads pairs();

    /** The decisions as a chain. */
    DecisionLog log();

    /**
     * The customers of some members, as the decisions that name them say; those without one are left out. Null when the
     * graph is from before such decisions were kept.
     */
    Map<String, String> customersByDecisions(Collection<String> members);

    /** Decisions by sequence number. */
    List<DecisionRow> decisions(long after);

    /** The records of these customers with their pins, by customer; identifiers and names are left out. */
    Map<String, List<Member>> recordsOf(Collection<String> customers);

    /**
     * A page.
     *
     * @param unreadable keys of nodes that lack a property or hold one of the wrong kind
     * @param last the key after which the next page starts; null when this is the last one
     */
    record Part<T>(List<T> rows, List<String> unreadable, String last) {}

    /**
     * @param decisions last sequence number that was given out, or 0
     * @param records last place in the order of ingest that was given out, or 0
     * @param merges merges counted
     * @param nodes how many nodes of each label there are, by label
     * @param policies hashes of all policies that were ever in force
     * @param sources names of all sources
     */
    record Standing(
            long decisions,
            long records,
            long merges,
            Map<String, Long> nodes,
            Set<String> policies,
            Set<String> sources) {}

    /**
     * @param status as its property says
     * @param former whether it has the label of one that was
     * @param successors what it became part of
     * @param copies golden values shown as properties that differ from the profile, by name
     */
    record CustomerRow(
            StoredCustomer state, String status, boolean former, List<Successor> successors, List<String> copies) {}

    /**
     * @param founder whether the founder's record went there
     * @param status of the successor
     */
    record Successor(String id, boolean founder, String status) {}

    /**
     * @param state as its properties say
     * @param resolvedTo IDs of the customers it points at
     * @param carried as its records say
     */
    record IdentifierRow(StoredIdentifier state, List<String> resolvedTo, Carried carried) {}

    /**
     * What the records that carry an identifier say.
     *
     * @param records how many; all else is empty or null when there is none
     * @param others the other identifiers, where its type asks for them to be counted
     * @param names folded names, where its type asks for them to be counted
     */
    record Carried(
            long records,
            Instant firstSeen,
            Instant lastSeen,
            SortedSet<String> sources,
            Set<Identifier> others,
            Set<String> names) {}

    /**
     * @param record without names
     * @param customer as its property says, or null
     * @param resolvedTo IDs of the customers it points at
     * @param blocks the blocks it is in, by key
     * @param ties what matching tied it to, where its key is the smaller one
     * @param copies attributes shown as properties that differ from what was said, by name
     */
    record RecordRow(
            SourceRecord record,
            long seq,
            String customer,
            List<String> resolvedTo,
            List<Observed> links,
            List<String> blocks,
            List<Tie> ties,
            List<String> copies) {}

    /** What matching tied, and the hash of the model that it was tied by. */
    record Tie(StoredPair pair, String model) {}

    /**
     * @param records how many as its property says
     * @param counted how many there are
     * @param members these, where it has few enough to be compared
     */
    record BlockRow(String key, long records, long counted, List<RecordKey> members) {}

    /**
     * @param said by a steward
     * @param tied whether its two members are tied by it
     */
    record WordRow(StoredAssertion said, boolean tied) {}

    /** A link from a record. */
    record Observed(Identifier identifier, Instant at, Constraint held, String detail) {}

    /**
     * @param kind as written
     * @param concerns IDs of the customers it is tied to
     */
    record DecisionRow(long seq, String kind, String customer, String other, String policy, Set<String> concerns) {}
}
