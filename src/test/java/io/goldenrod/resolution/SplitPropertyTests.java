package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a steward parts comes apart, and stays so; and can be undone. */
class SplitPropertyTests {

    @Test
    void whatIsPartedStaysApartWhateverComes() {
        int[] parted = {0, 0};
        for (Histories histories :
                List.of(Histories.upTo(30), Histories.upTo(30).withMatching())) {
            Property.check("parted " + parted[0], 1_000, histories, history -> live(history, parted));
        }
        System.out.println("splits: " + parted[0] + ", refused: " + parted[1]);
        assertThat(parted[0]).isGreaterThan(250);
    }

    private static void live(History history, int[] parted) {
        Chance chance = new Chance(history.steps().size());
        MemoryGraph graph = new MemoryGraph(history.policy());
        var engine = new ResolutionEngine(graph, history.policy(), history.matcher(), HistoryRun.CLOCK);
        Map<RecordKey, SourceRecord> live = new TreeMap<>();
        List<List<Change>> batches = history.batches();
        int half = batches.size() / 2;
        for (List<Change> batch : batches.subList(0, half)) {
            engine.apply(batch);
            History.applyTo(live, batch);
        }
        GraphSnapshot before = graph.snapshot();
        Split split = choose(before, chance);
        if (split == null) {
            return;
        }
        Parted done;
        try {
            Parted shown = engine.splitOnTrial(split.customer, split.members(), "ann", "", "steward");
            assertThat(graph.snapshot()).isEqualTo(before);
            done = engine.split(split.customer, split.members(), "ann", "", "steward");
            assertThat(done).isEqualTo(shown);
            parted[0]++;
        } catch (IllegalAssertion e) {
            assertThat(graph.snapshot()).isEqualTo(before);
            parted[1]++;
            return;
        }
        requireParted(split, graph.snapshot());
        assertThat(picture(graph, history, live)).isEqualTo(GraphPicture.of(graph.snapshot()));
        for (List<Change> batch : batches.subList(half, batches.size())) {
            engine.apply(batch);
            History.applyTo(live, batch);
            assertThat(picture(graph, history, live)).isEqualTo(GraphPicture.of(graph.snapshot()));
            requireFoundersApart(split, graph.snapshot());
        }
        done.assertions().forEach(each -> engine.retract(each.id(), "ann", "", "steward"));
        assertThat(graph.assertions()).isEmpty();
        assertThat(picture(graph, history, live)).isEqualTo(GraphPicture.of(graph.snapshot()));
    }

    private static GraphPicture picture(MemoryGraph graph, History history, Map<RecordKey, SourceRecord> live) {
        List<StoredAssertion> words = graph.assertions();
        return GraphPicture.expected(history.policy(), history.matcher(), live.values(), words);
    }

    private record Split(String customer, Set<String> going, Set<String> staying, RecordKey first, RecordKey rest) {
        List<String> members() {
            return List.copyOf(going);
        }
    }

    private static Split choose(GraphSnapshot graph, Chance chance) {
        List<String> candidates = new ArrayList<>();
        graph.members().forEach((id, members) -> {
            if (members.stream().filter(each -> Decision.recordOf(each) != null).count() > 1) {
                candidates.add(id);
            }
        });
        if (candidates.isEmpty()) {
            return null;
        }
        String customer = chance.oneOf(candidates);
        List<RecordKey> records = new ArrayList<>();
        Set<String> going = new TreeSet<>();
        for (String member : graph.members().get(customer)) {
            RecordKey record = Decision.recordOf(member);
            if (record != null) {
                records.add(record);
            } else if (chance.percent(20)) {
                going.add(member);
            }
        }
        records.sort((one, other) -> Long.compare(
                graph.records().get(one).seq(), graph.records().get(other).seq()));
        Set<RecordKey> parting =
                records.stream().filter(each -> chance.percent(40)).collect(Collectors.toSet());
        if (parting.isEmpty() || parting.size() == records.size()) {
            return null;
        }
        parting.forEach(each -> going.add(Decision.member(each)));
        Set<String> staying = records.stream()
                .filter(each -> !parting.contains(each))
                .map(Decision::member)
                .collect(Collectors.toSet());
        RecordKey first = records.stream().filter(parting::contains).findFirst().orElseThrow();
        RecordKey rest = records.stream()
                .filter(each -> !parting.contains(each))
                .findFirst()
                .orElseThrow();
        return new Split(customer, going, staying, first, rest);
    }

    private static void requireParted(Split split, GraphSnapshot graph) {
        Map<String, String> membership = graph.membership();
        Set<String> here = split.going.stream()
                .filter(each -> Decision.recordOf(each) != null)
                .map(membership::get)
                .collect(Collectors.toSet());
        assertThat(here).as("what goes stays together").hasSize(1);
        assertThat(split.staying.stream().map(membership::get)).doesNotContainAnyElementsOf(here);
    }

    private static void requireFoundersApart(Split split, GraphSnapshot graph) {
        boolean both =
                graph.records().containsKey(split.first) && graph.records().containsKey(split.rest);
        if (both) {
            assertThat(graph.records().get(split.first).customer())
                    .isNotEqualTo(graph.records().get(split.rest).customer());
        }
    }
}
