package io.goldenrod.testkit;

import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a graph store holds, as plain values: two stores that mean the same have equal snapshots.
 *
 * @param records by key
 * @param identifiers by key
 * @param links all observations, those of identifiers that do not link included, by {@link StoredLink#key()}
 * @param blocks the records of each block, by the block's key
 * @param pairs by {@link StoredPair#key()}
 * @param customers by ID, those that were as well
 * @param decisions in order
 */
public record GraphSnapshot(
        Map<RecordKey, RecordNode> records,
        Map<Identifier, IdentifierNode> identifiers,
        Map<String, StoredLink> links,
        Map<String, Set<RecordKey>> blocks,
        Map<String, PairTie> pairs,
        Map<String, CustomerNode> customers,
        List<Decision> decisions) {

    /** What has become of a customer. */
    public enum Status {
        ACTIVE,
        MERGED,
        RETIRED
    }

    /**
     * A record's node.
     *
     * @param customer as its property says
     * @param resolvedTo as its relationship says; null when it has none
     */
    public record RecordNode(SourceRecord record, String payload, long seq, String customer, String resolvedTo) {}

    /**
     * An identifier's node.
     *
     * @param state as its properties say
     * @param resolvedTo as its relationship says; null when it has none
     */
    public record IdentifierNode(StoredIdentifier state, String resolvedTo) {}

    /**
     * A pair's relationship.
     *
     * @param breakdown see {@code PairWrite}
     */
    public record PairTie(StoredPair pair, double probability, String model, List<String> breakdown) {}

    /**
     * A customer's node.
     *
     * @param state as its properties say; of a former customer only what names it counts
     * @param mergedInto where its members went, the founder's first; empty unless merged
     */
    public record CustomerNode(StoredCustomer state, Status status, List<String> mergedInto) {}

    /** The keys of the members of each active customer, by its ID; records are named as in decisions. */
    public Map<String, Set<String>> members() {
        Map<String, Set<String>> members = new TreeMap<>();
        customers.forEach((id, node) -> {
            if (node.status() == Status.ACTIVE) {
                members.put(id, new TreeSet<>());
            }
        });
        membership()
                .forEach((member, customer) -> members.computeIfAbsent(customer, absent -> new TreeSet<>())
                        .add(member));
        return members;
    }

    /** Each member's customer. */
    public Map<String, String> membership() {
        Map<String, String> membership = new TreeMap<>();
        records.forEach((key, node) -> {
            if (node.resolvedTo() != null) {
                membership.put(Decision.member(key), node.resolvedTo());
            }
        });
        identifiers.forEach((identifier, node) -> {
            if (node.resolvedTo() != null) {
                membership.put(identifier.key(), node.resolvedTo());
            }
        });
        return membership;
    }

    /** The active customer that an ID answers with, or itself when it is retired. */
    public String resolve(String id) {
        CustomerNode node = customers.get(id);
        if (node == null) {
            throw new AssertionError("the ID " + id + " was never given out");
        }
        return node.status() == Status.MERGED ? node.mergedInto().get(0) : id;
    }

    /**
     * The same without what a store is free to do: it keeps of a former customer what names it, and of the customers
     * that it was merged into the first is first.
     */
    public GraphSnapshot promised() {
        Map<String, CustomerNode> named = new TreeMap<>();
        customers.forEach((id, node) -> named.put(
                id,
                node.status() == Status.ACTIVE
                        ? node
                        : new CustomerNode(named(node.state()), node.status(), sortedButFirst(node.mergedInto()))));
        return new GraphSnapshot(records, identifiers, links, blocks, pairs, named, decisions);
    }

    private static StoredCustomer named(StoredCustomer former) {
        return new StoredCustomer(
                former.id(),
                former.founder(),
                former.founderSeq(),
                former.foundedSeq(),
                former.createdAt(),
                former.createdAt(),
                0,
                0,
                0,
                0,
                Bond.STRONG,
                Traits.NONE,
                GoldenProfile.EMPTY,
                former.version());
    }

    private static List<String> sortedButFirst(List<String> ids) {
        List<String> sorted = new ArrayList<>(ids);
        sorted.subList(Math.min(1, sorted.size()), sorted.size()).sort(null);
        return sorted;
    }
}
