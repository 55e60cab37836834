package io.goldenrod.testkit;

import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.golden.Pin;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Component;
import io.goldenrod.partition.Link;
import io.goldenrod.partition.Partition;
import io.goldenrod.partition.Rules;
import io.goldenrod.partition.Traits;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.testkit.GraphSnapshot.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        return expected(policy, matcher, records, Map.of());
    }

    /** @param pins by record and attribute */
    public static GraphPicture expected(
            Policy policy,
            Matcher matcher,
            Collection<SourceRecord> records,
            Map<RecordKey, SortedMap<String, Pin>> pins) {
        return new Expectation(policy, matcher, records, new ExpectedPins(pins)).picture();
    }

    /** By definition, with no regard to cost. */
    private static final class Expectation {
        private final Policy policy;
        private final Rules rules;
        private final ExpectedPins pins;
        private final Map<RecordKey, SourceRecord> records = new TreeMap<>();
        private final Map<Identifier, List<SourceRecord>> carriers = new TreeMap<>();
        private final Map<Identifier, String> suppressed = new TreeMap<>();
        private final Map<String, String> held = new TreeMap<>();
        private final Map<String, Set<String>> clusterOf = new HashMap<>();

        private final ExpectedMatches matching;
        private final Map<String, Integer> partOf = new HashMap<>();

        Expectation(Policy policy, Matcher matcher, Collection<SourceRecord> said, ExpectedPins pins) {
            this.policy = policy;
            this.pins = pins;
            matching = new ExpectedMatches(matcher, said);
            rules = new Rules(policy);
            said.forEach(record -> records.put(record.key(), record));
            records.values()
                    .forEach(record -> record.identifiers()
                            .forEach(identifier -> carriers.computeIfAbsent(identifier, absent -> new ArrayList<>())
                                    .add(record)));
            carriers.keySet().forEach(identifier -> suppressed.put(identifier, reason(identifier)));
        }

        GraphPicture picture() {
            partition();
            Map<Set<String>, Summary> customers = new HashMap<>();
            records.keySet()
                    .forEach(key -> customers.computeIfAbsent(clusterOf.get(Decision.member(key)), this::summary));
            Map<Identifier, StoredIdentifier> identifiers = new TreeMap<>();
            carriers.forEach((identifier, carrying) -> identifiers.put(identifier, state(identifier, carrying)));
            return new GraphPicture(customers, held, identifiers, matching.blocks, matching.pairs);
        }

        private Map<String, SortedSet<String>> companions(Identifier identifier) {
            IdentifierType type = policy.type(identifier.type());
            Map<String, SortedSet<String>> companions = new TreeMap<>();
            if (type.linking() == Linking.NONE || type.blocks(identifier.value())) {
                return companions;
            }
            for (SourceRecord record : carriers.get(identifier)) {
                for (Identifier other : record.identifiers()) {
                    IdentifierType otherType = policy.type(other.type());
                    if (type.sharedAbove() > 0
                            && otherType != type
                            && otherType.linking() == Linking.STRONG
                            && !otherType.blocks(other.value())) {
                        companions
                                .computeIfAbsent(other.type(), absent -> new TreeSet<>())
                                .add(other.key());
                    }
                }
                if (type.namesAbove() > 0) {
                    record.names()
                            .forEach(name -> companions
                                    .computeIfAbsent(
                                            "~" + name.substring(0, name.indexOf(':')), absent -> new TreeSet<>())
                                    .add("~" + name));
                }
            }
            return companions;
        }

        private String reason(Identifier identifier) {
            IdentifierType type = policy.type(identifier.type());
            if (type.linking() == Linking.NONE) {
                return "NONE";
            }
            if (type.blocks(identifier.value())) {
                return "DENIED";
            }
            Map<String, SortedSet<String>> companions = companions(identifier);
            if (companions.entrySet().stream()
                    .anyMatch(kind ->
                            !kind.getKey().startsWith("~") && kind.getValue().size() > type.sharedAbove())) {
                return "SHARED";
            }
            return companions.entrySet().stream()
                            .anyMatch(kind -> kind.getKey().startsWith("~")
                                    && kind.getValue().size() > type.namesAbove())
                    ? "NAMES"
                    : null;
        }

        private void partition() {
            Component component = new Component();
            List<String> members = new ArrayList<>();
            Map<String, Integer> indexes = new HashMap<>();
            for (SourceRecord record : records.values()) {
                String member = Decision.member(record.key());
                members.add(member);
                indexes.put(member, component.add(record.key(), rules.traits(record)));
            }
            linking().forEach(identifier -> {
                members.add(identifier.key());
                indexes.put(identifier.key(), component.add(traits(identifier)));
            });
            for (Identifier identifier : linking()) {
                for (SourceRecord record : carriers.get(identifier)) {
                    component.link(
                            indexes.get(Decision.member(record.key())),
                            indexes.get(identifier.key()),
                            rules.linkClass(identifier.type()),
                            0,
                            record.observedAt().toEpochMilli(),
                            record.key() + "|" + identifier.key());
                }
            }
            matching.matches.forEach((key, ends) -> component.link(
                    indexes.get(Decision.member(ends.get(0))),
                    indexes.get(Decision.member(ends.get(1))),
                    rules.matched(),
                    matching.weights.get(key),
                    0,
                    key));
            component.weigh(
                    (left, right) -> matching.weight(recordOf(members.get(left)), recordOf(members.get(right))));
            Partition partition = Partition.of(component, rules);
            part(partition, members);
            Map<Integer, Set<String>> clusters = new HashMap<>();
            for (int i = 0; i < members.size(); i++) {
                Set<String> cluster = clusters.computeIfAbsent(partition.clusterOf(i), absent -> new TreeSet<>());
                cluster.add(members.get(i));
                clusterOf.put(members.get(i), cluster);
            }
            partition.held().forEach(each -> held.put(each.link().key(), each.constraint() + " " + each.detail()));
        }

        private SourceRecord recordOf(String member) {
            return records.get(RecordKey.parse(member.substring(Decision.MEMBER_RECORD.length())));
        }

        /** Gives members the same number that strong identifiers alone join, by going round until nothing changes. */
        private void part(Partition partition, List<String> members) {
            members.forEach(member -> partOf.put(member, partOf.size()));
            for (int round = 0; round < members.size(); round++) {
                for (Link link : partition.accepted()) {
                    if (!link.linkClass().weak() && link.linkClass() != rules.matched()) {
                        String left = members.get(link.left());
                        String right = members.get(link.right());
                        int least = Math.min(partOf.get(left), partOf.get(right));
                        partOf.put(left, least);
                        partOf.put(right, least);
                    }
                }
            }
        }

        private Bond bond(Set<String> cluster) {
            Set<Integer> parts = cluster.stream()
                    .filter(member -> member.startsWith(Decision.MEMBER_RECORD))
                    .map(partOf::get)
                    .collect(Collectors.toSet());
            boolean crossed = matching.matches.values().stream().anyMatch(ends -> {
                String left = Decision.member(ends.get(0));
                String right = Decision.member(ends.get(1));
                return cluster.contains(left)
                        && cluster.contains(right)
                        && !partOf.get(left).equals(partOf.get(right));
            });
            return parts.size() <= 1 ? Bond.STRONG : crossed ? Bond.MATCHED : Bond.WEAK;
        }

        private List<Identifier> linking() {
            return carriers.keySet().stream()
                    .filter(identifier -> suppressed.get(identifier) == null)
                    .toList();
        }

        private Traits traits(Identifier identifier) {
            return rules.traits(
                    identifier,
                    carriers.get(identifier).stream()
                            .map(SourceRecord::observedAt)
                            .toList());
        }

        private Summary summary(Set<String> cluster) {
            Traits traits = Traits.NONE;
            GoldenProfile profile = GoldenProfile.EMPTY;
            long recordCount = 0;
            long links = 0;
            Set<String> holding = new HashSet<>();
            for (SourceRecord record : records.values()) {
                boolean member = cluster.contains(Decision.member(record.key()));
                for (Identifier identifier : record.identifiers()) {
                    String link = record.key() + "|" + identifier.key();
                    boolean touches = member || cluster.contains(identifier.key());
                    if (touches && held.containsKey(link)) {
                        holding.add(link);
                    }
                    links += member && suppressed.get(identifier) == null ? 1 : 0;
                }
                if (member) {
                    recordCount++;
                    traits = traits.with(rules.traits(record));
                    profile = profile.with(GoldenProfile.of(record, policy), policy);
                }
            }
            for (Map.Entry<String, List<RecordKey>> match : matching.matches.entrySet()) {
                boolean touches = cluster.contains(
                                Decision.member(match.getValue().get(0)))
                        || cluster.contains(Decision.member(match.getValue().get(1)));
                links += touches ? 1 : 0;
                if (touches && held.containsKey(match.getKey())) {
                    holding.add(match.getKey());
                }
            }
            for (Identifier identifier : linking()) {
                if (cluster.contains(identifier.key())) {
                    traits = traits.with(traits(identifier));
                }
            }
            return new Summary(
                    recordCount,
                    cluster.size() - recordCount,
                    links,
                    holding.size(),
                    bond(cluster),
                    traits,
                    profile.withPins(pins.inForce(cluster)));
        }

        private StoredIdentifier state(Identifier identifier, List<SourceRecord> carrying) {
            IdentifierType type = policy.type(identifier.type());
            var companions = new TreeSet<String>();
            this.companions(identifier)
                    .forEach((kind, lines) -> lines.stream()
                            .limit((kind.startsWith("~") ? type.namesAbove() : type.sharedAbove()) + 1L)
                            .forEach(companions::add));
            List<Instant> times = carrying.stream()
                    .map(SourceRecord::observedAt)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            return new StoredIdentifier(
                    identifier,
                    null,
                    suppressed.get(identifier),
                    carrying.size(),
                    times.get(0),
                    times.get(times.size() - 1),
                    carrying.stream()
                            .map(record -> record.key().source())
                            .collect(Collectors.toCollection(TreeSet::new)),
                    companions,
                    carrying.stream()
                            .filter(record -> held.containsKey(record.key() + "|" + identifier.key()))
                            .count());
        }
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
