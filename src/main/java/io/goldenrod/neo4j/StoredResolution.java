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
        boolean[] again = {false};
        return database.write(runner -> {
            // What met another transaction once takes its turn before it locks anything: those that do so cannot meet
            // each other again, so that however many write to the same customers, each comes through in a few tries.
            if (again[0]) {
                runner.run(ResolutionStatement.LOCK_SEQUENCE);
            }
            again[0] = true;
            return work.apply(new ResolutionTransaction(runner, policy, clock.instant()));
        });
    }
}
