package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Asserted;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.Word;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import io.goldenrod.testkit.Property;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What stewards say in Neo4j against the same in memory. */
@OnEachNeo4j
class StoredAssertionsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Parameter
    Neo4jUnderTest neo4j;

    @Test
    void afterEveryWordItHoldsWhatTheGraphInMemoryHolds() {
        int[] said = {0};
        Property.check("words stored as in memory", 25, Histories.upTo(25), history -> live(history, said));
        assertThat(said[0]).isGreaterThan(50);
    }

    private void live(History history, int[] said) {
        neo4j.wipe();
        Policy policy = history.policy();
        Chance chance = new Chance(history.steps().size());
        MemoryGraph memory = new MemoryGraph(policy);
        var inMemory = new ResolutionEngine(memory, policy, history.matcher(), CLOCK);
        var store = new StoredResolution(neo4j.database(), policy, CLOCK);
        var stored = new ResolutionEngine(store, policy, history.matcher(), CLOCK);
        for (List<Change> batch : history.batches()) {
            GraphSnapshot before = read(policy);
            assertThat(stored.onTrial(batch)).isEqualTo(inMemory.onTrial(batch));
            assertThat(read(policy)).as("a trial leaves nothing").isEqualTo(before);
            assertThat(stored.apply(batch)).isEqualTo(inMemory.apply(batch));
            List<String> members =
                    new ArrayList<>(memory.snapshot().membership().keySet());
            for (int i = 0; i < 2 && members.size() > 1; i++) {
                Kind kind = chance.percent(60) ? Kind.SAME : Kind.DIFFERENT;
                Word word = new Word(kind, chance.oneOf(members), chance.oneOf(members), "ada", "seen");
                Object expected = outcome(inMemory, engine -> engine.say(word, "steward"));
                assertThat(outcome(stored, engine -> engine.say(word, "steward")))
                        .isEqualTo(expected);
                said[0]++;
            }
            List<StoredAssertion> inForce = memory.assertions();
            if (!inForce.isEmpty() && chance.percent(30)) {
                String id = chance.oneOf(inForce).id();
                assertThat(stored.retract(id, "ada", "", "steward"))
                        .isEqualTo(inMemory.retract(id, "ada", "", "steward"));
            }
            assertSame(read(policy), memory.snapshot());
        }
    }

    private GraphSnapshot read(Policy policy) {
        return new SnapshotReader(neo4j, policy).read();
    }

    private static Object outcome(ResolutionEngine engine, Function<ResolutionEngine, Asserted> saying) {
        try {
            return saying.apply(engine);
        } catch (IllegalAssertion e) {
            return List.of(e.reason(), e.chain());
        }
    }

    private static void assertSame(GraphSnapshot stored, GraphSnapshot memory) {
        assertThat(stored.promised().customers()).isEqualTo(memory.promised().customers());
        assertThat(stored.membership()).isEqualTo(memory.membership());
        assertThat(stored.identifiers()).isEqualTo(memory.identifiers());
        assertThat(stored.links()).isEqualTo(memory.links());
        assertThat(stored.decisions()).isEqualTo(memory.decisions());
    }
}
