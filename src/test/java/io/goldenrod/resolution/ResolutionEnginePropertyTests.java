package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.DecisionReplay;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.History.Step;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for every history, of the graph that it ends in and of the decisions that it leaves. */
class ResolutionEnginePropertyTests {

    private static final Histories HISTORIES = Histories.upTo(40);

    @Test
    void theGeneratorExercisesEverything() {
        Map<String, Integer> seen = new TreeMap<>();
        long[] slow = {0, 0};
        Property.check("coverage", 1_500, HISTORIES, history -> {
            HistoryRun run = new HistoryRun(history);
            Set<String> inThis = new TreeSet<>();
            GraphSnapshot end = run.run(history, (before, after, batch, answers) -> {
                answers.forEach(answer -> inThis.add("outcome " + answer.outcome()));
                after.identifiers()
                        .values()
                        .forEach(node -> inThis.add("suppressed " + node.state().suppressed()));
                after.customers().values().forEach(node -> {
                    inThis.add("status " + node.status());
                    inThis.add("survivors " + Math.min(2, node.mergedInto().size()));
                });
            });
            end.decisions()
                    .forEach(decision -> inThis.add("decision " + decision.kind()
                            + (decision.constraint() == null ? "" : " " + decision.constraint())));
            inThis.forEach(each -> seen.merge(each, 1, Integer::sum));
            slow[0] += run.membersLoaded() == 0 ? 1 : 0;
            slow[1] += run.membersLoaded();
        });
        System.out.println("histories by what occurs: " + seen);
        System.out.println("histories wholly on the fast path: " + slow[0] + ", rounds on the slow one: " + slow[1]);
        assertThat(seen)
                .containsKeys(
                        "decision HELD LIMIT",
                        "decision HELD CONFLICT",
                        "decision HELD WEAK",
                        "decision HELD CONTESTED",
                        "decision HELD OVERSIZED",
                        "decision RELEASED LIMIT",
                        "decision RELEASED CONTESTED",
                        "decision SUPPRESSED",
                        "decision UNSUPPRESSED",
                        "decision SPLIT",
                        "decision RESTORED",
                        "decision RETIRED",
                        "decision LEFT",
                        "suppressed DENIED",
                        "suppressed SHARED",
                        "suppressed NAMES",
                        "suppressed NONE",
                        "survivors 2",
                        "outcome STALE",
                        "outcome UNCHANGED",
                        "outcome ABSENT");
        assertThat(seen.values()).allMatch(count -> count >= 10);
        assertThat(slow[0]).isGreaterThan(50);
    }

    @Test
    void afterEveryBatchTheGraphIsAFunctionOfTheRecords() {
        Property.check("function of the records", 2_000, HISTORIES, history -> {
            HistoryRun run = new HistoryRun(history);
            run.run(
                    history,
                    (before, after, batch, answers) -> assertThat(GraphPicture.of(after))
                            .isEqualTo(GraphPicture.expected(history.policy(), run.live())));
        });
    }

    @Test
    void withoutTheFastPathTheGraphIsTheSame() {
        Property.check("slow path", 1_000, HISTORIES, history -> {
            HistoryRun slow = new HistoryRun(history, false);
            slow.run(
                    history,
                    (before, after, batch, answers) -> assertThat(GraphPicture.of(after))
                            .isEqualTo(GraphPicture.expected(history.policy(), slow.live())));
        });
    }

    @Test
    void neitherOrderNorRepetitionNorBatchesChangeTheGraph() {
        Property.check("order of arrival", 1_000, Histories.upTo(30).withoutDeletions(), history -> {
            Chance chance = new Chance(history.hashCode());
            List<Step> steps = new ArrayList<>(history.steps());
            history.steps().stream().filter(step -> chance.percent(20)).forEach(steps::add);
            History shuffled = history.withSteps(chance.shuffled(steps)).inBatches(chance.between(1, 8), chance);
            assertThat(GraphPicture.of(HistoryRun.of(shuffled))).isEqualTo(GraphPicture.of(HistoryRun.of(history)));
        });
    }

    @Test
    void aDeletedRecordNeverCame() {
        Property.check("deletion", 1_000, HISTORIES, history -> {
            Chance chance = new Chance(history.hashCode());
            List<Step> steps = new ArrayList<>(history.steps());
            List<Step> rest = new ArrayList<>();
            for (SourceRecord record : history.live()) {
                if (chance.percent(30)) {
                    steps.add(new Step(record.key(), null, chance.percent(50)));
                } else {
                    rest.add(History.say(record));
                }
            }
            assertThat(GraphPicture.of(HistoryRun.of(history.withSteps(steps))))
                    .isEqualTo(GraphPicture.of(HistoryRun.of(history.withSteps(rest))));
        });
    }

    @Test
    void theSameHistoryGivesTheSameGraphAndDecisions() {
        Property.check(
                "repeat",
                500,
                HISTORIES,
                history -> assertThat(HistoryRun.of(history)).isEqualTo(HistoryRun.of(history)));
    }

    @Test
    void decisionsAloneTellWhoBelongsToWhomAfterEveryBatch() {
        Property.check("decisions", 1_000, HISTORIES, history -> {
            for (boolean fastPath : List.of(true, false)) {
                new HistoryRun(history, fastPath).run(history, (before, after, batch, answers) -> {
                    DecisionReplay replay = new DecisionReplay(after.decisions());
                    assertThat(replay.membership()).isEqualTo(after.membership());
                    assertThat(replay.active()).isEqualTo(after.members().keySet());
                    assertThat(replay.held()).isEqualTo(held(after));
                    assertThat(replay.suppressed()).isEqualTo(suppressed(after));
                });
            }
        });
    }

    @Test
    void everyDecisionNamesWhoAskedForIt() {
        Property.check("requests", 500, HISTORIES, history -> {
            Collection<Decision> decisions = HistoryRun.of(history).decisions();
            assertThat(decisions).allMatch(decision -> decision.request() != null && decision.record() != null);
        });
    }

    private static Map<String, String> held(GraphSnapshot graph) {
        Map<String, String> held = new TreeMap<>();
        graph.links().forEach((key, link) -> {
            if (link.held() != null) {
                held.put(key, link.held().name());
            }
        });
        return held;
    }

    private static Set<String> suppressed(GraphSnapshot graph) {
        Set<String> suppressed = new TreeSet<>();
        graph.identifiers().forEach((Identifier identifier, GraphSnapshot.IdentifierNode node) -> {
            if (node.state().suppressed() != null && !node.state().suppressed().equals(Sharing.NONE)) {
                suppressed.add(identifier.key());
            }
        });
        return suppressed;
    }
}
