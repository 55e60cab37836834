package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.StoredPair.Kind;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.DecisionReplay;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.History.Step;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every history of records that match, with blocks that grow too large and shrink again. */
class MatchingEnginePropertyTests {

    private static final Histories HISTORIES = Histories.upTo(40).withMatching();

    @Test
    void theGeneratorExercisesEverything() {
        Map<String, Integer> seen = new TreeMap<>();
        long[] fast = {0, 0};
        Property.check("coverage of matching", 1_000, HISTORIES, history -> {
            HistoryRun run = new HistoryRun(history);
            Set<String> inThis = new TreeSet<>();
            run.run(history, (before, after, batch, answers) -> {
                after.customers()
                        .values()
                        .forEach(node -> inThis.add("bond " + node.state().bond()));
                after.pairs()
                        .forEach((key, tie) -> inThis.add(
                                tie.pair().kind() + " held " + tie.pair().held()));
                before.pairs().forEach((key, tie) -> {
                    boolean both = after.records().containsKey(tie.pair().left())
                            && after.records().containsKey(tie.pair().right());
                    if (both && !after.pairs().containsKey(key)) {
                        inThis.add("untied");
                    }
                });
                after.pairs().forEach((key, tie) -> {
                    boolean both = before.records().containsKey(tie.pair().left())
                            && before.records().containsKey(tie.pair().right());
                    if (both && !before.pairs().containsKey(key)) {
                        inThis.add("tied later");
                    }
                });
            });
            run.decisions().forEach(decision -> {
                if ("matched".equals(decision.linkClass())) {
                    String constraint = decision.constraint() == null ? "" : " " + decision.constraint();
                    inThis.add("decision " + decision.kind() + constraint);
                }
            });
            inThis.forEach(each -> seen.merge(each, 1, Integer::sum));
            fast[0] += run.membersLoaded() == 0 ? 1 : 0;
            fast[1] += run.membersLoaded();
        });
        System.out.println("histories of matches by what occurs: " + seen);
        assertThat(seen)
                .containsKeys(
                        "bond STRONG",
                        "bond WEAK",
                        "bond MATCHED",
                        "MATCHED held CHAIN",
                        "MATCHED held LIMIT",
                        "MATCHED held null",
                        "POSSIBLE held null",
                        "untied",
                        "tied later",
                        "decision JOINED",
                        "decision MERGED",
                        "decision HELD CHAIN",
                        "decision RELEASED CHAIN");
        assertThat(seen.values()).allMatch(count -> count >= 10);
    }

    @Test
    void afterEveryBatchTheGraphIsAFunctionOfTheRecords() {
        Property.check("function of the records that match", 2_000, HISTORIES, history -> {
            HistoryRun run = new HistoryRun(history);
            run.run(
                    history,
                    (before, after, batch, answers) -> assertThat(GraphPicture.of(after))
                            .isEqualTo(GraphPicture.expected(history.policy(), history.matcher(), run.live())));
        });
    }

    @Test
    void withoutTheFastPathTheGraphIsTheSame() {
        Property.check("slow path of matching", 500, HISTORIES, history -> {
            HistoryRun slow = new HistoryRun(history, false);
            slow.run(
                    history,
                    (before, after, batch, answers) -> assertThat(GraphPicture.of(after))
                            .isEqualTo(GraphPicture.expected(history.policy(), history.matcher(), slow.live())));
        });
    }

    @Test
    void resolvingAllAtOnceFindsTheSameCustomersAndMatches() {
        Property.check("all at once", 1_000, HISTORIES, history -> {
            GraphSnapshot online = HistoryRun.of(history);
            WholeResolution whole = WholeResolution.of(history.live(), history.policy(), history.matcher());
            Set<Set<String>> customers = new HashSet<>();
            online.members()
                    .values()
                    .forEach(members -> customers.add(members.stream()
                            .filter(member -> member.startsWith("record:"))
                            .collect(Collectors.toSet())));
            Set<Set<String>> expected = new HashSet<>();
            whole.customers()
                    .forEach(records -> expected.add(
                            records.stream().map(key -> "record:" + key).collect(Collectors.toSet())));
            assertThat(customers).isEqualTo(expected);
            Map<String, String> matches = new TreeMap<>();
            whole.matches().forEach(match -> matches.put(match.key(), match.weight() + " " + match.held()));
            Map<String, String> found = new TreeMap<>();
            online.pairs().forEach((key, tie) -> {
                if (tie.pair().kind() == Kind.MATCHED) {
                    found.put(key, tie.pair().weight() + " " + tie.pair().held());
                }
            });
            assertThat(found).isEqualTo(matches);
        });
    }

    @Test
    void neitherOrderNorRepetitionNorBatchesChangeTheGraph() {
        Histories histories = Histories.upTo(30).withMatching().withoutDeletions();
        Property.check("order of arrival of matches", 800, histories, history -> {
            Chance chance = new Chance(history.hashCode());
            List<Step> steps = new ArrayList<>(history.steps());
            history.steps().stream().filter(step -> chance.percent(20)).forEach(steps::add);
            History shuffled = history.withSteps(chance.shuffled(steps)).inBatches(chance.between(1, 8), chance);
            assertThat(GraphPicture.of(HistoryRun.of(shuffled))).isEqualTo(GraphPicture.of(HistoryRun.of(history)));
        });
    }

    @Test
    void aDeletedRecordNeverCame() {
        Property.check("deletion of matches", 800, HISTORIES, history -> {
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
    void decisionsAloneTellWhoBelongsToWhomAndWhatIsHeld() {
        Property.check("decisions of matches", 800, HISTORIES, history -> {
            for (boolean fastPath : List.of(true, false)) {
                new HistoryRun(history, fastPath).run(history, (before, after, batch, answers) -> {
                    DecisionReplay replay = new DecisionReplay(after.decisions());
                    assertThat(replay.membership()).isEqualTo(after.membership());
                    assertThat(replay.active()).isEqualTo(after.members().keySet());
                    assertThat(replay.held()).isEqualTo(held(after));
                });
            }
        });
    }

    private static Map<String, String> held(GraphSnapshot graph) {
        Map<String, String> held = new TreeMap<>();
        graph.links().forEach((key, link) -> {
            if (link.held() != null) {
                held.put(key, link.held().name());
            }
        });
        graph.pairs().values().forEach(tie -> {
            if (tie.pair().held() != null) {
                held.put(
                        tie.pair().left() + "|record:" + tie.pair().right(),
                        tie.pair().held().name());
            }
        });
        return held;
    }
}
