package io.goldenrod.neo4j;

import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.ResolutionStoreContractTests;
import io.goldenrod.policy.Policy;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.Parameter;

/** The graph in Neo4j does what every graph store must do; it is read back here without the code that wrote it. */
@OnEachNeo4j
class StoredResolutionIT extends ResolutionStoreContractTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Parameter
    Neo4jUnderTest neo4j;

    private Policy policy;

    @Override
    protected ResolutionStore emptyStore(Policy other) {
        policy = other;
        neo4j.wipe();
        return new StoredResolution(neo4j.database(), policy, CLOCK);
    }

    @Override
    protected int histories() {
        return 40;
    }

    @Override
    protected GraphSnapshot snapshot() {
        return new SnapshotReader(neo4j, policy).read();
    }
}
