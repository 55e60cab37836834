package io.goldenrod.neo4j;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.NotificationConfig;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;

/** To a server, or to a database in this process as if it were one. */
final class BoltTransport implements Transport {

    private static final Duration CONNECT_TIMEOUT_MAX = Duration.ofSeconds(5);

    private final Driver driver;
    private final SessionConfig reading;
    private final SessionConfig writing;

    private BoltTransport(Driver driver, DatabaseSettings settings) {
        this.driver = driver;
        this.reading = session(settings, AccessMode.READ);
        this.writing = session(settings, AccessMode.WRITE);
    }

    /**
     * Nothing is asked yet.
     *
     * @throws DatabaseStartException when the address is none
     */
    static BoltTransport to(DatabaseSettings settings) {
        return new BoltTransport(connect(settings), settings);
    }

    @Override
    public List<Row> run(Deadline deadline, Access access, Statement statement, Map<String, Object> parameters) {
        AsyncSession session = session(access);
        try {
            return deadline.await(session.runAsync(statement.file().text(), parameters, limit(deadline))
                    .thenCompose(BoltTransport::rows));
        } finally {
            session.closeAsync();
        }
    }

    @Override
    public Open begin(Deadline deadline, Access access) {
        AsyncSession session = session(access);
        try {
            return new BoltOpen(deadline, session, deadline.await(session.beginTransactionAsync(limit(deadline))));
        } catch (RuntimeException e) {
            session.closeAsync();
            throw e;
        }
    }

    private record BoltOpen(Deadline deadline, AsyncSession session, AsyncTransaction transaction) implements Open {

        @Override
        public List<Row> run(Statement statement, Map<String, Object> parameters) {
            return deadline.await(
                    transaction.runAsync(statement.file().text(), parameters).thenCompose(BoltTransport::rows));
        }

        @Override
        public void commit() {
            deadline.await(transaction.commitAsync());
        }

        @Override
        public void rollback() {
            deadline.await(transaction.rollbackAsync());
        }

        @Override
        public void close() {
            // Rolls back what is still open. Not waited for: a frozen server would hold us here.
            session.closeAsync();
        }
    }

    @Override
    public void close() {
        try {
            driver.closeAsync().toCompletableFuture().get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // A server that no longer answers cannot be told goodbye; its connections end with this process.
            System.getLogger(BoltTransport.class.getName())
                    .log(System.Logger.Level.DEBUG, "the database connections did not close in time", e);
        }
    }

    private AsyncSession session(Access access) {
        return driver.session(AsyncSession.class, access == Access.READ ? reading : writing);
    }

    private static CompletionStage<List<Row>> rows(ResultCursor cursor) {
        return cursor.listAsync(DriverRow::new);
    }

    private static TransactionConfig limit(Deadline deadline) {
        return TransactionConfig.builder()
                .withTimeout(Transport.limit(deadline))
                .build();
    }

    private static Driver connect(DatabaseSettings settings) {
        Duration connect = settings.acquisitionTimeout().compareTo(CONNECT_TIMEOUT_MAX) < 0
                ? settings.acquisitionTimeout()
                : CONNECT_TIMEOUT_MAX;
        Config config = Config.builder()
                .withUserAgent("goldenrod")
                .withTelemetryDisabled(true)
                .withNotificationConfig(NotificationConfig.disableAllConfig())
                .withMaxConnectionPoolSize(settings.connectionsMax())
                .withConnectionAcquisitionTimeout(settings.acquisitionTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionTimeout(connect.toMillis(), TimeUnit.MILLISECONDS)
                // Every answer is read to its end at once: asking for it in portions would only add round trips.
                .withFetchSize(-1)
                .build();
        try {
            return settings.username().isEmpty()
                    ? GraphDatabase.driver(settings.uri(), AuthTokens.none(), config)
                    : GraphDatabase.driver(
                            settings.uri(), AuthTokens.basic(settings.username(), settings.password()), config);
        } catch (IllegalArgumentException e) {
            throw new DatabaseStartException(
                    settings.uri()
                            + " is not the address of a Neo4j; write it as bolt://host:7687 or neo4j://host:7687",
                    e);
        }
    }

    private static SessionConfig session(DatabaseSettings settings, AccessMode mode) {
        return SessionConfig.builder()
                .withDatabase(settings.database())
                .withDefaultAccessMode(mode)
                .build();
    }
}
