package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.resolution.Change.Upsert;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.DecisionReplay;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.PolicySide;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Brought up to another policy, the graph is as if its records had come under that one. */
class BringUpPropertyTests {

    private static final Histories HISTORIES = Histories.upTo(40).withMatching();

    /** A graph that goes from policy to policy while records come. */
    private static final class Run {
        private final MemoryGraph graph;
        private final ResolutionEngine engine;
        private final Map<RecordKey, SourceRecord> said = new TreeMap<>();
        private final Chance chance;
        private final List<List<Change>> coming;
        private PolicySide side;

        Run(PolicySide first, History history, Chance chance) {
            graph = new MemoryGraph(first.policy());
            engine = new ResolutionEngine(graph, first.policy(), first.matcher(), HistoryRun.CLOCK);
            side = first;
            coming = new ArrayList<>(history.batches());
            this.chance = chance;
        }

        void takeIn(int percent) {
            while (!coming.isEmpty() && chance.percent(percent)) {
                List<Change> batch = coming.remove(0);
                History.applyTo(said, batch);
                engine.apply(batch.stream()
                        .map(each -> each instanceof Upsert upsert
                                ? new Upsert(side.read(upsert.record()), upsert.payload(), upsert.request())
                                : each)
                        .toList());
            }
        }

        /** A steward says something of two members, in case it can be said. */
        void speak(int percent) {
            List<String> members = new ArrayList<>(graph.snapshot().membership().keySet());
            if (members.size() > 1 && chance.percent(percent)) {
                Kind kind = chance.percent(60) ? Kind.SAME : Kind.DIFFERENT;
                try {
                    engine.say(new Word(kind, chance.oneOf(members), chance.oneOf(members), "ada", ""), "steward");
                } catch (IllegalAssertion refused) {
                    // it contradicts what was said before
                }
            }
        }

        void changeTo(PolicySide next) {
            BringUp bringUp = BringUp.between(
                    chance.percent(10) ? null : side.policy(),
                    next.policy(),
                    (stored, payload) -> next.read(said.get(stored.key())));
            if (side.folds() != next.folds()) {
                bringUp = new BringUp(
                        bringUp.reading(), true, bringUp.matchesAnew(), bringUp.countsAnew(), bringUp.showsAnew());
            }
            side = next;
            engine.follow(next.policy(), next.matcher(), false);
            int size = chance.between(1, 8);
            List<RecordKey> some = after("", size);
            while (!some.isEmpty()) {
                takeIn(30);
                speak(10);
                engine.bringUp(some, bringUp, "policy");
                if (chance.percent(15)) {
                    engine.bringUp(some, bringUp, "policy");
                }
                takeIn(20);
                some = after(some.get(some.size() - 1).toString(), size);
            }
            engine.follow(next.policy(), next.matcher(), true);
        }

        private List<RecordKey> after(String key, int limit) {
            return graph.snapshot().records().keySet().stream()
                    .map(RecordKey::toString)
                    .filter(each -> each.compareTo(key) > 0)
                    .sorted()
                    .limit(limit)
                    .map(RecordKey::parse)
                    .toList();
        }

        void check() {
            GraphSnapshot now = graph.snapshot();
            Collection<SourceRecord> read =
                    said.values().stream().map(side::read).toList();
            assertThat(GraphPicture.of(now))
                    .isEqualTo(GraphPicture.expected(side.policy(), side.matcher(), read, graph.assertions()));
            DecisionReplay replay = DecisionReplay.acrossPolicies(now.decisions());
            assertThat(replay.membership()).isEqualTo(now.membership());
            assertThat(replay.active()).isEqualTo(now.members().keySet());
        }
    }

    @Test
    void whateverTheRecordsCameUnderAndWhateverComesMeanwhile() {
        int[] changed = {0};
        Property.check("brought up", 1_000, HISTORIES, history -> {
            Chance chance = new Chance(history.hashCode());
            PolicySide one = PolicySide.of(history, chance);
            PolicySide other = PolicySide.of(HISTORIES.generate(chance), chance);
            if (chance.percent(20)) {
                other = one.altered(chance);
            }
            Run run = new Run(one, history, chance);
            run.takeIn(85);
            run.speak(40);
            var before = run.graph.snapshot().members().values();
            run.changeTo(other);
            run.check();
            changed[0] += Set.copyOf(run.graph.snapshot().members().values()).equals(Set.copyOf(before)) ? 0 : 1;
            run.takeIn(100);
            run.check();
            run.changeTo(one);
            run.check();
        });
        assertThat(changed[0]).isGreaterThan(100);
    }

    @Test
    void onceMoreChangesNothing() {
        Property.check("brought up twice", 300, HISTORIES, history -> {
            MemoryGraph graph = new MemoryGraph(history.policy());
            var engine = new ResolutionEngine(graph, history.policy(), history.matcher(), HistoryRun.CLOCK);
            history.batches().forEach(engine::apply);
            GraphSnapshot before = graph.snapshot();
            BringUp everything = new BringUp((stored, payload) -> stored, true, true, true, false);
            engine.bringUp(List.copyOf(before.records().keySet()), everything, "policy");
            assertThat(graph.snapshot()).isEqualTo(before);
        });
    }
}
