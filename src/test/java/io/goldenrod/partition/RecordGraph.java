package io.goldenrod.partition;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Linking;
import io.goldenrod.testkit.RecordSet;
import io.goldenrod.testkit.Tie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The graph of a set of records as members and links by name, and the partition of it. */
final class RecordGraph {

    /** A link by the names of its ends. */
    record Edge(String left, String right, LinkClass linkClass, double score, long at, String key) {}

    final Rules rules;
    final RecordSet set;
    final Map<String, RecordKey> records = new HashMap<>();
    final Map<String, Traits> traits = new LinkedHashMap<>();
    final List<Edge> edges = new ArrayList<>();
    final List<Tie> different = new ArrayList<>();

    RecordGraph(RecordSet set) {
        this.set = set;
        rules = new Rules(set.policy());
        Map<Identifier, List<Instant>> observed = new TreeMap<>();
        for (SourceRecord record : set.records()) {
            String member = "record:" + record.key();
            traits.put(member, rules.traits(record));
            records.put(member, record.key());
            for (Identifier identifier : record.identifiers()) {
                if (set.policy().type(identifier.type()).linking() == Linking.NONE) {
                    continue;
                }
                observed.computeIfAbsent(identifier, absent -> new ArrayList<>())
                        .add(record.observedAt());
                edges.add(new Edge(
                        member,
                        identifier.key(),
                        rules.linkClass(identifier.type()),
                        0,
                        record.observedAt().toEpochMilli(),
                        record.key() + " " + identifier.key()));
            }
        }
        observed.forEach((identifier, times) -> traits.put(identifier.key(), rules.traits(identifier, times)));
        for (Tie tie : set.ties()) {
            if (traits.containsKey(tie.left()) && traits.containsKey(tie.right())) {
                add(tie);
            }
        }
    }

    private void add(Tie tie) {
        String key = tie.kind() + " " + tie.left() + " " + tie.right();
        switch (tie.kind()) {
            case SAME -> edges.add(new Edge(tie.left(), tie.right(), LinkClass.SAME, 0, 0, key));
            case MATCHED -> edges.add(new Edge(tie.left(), tie.right(), rules.matched(), tie.score(), 0, key));
            case DIFFERENT -> {
                different.add(tie);
                traits.merge(tie.left(), Traits.left(key), Traits::with);
                traits.merge(tie.right(), Traits.right(key), Traits::with);
            }
        }
    }

    Outcome partition() {
        return partition(List.copyOf(traits.keySet()), edges);
    }

    /** The partition with members and links handed over in these orders. */
    Outcome partition(List<String> members, List<Edge> links) {
        Component component = new Component();
        Map<String, Integer> indexes = new HashMap<>();
        members.forEach(member -> indexes.put(member, component.add(records.get(member), traits.get(member))));
        component.weigh((left, right) -> set.weight(records.get(members.get(left)), records.get(members.get(right))));
        for (Edge edge : links) {
            component.link(
                    indexes.get(edge.left()),
                    indexes.get(edge.right()),
                    edge.linkClass(),
                    edge.score(),
                    edge.at(),
                    edge.key());
        }
        return outcome(Partition.of(component, rules), members);
    }

    private static Outcome outcome(Partition partition, List<String> members) {
        List<Set<String>> clusters = new ArrayList<>();
        for (int i = 0; i < partition.clusters(); i++) {
            clusters.add(new HashSet<>());
        }
        for (int i = 0; i < members.size(); i++) {
            clusters.get(partition.clusterOf(i)).add(members.get(i));
        }
        Map<String, Constraint> held = new HashMap<>();
        partition.held().forEach(each -> held.put(each.link().key(), each.constraint()));
        return new Outcome(Set.copyOf(clusters), held, judged(partition));
    }

    static Set<String> judged(Partition partition) {
        return partition.judged().stream().map(Link::key).collect(Collectors.toSet());
    }

    /** The summary of a cluster. */
    Traits sum(Collection<String> members) {
        return members.stream().map(traits::get).reduce(Traits.NONE, Traits::with);
    }

    long linksWithin(Set<String> members) {
        return edges.stream()
                .filter(edge -> members.contains(edge.left()) && members.contains(edge.right()))
                .count();
    }
}
