package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.EvidenceGraph;
import io.goldenrod.lineage.PathSearch;
import io.goldenrod.lineage.StrongestPath;
import io.goldenrod.partition.Link;
import io.goldenrod.partition.LinkClass;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.Word;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import io.goldenrod.testkit.Property;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The strongest path as it is found in Neo4j, step by step, against the one in the graph as a whole. */
@OnEachNeo4j
class StoredEvidenceIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Parameter
    Neo4jUnderTest neo4j;

    @Test
    void anyTwoMembersOfACustomerAreJoinedByTheStrongestPathThatThereIs() {
        int[] steps = new int[1];
        int[] words = new int[1];
        Property.check("paths as stored", 25, Histories.upTo(40).withMatching(), history -> {
            neo4j.wipe();
            Policy policy = history.policy();
            var store = new StoredResolution(neo4j.database(), policy, CLOCK);
            var engine = new ResolutionEngine(store, policy, history.matcher(), CLOCK);
            for (List<Change> batch : history.batches()) {
                engine.apply(batch);
            }
            List<StoredAssertion> said = say(engine, new SnapshotReader(neo4j, policy).read());
            GraphSnapshot snapshot = new SnapshotReader(neo4j, policy).read();
            EvidenceGraph whole = whole(snapshot, new Rules(policy));
            Map<String, String> customerOf = snapshot.membership();
            for (StoredAssertion word : said) {
                String customer = customerOf.get(word.left());
                if (word.kind() == Kind.SAME && customer != null && customer.equals(customerOf.get(word.right()))) {
                    whole.link(
                            word.left(),
                            word.right(),
                            LinkClass.SAME,
                            0,
                            word.at().toEpochMilli(),
                            word.id());
                    words[0]++;
                }
            }
            var reads = new StoredExplainReads(neo4j.database(), () -> policy);
            snapshot.members().forEach((customer, members) -> {
                List<String> ends = List.copyOf(members);
                for (int i = 1; i < Math.min(ends.size(), 6); i++) {
                    String from = ends.get(0);
                    String to = ends.get(ends.size() - i);
                    if (!from.equals(to)) {
                        PathSearch.Result found = PathSearch.find(from, to, reads.links(customer));
                        List<String> expected = names(StrongestPath.find(whole, from, to), whole);
                        assertThat(names(found.path(), found.graph())).isEqualTo(expected);
                        steps[0] += expected.size();
                    }
                }
            });
        });
        assertThat(steps[0]).isGreaterThan(100);
        assertThat(words[0]).isGreaterThan(10);
    }

    /** A few words about members of any customers. */
    private static List<StoredAssertion> say(ResolutionEngine engine, GraphSnapshot snapshot) {
        List<String> members = List.copyOf(snapshot.membership().keySet());
        Chance chance = new Chance(members.size());
        List<StoredAssertion> said = new ArrayList<>();
        for (int i = 0; i < 4 && members.size() > 1; i++) {
            Kind kind = chance.percent(75) ? Kind.SAME : Kind.DIFFERENT;
            Word word = new Word(kind, chance.oneOf(members), chance.oneOf(members), "ann", "");
            try {
                said.add(engine.say(word, "steward").assertion());
            } catch (IllegalAssertion e) {
                // what cannot be said changes nothing
            }
        }
        return said.stream().distinct().toList();
    }

    private static List<String> names(StrongestPath path, EvidenceGraph graph) {
        List<String> names = new ArrayList<>();
        for (Link link : path.links()) {
            String left = graph.name(link.left());
            String right = graph.name(link.right());
            boolean ordered = left.compareTo(right) < 0;
            names.add((ordered ? left : right) + " " + link.linkClass().name() + " " + (ordered ? right : left));
        }
        return names;
    }

    private static EvidenceGraph whole(GraphSnapshot snapshot, Rules rules) {
        EvidenceGraph whole = new EvidenceGraph();
        whole.restartComplete();
        snapshot.links().values().forEach(link -> {
            boolean links =
                    snapshot.identifiers().get(link.identifier()).state().suppressed() == null;
            if (link.held() == null && links) {
                whole.link(
                        Decision.member(link.record()),
                        link.identifier().key(),
                        rules.linkClass(link.identifier().type()),
                        0,
                        link.at().toEpochMilli(),
                        "");
            }
        });
        snapshot.pairs().values().forEach(tie -> {
            if (tie.pair().isMatched() && tie.pair().held() == null) {
                whole.link(
                        Decision.member(tie.pair().left()),
                        Decision.member(tie.pair().right()),
                        rules.matched(),
                        tie.pair().weight(),
                        0,
                        "");
            }
        });
        return whole;
    }
}
