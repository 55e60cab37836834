package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.PolicyStore.Kept;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.CheckReport;
import io.goldenrod.quality.GraphCheck;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import io.goldenrod.testkit.PinSteps;
import io.goldenrod.testkit.Property;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Pins in Neo4j against pins in memory, and against the check. */
@OnEachNeo4j
class StoredPinsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Parameter
    Neo4jUnderTest neo4j;

    @Test
    void afterEveryStepItHoldsWhatTheGraphInMemoryHolds() {
        Property.check("pins stored as in memory", 25, Histories.upTo(30), history -> {
            neo4j.wipe();
            Policy policy = history.policy();
            MemoryGraph memory = new MemoryGraph(policy);
            var store = new StoredResolution(neo4j.database(), policy, CLOCK);
            var inMemory = new ResolutionEngine(memory, policy, history.matcher(), CLOCK);
            var stored = new ResolutionEngine(store, policy, history.matcher(), CLOCK);
            var steps = new PinSteps(memory, store);
            Chance chance = new Chance(history.hashCode());
            for (List<Change> batch : history.batches()) {
                assertThat(stored.apply(batch)).isEqualTo(inMemory.apply(batch));
                List<String> customers = List.copyOf(memory.snapshot().members().keySet());
                if (!customers.isEmpty()) {
                    steps.take(chance, customers);
                }
                GraphSnapshot expected = memory.snapshot();
                GraphSnapshot found = new SnapshotReader(neo4j, policy).read();
                assertThat(found.customers()).isEqualTo(expected.customers());
                assertThat(found.decisions()).isEqualTo(expected.decisions());
                assertThat(found.records()).isEqualTo(expected.records());
            }
        });
    }

    @Test
    void theCheckSeesAPinThatTheProfileDoesNotShow() {
        neo4j.wipe();
        Chance chance = new Chance(5);
        var history = Histories.upTo(30).generate(chance);
        Policy policy = history.policy();
        new StoredPolicies(neo4j.database())
                .adopt(new Kept(policy.hash(), policy.name(), "{}", null), false, CLOCK.instant());
        var store = new StoredResolution(neo4j.database(), policy, CLOCK);
        var engine = new ResolutionEngine(store, policy, CLOCK);
        var steps = new PinSteps(store);
        for (List<Change> batch : history.batches()) {
            engine.apply(batch);
            List<String> customers = List.copyOf(
                    new SnapshotReader(neo4j, policy).read().members().keySet());
            if (!customers.isEmpty()) {
                steps.take(chance, customers);
            }
        }
        assertThat(check(policy).findings()).isEmpty();
        neo4j.query(
                "MATCH (r:Record) WHERE r.pins IS NOT NULL WITH r LIMIT 1 SET r.pins = replace(r.pins, 'ann', 'eve')");
        assertThat(check(policy).findings())
                .anyMatch(finding -> finding.toString().contains("pins"));
    }

    private CheckReport check(Policy policy) {
        return new GraphCheck(new StoredScan(neo4j.database(), policy), policy, null).run();
    }
}
