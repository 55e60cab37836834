package io.goldenrod.neo4j;

import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.policy.Policy;
import java.time.Clock;
import java.util.function.Function;

/** The writing side of the graph in Neo4j. */
public final class StoredResolution implements ResolutionStore {

    private final Database database;
    private final Policy policy;
    private final Clock clock;

    public StoredResolution(Database database, Policy policy, Clock clock) {
        this.database = database;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        return database.write(runner -> work.apply(new ResolutionTransaction(runner, policy, clock.instant())));
    }
}
