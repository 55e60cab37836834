package io.goldenrod.partition;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.RecordSet;
import io.goldenrod.testkit.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record that comes to what is already partitioned, taken the short way: the customers that it touches stand in as
 * one member each.
 */
final class Contraction {

    private final RecordGraph before;
    private final Outcome outcome;
    private final RecordGraph after;
    private final Set<Set<String>> touched = new LinkedHashSet<>();
    private final List<String> added;
    private final List<RecordGraph.Edge> newEdges;
    private final List<Tie> newDifferent;

    Contraction(RecordSet set, List<SourceRecord> known, SourceRecord arriving) {
        before = new RecordGraph(set.withRecords(known));
        outcome = before.partition();
        List<SourceRecord> all = new ArrayList<>(known);
        all.add(arriving);
        after = new RecordGraph(set.withRecords(all));
        added = after.traits.keySet().stream()
                .filter(each -> !before.traits.containsKey(each))
                .toList();
        newEdges = after.edges.stream()
                .filter(each -> !before.edges.contains(each))
                .toList();
        newDifferent = after.different.stream()
                .filter(each -> !before.different.contains(each))
                .toList();
        newEdges.forEach(edge -> touch(edge.left(), edge.right()));
        newDifferent.forEach(tie -> touch(tie.left(), tie.right()));
    }

    private void touch(String... ends) {
        for (String end : ends) {
            if (before.traits.containsKey(end)) {
                touched.add(outcome.clusterOf(end));
            }
        }
    }

    /** What the full partition makes of it, the arriving record included. */
    Outcome full() {
        return after.partition();
    }

    Outcome before() {
        return outcome;
    }

    /** Whether a link of any member of a touched customer is held. */
    boolean touchesHeldLinks() {
        return touched.stream().anyMatch(this::hasHeldLinks);
    }

    private boolean hasHeldLinks(Set<String> cluster) {
        return before.edges.stream()
                .filter(edge -> outcome.held().containsKey(edge.key()))
                .anyMatch(edge -> cluster.contains(edge.left()) || cluster.contains(edge.right()));
    }

    /** Whether new links leave alone what was found in the touched customers by looking at their records. */
    boolean leavesJudgementsAlone() {
        return newEdges.stream()
                .filter(edge -> !edge.linkClass().weak())
                .allMatch(edge -> touched.stream()
                        .filter(each -> each.contains(edge.left()) || each.contains(edge.right()))
                        .allMatch(each -> judgedWithin(each) == 0));
    }

    private long judgedWithin(Set<String> cluster) {
        return before.edges.stream()
                .filter(edge -> outcome.judged().contains(edge.key()) && cluster.contains(edge.left()))
                .count();
    }

    /** Whether all new links but weak ones end where strong links hold the touched customers together. */
    boolean strongLinksReachTheCore() {
        return newEdges.stream()
                .filter(edge -> !edge.linkClass().weak())
                .allMatch(edge -> touched.stream()
                        .filter(each -> each.contains(edge.left()) || each.contains(edge.right()))
                        .allMatch(each ->
                                core(each).contains(edge.right()) || core(each).contains(edge.left())));
    }

    /** The members of a customer that are of one strong group with its strong identifiers; or its only record. */
    private Set<String> core(Set<String> cluster) {
        Set<String> records =
                cluster.stream().filter(before.records::containsKey).collect(Collectors.toSet());
        if (!before.sum(cluster).known()) {
            return records.size() == 1 ? records : Set.of();
        }
        Set<String> core = cluster.stream()
                .filter(each -> before.traits.get(each).known())
                .collect(Collectors.toCollection(HashSet::new));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (RecordGraph.Edge edge : before.edges) {
                boolean reached = core.contains(edge.left()) || core.contains(edge.right());
                if (reached && !edge.linkClass().weak()) {
                    grew |= core.add(edge.left()) | core.add(edge.right());
                }
            }
        }
        return core;
    }

    /** Whether the graph with the touched customers contracted comes out whole, with nothing held. */
    boolean comesOutWhole() {
        return Partition.isWhole(contracted(), after.rules);
    }

    private Component contracted() {
        Component component = new Component();
        Map<String, Integer> indexes = new HashMap<>();
        for (Set<String> cluster : touched) {
            List<RecordKey> records = cluster.stream()
                    .map(before.records::get)
                    .filter(Objects::nonNull)
                    .toList();
            RecordKey only = records.size() == 1 ? records.get(0) : null;
            int index = component.add(only, after.sum(cluster), before.linksWithin(cluster));
            cluster.forEach(member -> indexes.put(member, index));
        }
        added.forEach(
                member -> indexes.put(member, component.add(after.records.get(member), after.traits.get(member))));
        component.weigh((left, right) -> after.set.weight(component.records.get(left), component.records.get(right)));
        for (RecordGraph.Edge edge : newEdges) {
            component.link(
                    indexes.get(edge.left()),
                    indexes.get(edge.right()),
                    edge.linkClass(),
                    edge.score(),
                    edge.at(),
                    edge.key());
        }
        return component;
    }

    /** What the short way says: the touched customers and the arriving record are one, and nothing else changes. */
    Outcome shortWay() {
        Set<Set<String>> clusters = new HashSet<>(outcome.clusters());
        clusters.removeAll(touched);
        Set<String> joined = new HashSet<>(added);
        touched.forEach(joined::addAll);
        clusters.add(joined);
        Set<String> judged = new HashSet<>(outcome.judged());
        judged.addAll(RecordGraph.judged(Partition.of(contracted(), after.rules)));
        return new Outcome(clusters, outcome.held(), judged);
    }

    int customersTouched() {
        return touched.size();
    }
}
