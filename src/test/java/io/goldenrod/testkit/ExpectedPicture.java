package io.goldenrod.testkit;

import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Component;
import io.goldenrod.partition.Link;
import io.goldenrod.partition.LinkClass;
import io.goldenrod.partition.Partition;
import io.goldenrod.partition.Rules;
import io.goldenrod.partition.Traits;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.testkit.GraphPicture.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The picture of a graph by definition, with no regard to cost. */
final class ExpectedPicture {
    private final Policy policy;
    private final Rules rules;
    private final Map<RecordKey, SourceRecord> records = new TreeMap<>();
    private final Map<Identifier, List<SourceRecord>> carriers = new TreeMap<>();
    private final Map<Identifier, String> suppressed = new TreeMap<>();
    private final Map<String, String> held = new TreeMap<>();
    private final Map<String, Set<String>> clusterOf = new HashMap<>();

    private final ExpectedMatches matching;
    private final Map<String, Integer> partOf = new HashMap<>();

    private final List<StoredAssertion> assertions;
    private final ExpectedPins pins;

    ExpectedPicture(
            Policy policy,
            Matcher matcher,
            Collection<SourceRecord> said,
            Collection<StoredAssertion> asserted,
            ExpectedPins pins) {
        this.pins = pins;
        this.policy = policy;
        assertions = List.copyOf(asserted);
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
        records.keySet().forEach(key -> customers.computeIfAbsent(clusterOf.get(Decision.member(key)), this::summary));
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
                                .computeIfAbsent("~" + name.substring(0, name.indexOf(':')), absent -> new TreeSet<>())
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
                        .anyMatch(kind ->
                                kind.getKey().startsWith("~") && kind.getValue().size() > type.namesAbove())
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
            indexes.put(member, component.add(record.key(), traits(record)));
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
        linked().forEach(each ->
                component.link(indexes.get(each.left()), indexes.get(each.right()), LinkClass.SAME, 0, 0, each.key()));
        component.weigh((left, right) -> matching.weight(recordOf(members.get(left)), recordOf(members.get(right))));
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

    private Traits traits(SourceRecord record) {
        return rules.traits(record).with(apart(Decision.member(record.key())));
    }

    private Traits traits(Identifier identifier) {
        return rules.traits(
                        identifier,
                        carriers.get(identifier).stream()
                                .map(SourceRecord::observedAt)
                                .toList())
                .with(apart(identifier.key()));
    }

    private Traits apart(String member) {
        Traits traits = Traits.NONE;
        for (StoredAssertion each : assertions) {
            if (each.kind() == Kind.DIFFERENT && isThere(each.left()) && isThere(each.right())) {
                traits = each.left().equals(member) ? traits.with(Traits.left(each.id())) : traits;
                traits = each.right().equals(member) ? traits.with(Traits.right(each.id())) : traits;
            }
        }
        return traits;
    }

    private boolean isThere(String member) {
        RecordKey record = Decision.recordOf(member);
        return record == null ? carriers.containsKey(Identifier.parse(member)) : records.containsKey(record);
    }

    /** What is the same, where both members are there and link. */
    private List<StoredAssertion> linked() {
        return assertions.stream()
                .filter(each -> each.kind() == Kind.SAME)
                .filter(each -> links(each.left()) && links(each.right()))
                .toList();
    }

    private boolean links(String member) {
        return isThere(member)
                && (Decision.recordOf(member) != null || suppressed.get(Identifier.parse(member)) == null);
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
                traits = traits.with(traits(record));
                profile = profile.with(GoldenProfile.of(record, policy), policy);
            }
        }
        for (Map.Entry<String, List<RecordKey>> match : matching.matches.entrySet()) {
            boolean touches = cluster.contains(Decision.member(match.getValue().get(0)))
                    || cluster.contains(Decision.member(match.getValue().get(1)));
            links += touches ? 1 : 0;
            if (touches && held.containsKey(match.getKey())) {
                holding.add(match.getKey());
            }
        }
        links += linked().stream().filter(each -> cluster.contains(each.left())).count();
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
                carrying.stream().map(record -> record.key().source()).collect(Collectors.toCollection(TreeSet::new)),
                companions,
                carrying.stream()
                        .filter(record -> held.containsKey(record.key() + "|" + identifier.key()))
                        .count());
    }
}
