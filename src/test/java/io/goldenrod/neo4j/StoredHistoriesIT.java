package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.RecordAnswer;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import io.goldenrod.testkit.Property;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The graph in Neo4j against the one in memory: after the same changes both hold the same. */
@OnEachNeo4j
class StoredHistoriesIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Parameter
    Neo4jUnderTest neo4j;

    @Test
    void afterEveryBatchItHoldsWhatTheGraphInMemoryHolds() {
        check("stored as in memory", Histories.upTo(40));
    }

    @Test
    void afterEveryBatchItHoldsTheSameBlocksAndMatches() {
        check("matches stored as in memory", Histories.upTo(40).withMatching());
    }

    private void check(String name, Histories histories) {
        Property.check(name, 25, histories, history -> {
            neo4j.wipe();
            Policy policy = history.policy();
            MemoryGraph memory = new MemoryGraph(policy);
            var inMemory = new ResolutionEngine(memory, policy, history.matcher(), CLOCK);
            var store = new StoredResolution(neo4j.database(), policy, CLOCK);
            var stored = new ResolutionEngine(store, policy, history.matcher(), CLOCK);
            Map<RecordKey, SourceRecord> live = new TreeMap<>();
            for (List<Change> batch : history.batches()) {
                List<RecordAnswer> expected = inMemory.apply(batch);
                List<RecordAnswer> answers = stored.apply(batch);
                assertThat(answers).isEqualTo(expected);
                assertSame(new SnapshotReader(neo4j, policy).read(), memory.snapshot());
                io.goldenrod.testkit.History.applyTo(live, batch);
            }
            assertThat(GraphPicture.of(new SnapshotReader(neo4j, policy).read()))
                    .isEqualTo(GraphPicture.expected(policy, history.matcher(), live.values()));
        });
    }

    private static void assertSame(GraphSnapshot stored, GraphSnapshot memory) {
        assertThat(stored.records()).isEqualTo(memory.records());
        assertThat(stored.identifiers()).isEqualTo(memory.identifiers());
        assertThat(stored.links()).isEqualTo(memory.links());
        assertThat(stored.blocks()).isEqualTo(memory.blocks());
        assertThat(stored.pairs()).isEqualTo(memory.pairs());
        assertThat(stored.customers()).isEqualTo(memory.customers());
        assertThat(stored.decisions()).isEqualTo(memory.decisions());
    }
}
