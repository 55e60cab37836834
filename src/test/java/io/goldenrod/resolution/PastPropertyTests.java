package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.StoredLink;
import io.goldenrod.identity.Identifier;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Numbered;
import io.goldenrod.lineage.PastHolds;
import io.goldenrod.lineage.PastMembers;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the decisions up to a moment tell, against the graph in memory as it was then. */
class PastPropertyTests {

    @Test
    void decisionsUpToAMomentTellMembersHoldsAndSuppressions() {
        Property.check("the past from decisions", 300, Histories.upTo(40), PastPropertyTests::check);
        Property.check(
                "the past from decisions, matched", 100, Histories.upTo(40).withMatching(), history -> check(history));
    }

    private static void check(History history) {
        List<GraphSnapshot> then = new ArrayList<>();
        List<Decision> decisions = new HistoryRun(history)
                .run(history, (before, after, batch, answers) -> then.add(after))
                .decisions();
        for (GraphSnapshot moment : then) {
            List<Numbered> told = new ArrayList<>();
            for (int i = 0; i < moment.decisions().size(); i++) {
                told.add(new Numbered(i + 1, decisions.get(i)));
            }
            PastMembers members = PastMembers.of(told);
            moment.members()
                    .forEach((customer, its) ->
                            assertThat(members.of(customer)).as(customer).isEqualTo(its));
            PastHolds holds = PastHolds.of(told);
            assertThat(constraints(holds)).isEqualTo(constraints(moment));
            moment.identifiers()
                    .forEach((identifier, node) -> assertThat(reason(holds, identifier, history))
                            .as(identifier.key())
                            .isEqualTo(node.state().suppressed()));
        }
    }

    private static Map<String, String> constraints(PastHolds holds) {
        Map<String, String> constraints = new TreeMap<>();
        holds.held().forEach((link, decision) -> constraints.put(link, decision.constraint()));
        return constraints;
    }

    private static Map<String, String> constraints(GraphSnapshot moment) {
        Map<String, String> constraints = new TreeMap<>();
        for (StoredLink link : moment.links().values()) {
            if (link.held() != null) {
                constraints.put(link.key(), link.held().name());
            }
        }
        moment.pairs().values().stream()
                .map(GraphSnapshot.PairTie::pair)
                .filter(pair -> pair.held() != null)
                .forEach(pair -> constraints.put(
                        pair.left() + "|" + Decision.member(pair.right()),
                        pair.held().name()));
        return constraints;
    }

    private static String reason(PastHolds holds, Identifier identifier, History history) {
        Decision decision = holds.suppressed(identifier.key());
        if (identifier.type().equals("ip")) {
            return Sharing.NONE;
        }
        if (decision == null) {
            return null;
        }
        return history.policy().type(identifier.type()).blocks(identifier.value())
                ? Sharing.DENIED
                : Sharing.reason(decision.detail());
    }
}
