package io.goldenrod.graph;

import io.goldenrod.golden.Pin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers, their members and their history. Every answer is bounded. */
public interface CustomerReads {

    /** Most identifiers that come with a profile; all of them are paged by {@link #identifiers}. */
    int PROFILE_IDENTIFIERS_MAX = 100;

    /** Most former customers that come with a profile. */
    int FORMER_MAX = 1_000;

    /**
     * The customer behind an id that was ever given out: itself, or the survivor that it became part of.
     *
     * @return empty when the id was never given out
     */
    Optional<Customer> customer(String id);

    /** The records of a current customer, by key. */
    Page<MemberRecord> records(String customerId, String after, int limit);

    /** The identifiers of a current customer, by key. */
    Page<MemberIdentifier> identifiers(String customerId, String after, int limit);

    /**
     * The decisions that concern the customer or one that became part of it, oldest first, after the sequence number.
     */
    Page<DecisionEntry> lineage(String customerId, long after, int limit);

    /** The same, newest first, before the sequence number. */
    Page<DecisionEntry> lineageBefore(String customerId, long before, int limit);

    /**
     * The customer's surroundings in the graph.
     *
     * @param depth 1 for its own members and their identifiers; each further step adds the records, with their
     *     customers, that share an identifier with what is there or match it
     * @param nodesMax most nodes
     */
    Surroundings graph(String customerId, int depth, int nodesMax);

    /** What became of a customer. */
    enum Status {
        ACTIVE,
        MERGED,
        RETIRED
    }

    /**
     * A customer with its golden profile.
     *
     * @param id the current customer; the requested one itself when that was retired
     * @param requestedId as asked for
     * @param chain the customers that the requested one's members went to, the founder's first; empty unless merged
     * @param status of {@code id}
     * @param mergedFrom customers that became part of this one, in id order, at most {@link #FORMER_MAX}
     * @param version grows with every change
     */
    record Customer(
            String id,
            String requestedId,
            List<String> chain,
            Status status,
            List<String> mergedFrom,
            Instant createdAt,
            Instant updatedAt,
            long version,
            long records,
            long identifiers,
            long held,
            Profile profile,
            Page<MemberIdentifier> members) {}

    /**
     * The surviving values.
     *
     * @param attributes values by attribute name, the surviving one first; every list has at least one
     * @param rules the rule that decided, by attribute name
     * @param consent the last word on each purpose
     * @param pins by attribute name, what a steward chose: it survives, and the values are what it beat; of attributes
     *     without a value as well
     */
    record Profile(
            Map<String, List<ProfileValue>> attributes,
            Map<String, String> rules,
            Map<String, Consent> consent,
            Map<String, Pin> pins) {
        public static final Profile EMPTY = new Profile(Map.of(), Map.of(), Map.of(), Map.of());
    }

    /**
     * One value with the best observation of it.
     *
     * @param value a JSON value
     * @param comparable the form by which values are compared
     * @param count records that carry it
     */
    record ProfileValue(
            Object value, String comparable, long count, String source, String recordId, String observedAt) {}

    /** Consent to a purpose, given or withdrawn, and where that was said. */
    record Consent(boolean given, String source, String recordId, String observedAt) {}

    /** A record of a customer, in short. */
    record MemberRecord(String source, String recordId, Instant observedAt, Map<String, Object> attributes) {}

    /**
     * An identifier of a customer.
     *
     * @param records how many carry it
     */
    record MemberIdentifier(
            String type, String value, Instant firstSeen, Instant lastSeen, List<String> sources, long records) {}

    /**
     * One event of the history.
     *
     * @param seq its place in the history, from 1
     * @param policy hash of the policy in force
     * @param request the request that brought it
     * @param customer the customer that it concerns first
     * @param other the other customer of a merge or split, or null
     * @param record the record that caused it, or null
     * @param identifier the identifier's key, or null
     * @param linkClass the class of the link, or null
     * @param constraint what held the link, or null
     * @param detail for people, or null
     * @param members the members that changed customer, when not a customer as a whole
     */
    record DecisionEntry(
            long seq,
            Instant at,
            String kind,
            String policy,
            String request,
            String customer,
            String other,
            String record,
            String identifier,
            String linkClass,
            String constraint,
            String detail,
            List<String> members) {}

    /**
     * Nodes and edges; every edge's ends are among the nodes.
     *
     * @param cut whether there was more than was allowed
     */
    record Surroundings(List<Node> nodes, List<Edge> edges, boolean cut) {}

    /**
     * @param id unique within the answer: a customer id, {@code record:source/recordId} or {@code type:value}
     * @param kind {@code CUSTOMER, RECORD, IDENTIFIER}
     * @param label short, for showing
     * @param customerId the customer that it belongs to, or null
     * @param suppressed why an identifier does not link, or null
     */
    record Node(String id, String kind, String label, String customerId, String suppressed) {}

    /**
     * @param kind {@code OBSERVED, MATCHED, RESOLVED_TO}
     * @param held the constraint that keeps the link from joining, or null
     * @param detail what exactly held it, or null
     * @param probability that both ends of a match are of one person, 0 to 1; null for other edges
     */
    record Edge(String from, String to, String kind, Instant at, String held, String detail, Double probability) {}
}
