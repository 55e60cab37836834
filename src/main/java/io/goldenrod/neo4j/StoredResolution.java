package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.policy.Policy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The writing side of the graph in Neo4j.
 *
 * <p>Transactions of one instance take turns here and not in the database: there each would wait for the same count,
 * and many that wait for one lock are now and then taken for a deadlock and sent back.
 */
public final class StoredResolution implements ResolutionStore {

    private static final Duration TURN_WAIT_MAX = Duration.ofSeconds(30);

    private final Database database;
    private final Policy policy;
    private final boolean settled;
    private final Clock clock;
    private final ReentrantLock turn;

    /** Written by a policy to which all records were brought up. */
    public StoredResolution(Database database, Policy policy, Clock clock) {
        this(database, policy, true, clock, new ReentrantLock(true));
    }

    private StoredResolution(Database database, Policy policy, boolean settled, Clock clock, ReentrantLock turn) {
        this.database = database;
        this.policy = policy;
        this.settled = settled;
        this.clock = clock;
        this.turn = turn;
    }

    @Override
    public StoredResolution under(Policy other, boolean isSettled) {
        return new StoredResolution(database, other, isSettled, clock, turn);
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        takeTurn();
        try {
            return database.write(
                    runner -> work.apply(new ResolutionTransaction(runner, policy, settled, clock.instant())));
        } finally {
            turn.unlock();
        }
    }

    @Override
    public <T> T onTrial(Function<Transaction, T> work) {
        takeTurn();
        try {
            return database.tryOut(
                    runner -> work.apply(new ResolutionTransaction(runner, policy, settled, clock.instant())));
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(TURN_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new GraphUnavailableException("the changes before this one are not written yet", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphUnavailableException("the wait for the changes before this one was interrupted", e);
        }
    }
}
