package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.resolution.MergeTree.Step;
import io.goldenrod.resolution.PolicyInUse.Parts;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.Property;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergeTreePropertyTests {

    @Test
    void stepByStepTheTreeComesToAllMembersOfItsCustomer() {
        check("a tree spans its customer", Histories.upTo(40));
    }

    @Test
    void withMatchesToo() {
        check("a tree with matches spans its customer", Histories.upTo(40).withMatching());
    }

    private static void check(String name, Histories histories) {
        int[] steps = new int[1];
        Property.check(name, 300, histories, history -> {
            MemoryGraph graph = graphAfter(history);
            GraphSnapshot snapshot = graph.snapshot();
            var trees =
                    new MergeTrees(graph, new PolicyInUse(new Parts(history.policy(), history.matcher(), null, true)));
            snapshot.members().forEach((customer, members) -> {
                MergeTree tree = trees.of(customer);
                assertThat(tree.members()).isEqualTo(members.size());
                assertThat(tree.steps()).hasSize(members.size() - 1);
                assertThat(members.size() == 1 || joined(tree.steps()).equals(members))
                        .isTrue();
                assertThat(tree.held().values().stream().mapToLong(each -> each).sum())
                        .as("%s", tree.held())
                        .isEqualTo(snapshot.customers().get(customer).state().held());
                steps[0] += tree.steps().size();
            });
        });
        assertThat(steps[0]).isGreaterThan(1_000);
    }

    private static MemoryGraph graphAfter(History history) {
        MemoryGraph graph = new MemoryGraph(history.policy());
        var engine = new ResolutionEngine(graph, history.policy(), history.matcher(), HistoryRun.CLOCK);
        for (List<Change> batch : history.batches()) {
            engine.apply(batch);
        }
        return graph;
    }

    /** The members of the part that the last step makes, with the sizes looked at on the way. */
    private static Set<String> joined(List<Step> steps) {
        Map<String, Set<String>> parts = new HashMap<>();
        Set<String> last = Set.of();
        for (Step step : steps) {
            Set<String> left = parts.computeIfAbsent(step.left(), each -> new HashSet<>(Set.of(each)));
            Set<String> right = parts.computeIfAbsent(step.right(), each -> new HashSet<>(Set.of(each)));
            assertThat(left).hasSize(step.leftSize()).doesNotContain(step.right());
            assertThat(right).hasSize(step.rightSize());
            left.addAll(right);
            assertThat(left).hasSize(step.size());
            left.forEach(each -> parts.put(each, left));
            last = left;
        }
        return last;
    }
}
