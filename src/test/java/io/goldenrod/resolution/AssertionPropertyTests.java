package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.DecisionReplay;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a steward said stays in force, whatever comes and goes, and whatever the order. */
class AssertionPropertyTests {

    @Test
    void atAnyTimeTheGraphIsAFunctionOfTheRecordsAndOfWhatWasSaid() {
        check("said, by identifiers", Histories.upTo(30), true);
        check("said, slowly", Histories.upTo(20), false);
    }

    @Test
    void matchesAndWordsGoTogether() {
        check("said, with matches", Histories.upTo(30).withMatching(), true);
    }

    private static void check(String name, Histories histories, boolean fastPath) {
        int[] seen = new int[4];
        Property.check(name, 1_500, histories, history -> {
            Chance chance = new Chance(history.hashCode());
            Stewarded run = new Stewarded(history, fastPath);
            for (List<Change> batch : history.batches()) {
                run.apply(batch);
                run.compare();
                if (chance.percent(40)) {
                    run.speak(chance, seen);
                    run.compare();
                }
            }
            run.silence(chance);
            run.compare();
        });
        System.out.println(name + ": said " + seen[0] + ", refused " + seen[1] + ", retracted " + seen[2]
                + ", changing customers " + seen[3]);
        assertThat(seen[0]).isGreaterThan(500);
        assertThat(seen[1]).isGreaterThan(20);
        assertThat(seen[2]).isGreaterThan(100);
        assertThat(seen[3]).isGreaterThan(200);
    }

    /** A graph that lives through records and words. */
    private static final class Stewarded {

        private final History history;
        private final MemoryGraph graph;
        private final ResolutionEngine engine;
        private final Map<RecordKey, SourceRecord> live = new TreeMap<>();
        private final List<String> said = new ArrayList<>();

        Stewarded(History history, boolean fastPath) {
            this.history = history;
            graph = new MemoryGraph(history.policy());
            engine = new ResolutionEngine(graph, history.policy(), history.matcher(), HistoryRun.CLOCK, fastPath);
        }

        void apply(List<Change> batch) {
            GraphSnapshot before = graph.snapshot();
            Trial expected = engine.onTrial(batch);
            assertThat(graph.snapshot()).isEqualTo(before);
            assertThat(engine.apply(batch)).isEqualTo(expected.answers());
            List<Decision> decisions = graph.snapshot().decisions();
            int decidedBefore = before.decisions().size();
            assertThat(decisions.subList(decidedBefore, decisions.size())).isEqualTo(expected.decisions());
            History.applyTo(live, batch);
            batch.forEach(change -> said.add(change.toString()));
        }

        void compare() {
            GraphSnapshot now = graph.snapshot();
            assertThat(GraphPicture.of(now))
                    .as("after " + said)
                    .isEqualTo(GraphPicture.expected(
                            history.policy(), history.matcher(), live.values(), graph.assertions()));
            DecisionReplay replay = new DecisionReplay(now.decisions());
            assertThat(replay.membership()).isEqualTo(now.membership());
            assertThat(replay.active()).isEqualTo(now.members().keySet());
        }

        void speak(Chance chance, int[] seen) {
            GraphSnapshot before = graph.snapshot();
            List<String> members = new ArrayList<>(before.membership().keySet());
            List<StoredAssertion> inForce = graph.assertions();
            try {
                if (!inForce.isEmpty() && chance.percent(25)) {
                    StoredAssertion ended = chance.oneOf(inForce);
                    said.add("retract " + ended);
                    engine.retract(ended.id(), "ada", "", "steward");
                    seen[2]++;
                } else if (members.size() > 1) {
                    Kind kind = chance.percent(50) ? Kind.SAME : Kind.DIFFERENT;
                    Word word = new Word(kind, chance.oneOf(members), chance.oneOf(members), "ada", "seen");
                    said.add(word.toString());
                    Asserted expected = engine.saidOnTrial(word, "steward");
                    assertThat(graph.snapshot()).isEqualTo(before);
                    assertThat(engine.say(word, "steward")).isEqualTo(expected);
                    seen[0]++;
                }
            } catch (IllegalAssertion e) {
                assertThat(graph.snapshot()).isEqualTo(before);
                seen[1]++;
            }
            seen[3] += graph.snapshot().members().equals(before.members()) ? 0 : 1;
        }

        /** What was said is taken back, in any order, and is as if it had not been said. */
        void silence(Chance chance) {
            for (StoredAssertion each : chance.shuffled(graph.assertions())) {
                engine.retract(each.id(), "ada", "", "steward");
            }
            assertThat(GraphPicture.of(graph.snapshot()))
                    .isEqualTo(GraphPicture.expected(history.policy(), history.matcher(), live.values()));
        }
    }

    /** Records come in another order, and the words between them elsewhere, as soon as their members are there. */
    @Test
    void neitherTheOrderOfRecordsNorThatOfWordsMatters() {
        Property.check("order of words", 800, Histories.upTo(20).withoutDeletions(), history -> {
            Chance chance = new Chance(history.hashCode());
            Stewarded first = new Stewarded(history, true);
            history.batches().forEach(first::apply);
            for (int i = 0; i < 5; i++) {
                first.speak(chance, new int[4]);
            }
            List<StoredAssertion> words = chance.shuffled(first.graph.assertions());
            History shuffled =
                    history.withSteps(chance.shuffled(history.steps())).inBatches(chance.between(1, 6), chance);
            Stewarded second = new Stewarded(shuffled, true);
            List<StoredAssertion> waiting = new ArrayList<>(words);
            for (List<Change> batch : shuffled.batches()) {
                second.apply(batch);
                var there = new TreeSet<>(second.graph.snapshot().membership().keySet());
                List<StoredAssertion> now = waiting.stream()
                        .filter(each -> there.contains(each.left()) && there.contains(each.right()))
                        .toList();
                waiting.removeAll(now);
                for (StoredAssertion each : now) {
                    second.engine.say(new Word(each.kind(), each.left(), each.right(), "ada", ""), "steward");
                }
                second.compare();
            }
            if (waiting.isEmpty()) {
                assertThat(second.graph.snapshot().members().values().stream().map(List::copyOf))
                        .containsExactlyInAnyOrderElementsOf(first.graph.snapshot().members().values().stream()
                                .map(List::copyOf)
                                .toList());
            }
        });
    }
}
