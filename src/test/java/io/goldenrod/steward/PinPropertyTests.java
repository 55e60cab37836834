package io.goldenrod.steward;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.golden.Pin;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.PinSteps;
import io.goldenrod.testkit.Property;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds of pins in every history, on the fast path and on the slow one. */
class PinPropertyTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    /** A history with steps of a steward between its batches, and which record each pin hangs on by the rules. */
    private static final class Run {
        private final MemoryGraph graph;
        private final ResolutionEngine engine;
        private final PinSteps steps;
        private final Map<RecordKey, SourceRecord> live = new TreeMap<>();

        /** The pinned value by record and attribute. */
        private final Map<String, String> expected = new TreeMap<>();

        private int winners;

        Run(History history) {
            graph = new MemoryGraph(history.policy());
            engine = new ResolutionEngine(graph, history.policy(), history.matcher(), CLOCK);
            steps = new PinSteps(graph);
        }

        void step(Chance chance, List<Change> batch) {
            engine.apply(batch);
            History.applyTo(live, batch);
            batch.stream()
                    .filter(change -> change instanceof Change.Delete)
                    .forEach(change -> expected.keySet().removeIf(pin -> pin.startsWith(change.key() + " ")));
            // what came again after it was deleted in the same batch came without its pins
            GraphSnapshot before = graph.snapshot();
            List<String> customers = new ArrayList<>(before.members().keySet());
            for (int i = 0; i < 2 && !customers.isEmpty() && chance.percent(60); i++) {
                PinSteps.Step step = steps.take(chance, customers);
                if (step.value() != null) {
                    RecordKey founder =
                            before.customers().get(step.customer()).state().founder();
                    Pin inForce = pinOf(before, step);
                    boolean again = inForce != null
                            && inForce.value().equals(step.value().shown());
                    if (!again) {
                        expected.put(
                                founder + " " + step.attribute(),
                                step.value().shown().toString());
                    }
                } else {
                    before.members().get(step.customer()).stream()
                            .filter(member -> member.startsWith(Decision.MEMBER_RECORD))
                            .map(member -> member.substring(Decision.MEMBER_RECORD.length()))
                            .forEach(record -> expected.remove(record + " " + step.attribute()));
                }
                before = graph.snapshot();
                Pin pin = pinOf(before, step);
                // the last word is in force
                assertThat(pin == null ? null : pin.value())
                        .isEqualTo(step.value() == null ? null : step.value().shown());
                winners++;
            }
        }

        private static Pin pinOf(GraphSnapshot graph, PinSteps.Step step) {
            return graph.customers()
                    .get(step.customer())
                    .state()
                    .profile()
                    .pins()
                    .get(step.attribute());
        }

        private Map<String, String> pinned() {
            Map<String, String> pinned = new TreeMap<>();
            graph.pins()
                    .forEach((record, pins) -> pins.forEach((attribute, pin) -> {
                        assertThat(pin.record()).isEqualTo(record);
                        pinned.put(record + " " + attribute, pin.value().toString());
                    }));
            return pinned;
        }
    }

    @Test
    void profilesAreAFunctionOfTheRecordsAndOfWhatHangsOnThem() {
        int[] seen = {0, 0, 0, 0};
        for (Histories histories :
                List.of(Histories.upTo(40), Histories.upTo(40).withMatching())) {
            Property.check("function of the records and pins", 700, histories, history -> {
                Run run = new Run(history);
                Chance chance = new Chance(history.hashCode());
                for (List<Change> batch : history.batches()) {
                    run.step(chance, batch);
                    assertThat(run.pinned()).isEqualTo(run.expected);
                    assertThat(GraphPicture.of(run.graph.snapshot()))
                            .isEqualTo(GraphPicture.expected(
                                    history.policy(), history.matcher(), run.live.values(), run.graph.pins()));
                }
                run.graph.snapshot().decisions().forEach(decision -> count(decision, seen));
                seen[3] += run.winners;
            });
        }
        System.out.println("pinned, ended, by deletion, steps: " + java.util.Arrays.toString(seen));
        assertThat(seen[0]).isGreaterThan(500);
        assertThat(seen[1]).isGreaterThan(100);
        assertThat(seen[2]).isGreaterThan(20);
    }

    private static void count(Decision decision, int[] seen) {
        seen[0] += decision.kind() == Kind.ASSERTED ? 1 : 0;
        seen[1] += decision.kind() == Kind.RETRACTED ? 1 : 0;
        seen[2] += decision.kind() == Kind.RETRACTED && !decision.request().equals("steward") ? 1 : 0;
    }

    @Test
    void decisionsAloneTellWhatIsPinned() {
        Property.check("decisions of pins", 700, Histories.upTo(40), history -> {
            Run run = new Run(history);
            Chance chance = new Chance(history.hashCode());
            for (List<Change> batch : history.batches()) {
                run.step(chance, batch);
                Set<String> replayed = new TreeSet<>();
                for (Decision decision : run.graph.snapshot().decisions()) {
                    if (Decision.PIN.equals(decision.linkClass())) {
                        String attribute = decision.detail().split(" by ")[0];
                        String pin = decision.record() + " " + attribute;
                        boolean fits =
                                decision.kind() == Kind.ASSERTED ? replayed.add(pin) || true : replayed.remove(pin);
                        assertThat(fits).as("what ends was there: " + decision).isTrue();
                    }
                }
                assertThat(replayed).isEqualTo(run.expected.keySet());
            }
        });
    }
}
