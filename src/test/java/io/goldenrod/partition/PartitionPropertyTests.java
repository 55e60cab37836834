package io.goldenrod.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Property;
import io.goldenrod.testkit.RecordSet;
import io.goldenrod.testkit.RecordSets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every set of records. */
class PartitionPropertyTests {

    @Test
    void theGeneratorExercisesEveryConstraint() {
        Map<Constraint, Integer> seen = new EnumMap<>(Constraint.class);
        int[] whole = {0};
        Property.check("coverage", 3_000, RecordSets.upTo(9), set -> {
            Outcome outcome = new RecordGraph(set).partition();
            Set<Constraint> constraints = new HashSet<>(outcome.held().values());
            constraints.forEach(each -> seen.merge(each, 1, Integer::sum));
            whole[0] += constraints.isEmpty() ? 1 : 0;
        });
        System.out.println("sets by held constraint: " + seen + ", with none: " + whole[0] + " of 3000");
        assertThat(seen).containsOnlyKeys(Constraint.values());
        assertThat(seen.values()).allMatch(count -> count >= 60);
        assertThat(whole[0]).isGreaterThan(300);
    }

    @Test
    void thePartitionIsWhatTheOracleFinds() {
        Property.check(
                "oracle",
                6_000,
                RecordSets.upTo(9),
                set -> assertThat(new RecordGraph(set).partition()).isEqualTo(Oracle.partition(set)));
    }

    @Test
    void noOrderOfMembersLinksOrAssertionsChangesAnything() {
        Property.check("order", 3_000, RecordSets.upTo(12), set -> {
            RecordGraph graph = new RecordGraph(set);
            Chance chance = new Chance(set.hashCode());
            List<String> members = chance.shuffled(List.copyOf(graph.traits.keySet()));
            List<RecordGraph.Edge> edges = chance.shuffled(graph.edges).stream()
                    .map(edge -> chance.percent(50) ? edge : turned(edge))
                    .toList();
            assertThat(graph.partition(members, edges)).isEqualTo(graph.partition());
        });
    }

    @Test
    void noOrderOfRecordsChangesAnything() {
        Property.check("order of records", 1_000, RecordSets.upTo(12), set -> {
            RecordSet shuffled = set.withRecords(new Chance(set.hashCode()).shuffled(set.records()));
            assertThat(new RecordGraph(shuffled).partition()).isEqualTo(new RecordGraph(set).partition());
        });
    }

    @Test
    void aLinkHandedOverTwiceChangesNothing() {
        Property.check("duplicates", 2_000, RecordSets.upTo(12), set -> {
            RecordGraph graph = new RecordGraph(set);
            List<RecordGraph.Edge> twice = new ArrayList<>(graph.edges);
            twice.addAll(graph.edges);
            assertThat(graph.partition(List.copyOf(graph.traits.keySet()), twice))
                    .isEqualTo(graph.partition());
        });
    }

    @Test
    void everyHeldLinkParts() {
        Property.check("held links part", 2_000, RecordSets.upTo(12), set -> {
            RecordGraph graph = new RecordGraph(set);
            Outcome outcome = graph.partition();
            Map<String, RecordGraph.Edge> edges =
                    graph.edges.stream().collect(Collectors.toMap(RecordGraph.Edge::key, edge -> edge));
            for (RecordGraph.Edge edge : edges.values()) {
                boolean together = outcome.clusterOf(edge.left()).equals(outcome.clusterOf(edge.right()));
                assertThat(outcome.held().containsKey(edge.key()))
                        .as("%s is either used, or held", edge.key())
                        .isNotEqualTo(together);
            }
        });
    }

    /** What stands for each connected part is what it would be alone: its neighbours in the component do not matter. */
    @Test
    void connectedPartsDoNotConcernEachOther() {
        Property.check("parts", 2_000, RecordSets.upTo(12), set -> {
            Outcome all = new RecordGraph(set).partition();
            Set<Set<String>> clusters = new HashSet<>();
            Map<String, Constraint> held = new HashMap<>();
            Set<String> judged = new HashSet<>();
            for (List<SourceRecord> part : connectedParts(set)) {
                Outcome alone = new RecordGraph(set.withRecords(part)).partition();
                clusters.addAll(alone.clusters());
                held.putAll(alone.held());
                judged.addAll(alone.judged());
            }
            assertThat(new Outcome(clusters, held, judged)).isEqualTo(all);
        });
    }

    /** Limits, vetoes and DIFFERENT are monotone; the guard is not, nor that a bridge settles a device. */
    @Test
    void whatHoldsForTheWholeHoldsForEveryPart() {
        int[] checked = {0};
        Property.check("monotone", 4_000, RecordSets.upTo(6), set -> {
            RecordGraph graph = new RecordGraph(set);
            Outcome whole = graph.partition();
            boolean exceeded = whole.clusters().stream().anyMatch(each -> graph.rules.isExceeded(graph.sum(each)));
            if (!whole.held().isEmpty() || exceeded) {
                return;
            }
            checked[0]++;
            Chance chance = new Chance(set.hashCode());
            List<SourceRecord> some =
                    set.records().stream().filter(each -> chance.percent(60)).toList();
            assertThat(new RecordGraph(set.withRecords(some)).partition().held().values())
                    .isSubsetOf(Constraint.CHAIN, Constraint.WEAK, Constraint.CONTESTED);
        });
        assertThat(checked[0]).isGreaterThan(500);
    }

    private static RecordGraph.Edge turned(RecordGraph.Edge edge) {
        return new RecordGraph.Edge(edge.right(), edge.left(), edge.linkClass(), edge.score(), edge.at(), edge.key());
    }

    /** Records by what they reach, over DIFFERENT as well. */
    private static Iterable<List<SourceRecord>> connectedParts(RecordSet set) {
        RecordGraph graph = new RecordGraph(set);
        Map<String, String> part = new HashMap<>();
        graph.traits.keySet().forEach(each -> part.put(each, each));
        graph.edges.forEach(edge -> join(part, edge.left(), edge.right()));
        graph.different.forEach(tie -> join(part, tie.left(), tie.right()));
        return set.records().stream()
                .collect(Collectors.groupingBy(record -> part.get("record:" + record.key())))
                .values();
    }

    private static void join(Map<String, String> part, String left, String right) {
        String from = part.get(left);
        String to = part.get(right);
        part.replaceAll((member, name) -> name.equals(from) ? to : name);
    }
}
