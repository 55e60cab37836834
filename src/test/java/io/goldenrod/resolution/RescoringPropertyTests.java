package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.DecisionReplay;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After re-scoring the graph is as if its records had come under the other way of matching. */
class RescoringPropertyTests {

    private static final Histories HISTORIES = Histories.upTo(40).withMatching();

    @Test
    void whateverTheRecordsWereMatchedByBefore() {
        int[] changed = {0};
        Property.check("re-scored", 1_500, HISTORIES, history -> {
            Chance chance = new Chance(history.hashCode());
            History other = chance.percent(15)
                    ? new History(history.policies(), history.steps())
                    : new History(history.policies(), HISTORIES.generate(chance).matching(), history.steps());
            boolean turned = chance.percent(50);
            History before = turned ? other : history;
            History after = turned ? history : other;
            HistoryRun run = new HistoryRun(before);
            GraphSnapshot old = run.run(before, (from, to, batch, answers) -> {});
            rescore(run, after, chance);
            GraphSnapshot now = run.snapshot();
            assertThat(GraphPicture.of(now))
                    .isEqualTo(GraphPicture.expected(after.policy(), after.matcher(), run.live()));
            changed[0] += now.members().equals(old.members()) ? 0 : 1;
            DecisionReplay replay = new DecisionReplay(now.decisions());
            assertThat(replay.membership()).isEqualTo(now.membership());
            assertThat(replay.active()).isEqualTo(now.members().keySet());
        });
        assertThat(changed[0]).isGreaterThan(100);
    }

    /** In key order and in parts of any size; now and then cut off, so that some are brought up twice. */
    private static void rescore(HistoryRun run, History after, Chance chance) {
        List<SourceRecord> records = new ArrayList<>(run.live());
        int size = chance.between(1, 8);
        for (int from = 0; from < records.size(); from += size) {
            List<SourceRecord> some = records.subList(from, Math.min(records.size(), from + size));
            run.engine(after).rescore(some, "rescore");
            if (chance.percent(20)) {
                run.engine(after).rescore(some, "rescore");
            }
        }
    }

    @Test
    void onceMoreChangesNothing() {
        Property.check("re-scored twice", 300, HISTORIES, history -> {
            HistoryRun run = new HistoryRun(history);
            GraphSnapshot before = run.run(history, (from, to, batch, answers) -> {});
            run.engine(history).rescore(List.copyOf(run.live()), "rescore");
            assertThat(run.snapshot()).isEqualTo(before);
        });
    }
}
