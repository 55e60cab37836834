package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.GraphSnapshot.CustomerNode;
import io.goldenrod.testkit.GraphSnapshot.Status;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.History.Step;
import io.goldenrod.testkit.Property;
import io.goldenrod.testkit.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What golden IDs promise, in every history. */
class CustomerIdPropertyTests {

    @Test
    void everyIdEverAnsweredResolvesForEver() {
        Property.check("resolves for ever", 1_000, Histories.upTo(40), history -> {
            Set<String> answered = new HashSet<>();
            new HistoryRun(history).run(history, (before, after, batch, answers) -> {
                answers.stream()
                        .map(RecordAnswer::customerId)
                        .filter(id -> id != null)
                        .forEach(answered::add);
                assertThat(after.customers().keySet())
                        .containsAll(answered)
                        .containsAll(before.customers().keySet());
                after.customers().forEach((id, node) -> checkNode(after, id, node));
                before.customers().forEach((id, node) -> {
                    if (node.status() == Status.RETIRED) {
                        assertThat(after.customers().get(id))
                                .as("a retired ID stays so")
                                .isEqualTo(node);
                    }
                });
            });
        });
    }

    private static void checkNode(GraphSnapshot graph, String id, CustomerNode node) {
        switch (node.status()) {
            case ACTIVE -> {
                RecordKey founder = node.state().founder();
                assertThat(graph.records()).as("founder of " + id).containsKey(founder);
                assertThat(graph.records().get(founder).customer()).isEqualTo(id);
                assertThat(node.mergedInto()).isEmpty();
            }
            case MERGED -> {
                assertThat(node.mergedInto()).isNotEmpty().doesNotContain(id);
                for (String survivor : node.mergedInto()) {
                    assertThat(graph.customers().get(survivor).status())
                            .as("%s answers in one hop", id)
                            .isNotEqualTo(Status.MERGED);
                }
            }
            case RETIRED -> assertThat(node.mergedInto()).isEmpty();
            default -> throw new AssertionError(node.status());
        }
    }

    @Test
    void anIdGoesWhereItsFounderGoes() {
        Property.check(
                "founder",
                1_000,
                Histories.upTo(40),
                history -> new HistoryRun(history)
                        .run(
                                history,
                                (before, after, batch, answers) -> before.customers()
                                        .forEach((id, node) -> {
                                            RecordKey founder = node.state().founder();
                                            boolean stayed = node.status() == Status.ACTIVE
                                                    && after.records().containsKey(founder)
                                                    && after.records()
                                                                    .get(founder)
                                                                    .seq()
                                                            == before.records()
                                                                    .get(founder)
                                                                    .seq();
                                            if (stayed) {
                                                assertThat(after.resolve(id))
                                                        .isEqualTo(after.records()
                                                                .get(founder)
                                                                .customer());
                                            }
                                        })));
    }

    /** Of former IDs too, as long as no record is deleted. */
    @Test
    void everyIdAnswersWithItsFoundersCustomer() {
        Property.check(
                "founders of all",
                1_000,
                Histories.upTo(40).withoutDeletions(),
                history -> new HistoryRun(history)
                        .run(
                                history,
                                (before, after, batch, answers) -> after.customers()
                                        .forEach((id, node) -> assertThat(after.resolve(id))
                                                .isEqualTo(after.records()
                                                        .get(node.state().founder())
                                                        .customer()))));
    }

    @Test
    void theOldestIdSurvivesAMerge() {
        int[] merges = {0};
        Property.check("oldest survives", 1_000, Histories.upTo(40), history -> {
            GraphSnapshot graph = HistoryRun.of(history);
            for (Decision decision : graph.decisions()) {
                if (decision.kind() == Kind.MERGED) {
                    merges[0]++;
                    assertThat(foundedSeq(graph, decision.customer()))
                            .isLessThanOrEqualTo(foundedSeq(graph, decision.other()));
                }
            }
        });
        assertThat(merges[0]).isGreaterThan(300);
    }

    private static long foundedSeq(GraphSnapshot graph, String id) {
        return graph.customers().get(id).state().foundedSeq();
    }

    /** A bridge that comes and goes: who was a customer before is the same one after. */
    @Test
    void aWrongMergeUndoneGivesTheOldIdsBack() {
        int[] bridged = {0};
        Property.check("undone", 800, Histories.upTo(25), history -> {
            Chance chance = new Chance(history.hashCode());
            List<Step> steps = new ArrayList<>(history.oneByOne().steps());
            GraphSnapshot before = HistoryRun.of(history.withSteps(steps));
            Records bridge = Records.record("crm/bridge").at("2026-01-05");
            before.identifiers().keySet().stream()
                    .filter(identifier -> chance.percent(30))
                    .forEach(identifier -> bridge.identifier(identifier.type(), identifier.value()));
            steps.add(History.say(bridge.build()));
            bridged[0] += HistoryRun.of(history.withSteps(steps)).members().size()
                            < before.members().size()
                    ? 1
                    : 0;
            steps.add(History.delete("crm/bridge"));
            assertThat(HistoryRun.of(history.withSteps(steps)).members()).isEqualTo(before.members());
        });
        assertThat(bridged[0]).isGreaterThan(50);
    }

    /** With other batches an ID may differ where customers met and parted within a batch: count how often. */
    @Test
    void batchesSeldomChangeAnId() {
        int[] customers = {0, 0};
        Property.check("batches and IDs", 1_000, Histories.upTo(40), history -> {
            Chance chance = new Chance(history.hashCode());
            GraphSnapshot one = HistoryRun.of(history.oneByOne());
            GraphSnapshot other = HistoryRun.of(history.inBatches(chance.between(2, 20), chance));
            Map<Set<String>, String> idOf = new HashMap<>();
            one.members().forEach((id, members) -> idOf.put(members, id));
            assertThat(new HashSet<>(other.members().values())).isEqualTo(idOf.keySet());
            other.members().forEach((id, members) -> customers[id.equals(idOf.get(members)) ? 0 : 1]++);
        });
        System.out.println(
                "customers with the same ID in other batches: " + customers[0] + ", with another: " + customers[1]);
        assertThat(customers[1]).isLessThan(customers[0] / 10);
    }
}
