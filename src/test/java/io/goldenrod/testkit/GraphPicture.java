package io.goldenrod.testkit;

import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.golden.Pin;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Traits;
import io.goldenrod.policy.Policy;
import io.goldenrod.testkit.GraphSnapshot.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All in a graph that is a function of its records, and so must not depend on how they came: everything but IDs, times
 * of writing and decisions. {@link #expected} computes it by definition, from all records at once.
 *
 * @param customers what is said of each customer, by the keys of its members
 * @param held the constraint and the detail of each held link
 * @param identifiers what is kept of each identifier, but for its customer
 * @param blocks the records of each block
 * @param pairs what is kept of each pair, but for what holds it
 */
public record GraphPicture(
        Map<Set<String>, Summary> customers,
        Map<String, String> held,
        Map<Identifier, StoredIdentifier> identifiers,
        Map<String, Set<RecordKey>> blocks,
        Map<String, String> pairs) {

    /** What is kept of a customer, see {@link StoredCustomer}. */
    public record Summary(
            long records, long identifiers, long links, long held, Bond bond, Traits traits, GoldenProfile profile) {}

    public static GraphPicture of(GraphSnapshot graph) {
        Map<Set<String>, Summary> customers = new HashMap<>();
        graph.members().forEach((id, members) -> {
            StoredCustomer state = graph.customers().get(id).state();
            Summary twin = customers.put(
                    members,
                    new Summary(
                            state.records(),
                            state.identifiers(),
                            state.links(),
                            state.held(),
                            state.bond(),
                            state.traits(),
                            state.profile()));
            if (twin != null || graph.customers().get(id).status() != Status.ACTIVE) {
                throw new AssertionError("customer " + id + " is not the one active customer of " + members);
            }
        });
        Map<String, String> held = new TreeMap<>();
        graph.links().forEach((key, link) -> {
            if (link.held() != null) {
                held.put(key, link.held() + " " + link.detail());
            }
        });
        Map<Identifier, StoredIdentifier> identifiers = new TreeMap<>();
        graph.identifiers()
                .forEach((identifier, node) ->
                        identifiers.put(identifier, node.state().withCustomer(null)));
        Map<String, String> pairs = new TreeMap<>();
        graph.pairs().forEach((key, tie) -> {
            StoredPair pair = tie.pair();
            pairs.put(key, shown(pair.kind(), pair.weight(), tie.model(), pair.rules()));
            if (pair.held() != null) {
                held.put(key, pair.held() + " " + pair.detail());
            }
        });
        return new GraphPicture(customers, held, identifiers, graph.blocks(), pairs);
    }

    static String shown(StoredPair.Kind kind, double weight, String model, Set<String> rules) {
        return kind + " " + weight + " " + model + " " + rules;
    }

    /** The picture of a graph of these records, each of its own key. */
    public static GraphPicture expected(Policy policy, Collection<SourceRecord> records) {
        return expected(policy, null, records);
    }

    /** @param matcher null when there is no matching */
    public static GraphPicture expected(Policy policy, Matcher matcher, Collection<SourceRecord> records) {
        return expected(policy, matcher, records, List.of());
    }

    /** @param assertions in force; one counts where both its members are there */
    public static GraphPicture expected(
            Policy policy, Matcher matcher, Collection<SourceRecord> records, Collection<StoredAssertion> assertions) {
        return new ExpectedPicture(policy, matcher, records, assertions, new ExpectedPins(Map.of())).picture();
    }

    /** @param pins by record and attribute */
    public static GraphPicture expected(
            Policy policy,
            Matcher matcher,
            Collection<SourceRecord> records,
            Map<RecordKey, SortedMap<String, Pin>> pins) {
        return new ExpectedPicture(policy, matcher, records, List.of(), new ExpectedPins(pins)).picture();
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        customers.forEach((members, summary) -> lines.add("\n  " + members + "\n    " + summary));
        lines.sort(Comparator.naturalOrder());
        held.forEach((link, why) -> lines.add("\n  held " + link + " " + why));
        identifiers.forEach((identifier, state) -> lines.add("\n  " + state));
        blocks.forEach((block, members) -> lines.add("\n  block " + block + " " + members));
        pairs.forEach((pair, state) -> lines.add("\n  pair " + pair + " " + state));
        return String.join("", lines);
    }
}
