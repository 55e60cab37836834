package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.StoredLink;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.resolution.RecordAnswer.Held;
import io.goldenrod.resolution.RecordAnswer.Outcome;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.GraphSnapshot.RecordNode;
import io.goldenrod.testkit.GraphSnapshot.Status;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.Property;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is answered is what has become of the record. */
class RecordAnswerPropertyTests {

    @Test
    void oneByOneTheAnswerTellsTheGraph() {
        Property.check("answers", 1_000, Histories.upTo(40), history -> {
            for (boolean fastPath : List.of(true, false)) {
                Sharing sharing = new Sharing(history.policy());
                new HistoryRun(history, fastPath).run(history.oneByOne(), (before, after, batch, answers) -> {
                    assertThat(answers).hasSize(1);
                    check(before, after, batch.get(0), answers.get(0), sharing);
                });
            }
        });
    }

    private static void check(
            GraphSnapshot before, GraphSnapshot after, Change change, RecordAnswer answer, Sharing sharing) {
        RecordKey key = change.key();
        RecordNode node = after.records().get(key);
        assertThat(answer.key()).isEqualTo(key);
        assertThat(answer.errors()).isEmpty();
        if (!(change instanceof Change.Upsert upsert)) {
            assertThat(answer.outcome())
                    .isEqualTo(before.records().containsKey(key) ? Outcome.DELETED : Outcome.ABSENT);
            assertThat(answer.customerId()).isNull();
            assertThat(node).isNull();
            return;
        }
        assertThat(answer.customerId()).isEqualTo(node.customer());
        if (Set.of(Outcome.UNCHANGED, Outcome.STALE).contains(answer.outcome())) {
            assertThat(after).isEqualTo(before);
            return;
        }
        assertThat(node.record().fingerprint()).isEqualTo(upsert.record().fingerprint());
        assertThat(node.payload()).isEqualTo(upsert.payload());
        boolean founded = !before.customers().containsKey(answer.customerId())
                && after.customers().get(answer.customerId()).state().founder().equals(key);
        assertThat(answer.outcome() == Outcome.CREATED).isEqualTo(founded);
        Set<String> merged = new HashSet<>();
        before.customers().forEach((id, was) -> {
            if (was.status() == Status.ACTIVE
                    && after.customers().get(id).status() == Status.MERGED
                    && after.resolve(id).equals(answer.customerId())) {
                merged.add(id);
            }
        });
        assertThat(new HashSet<>(answer.merged())).isEqualTo(merged);
        assertThat(answer.outcome() == Outcome.MERGED).isEqualTo(!merged.isEmpty() && !founded);
        assertThat(new HashSet<>(answer.held())).isEqualTo(held(after, key, sharing));
    }

    private static Set<Held> held(GraphSnapshot graph, RecordKey key, Sharing sharing) {
        Set<Held> held = new HashSet<>();
        for (StoredLink link : graph.links().values()) {
            if (link.record().equals(key)) {
                var state = graph.identifiers().get(link.identifier()).state();
                if (state.suppressed() != null) {
                    String detail = sharing.detail(link.identifier(), state.companions());
                    held.add(new Held(link.identifier().key(), "SUPPRESSED", detail));
                } else if (link.held() != null) {
                    held.add(new Held(link.identifier().key(), link.held().name(), link.detail()));
                }
            }
        }
        return held;
    }

    /** In a batch an answer may be overtaken by a later one, but its ID answers, and each change has its answer. */
    @Test
    void inABatchEachChangeIsAnsweredInOrder() {
        Property.check(
                "answers of batches",
                600,
                Histories.upTo(40),
                history -> new HistoryRun(history).run(history, (before, after, batch, answers) -> {
                    assertThat(answers.stream().map(RecordAnswer::key).toList())
                            .isEqualTo(batch.stream().map(Change::key).toList());
                    for (RecordAnswer answer : answers) {
                        if (answer.customerId() != null) {
                            assertThat(after.customers()).containsKey(answer.customerId());
                        }
                        assertThat(after.customers().keySet()).containsAll(answer.merged());
                    }
                }));
    }
}
