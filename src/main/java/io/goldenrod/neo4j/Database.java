package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.NotificationConfig;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncQueryRunner;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A connected Neo4j. Safe for use by many threads; each call takes a connection of its own.
 *
 * <p>Every call ends within its deadline, its repetitions included. What the database calls transient (a deadlock, a
 * lost connection) is tried again after a growing, jittered pause; work must therefore be repeatable.
 */
public final class Database implements AutoCloseable {

    /** How often a fault of the server's own is met before it is told. */
    private static final int FAULTS_MAX = 4;

    private static final Duration PAUSE_MIN = Duration.ofMillis(5);
    private static final Duration PAUSE_MAX = Duration.ofMillis(500);
    private static final Duration CONNECT_TIMEOUT_MAX = Duration.ofSeconds(5);

    private final Driver driver;
    private final DatabaseSettings settings;
    private final SessionConfig reading;
    private final SessionConfig writing;

    private Database(Driver driver, DatabaseSettings settings) {
        this.driver = driver;
        this.settings = settings;
        this.reading = session(settings, AccessMode.READ);
        this.writing = session(settings, AccessMode.WRITE);
    }

    /**
     * Connects, and makes sure that what answers is a Neo4j of a version that serves.
     *
     * @throws DatabaseStartException when it cannot be reached, refuses the password or is too old
     */
    public static Database open(DatabaseSettings settings) {
        if (Statements.ALL.isEmpty()) {
            throw new IllegalStateException("this program is incomplete: it has no statements");
        }
        Database database = new Database(connect(settings), settings);
        try {
            ServerCheck.verify(database, settings);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Asks for something that only a working store can answer.
     *
     * @param deadline how long the answer may take
     * @throws GraphUnavailableException when there is none
     */
    public void ping(Duration deadline) {
        await(Deadline.in(deadline), reading, SchemaStatement.READ_SCHEMA_VERSION, Map.of());
    }

    /**
     * As {@link #query}, without a second try and with the driver's own failures, which tell why a server is no use.
     */
    List<Row> firstAnswer(Statement statement) {
        Deadline deadline = Deadline.in(settings.callDeadline());
        AsyncSession session = driver.session(AsyncSession.class, reading);
        try {
            return deadline.await(
                    session.runAsync(statement.file().text(), limit(deadline)).thenCompose(Database::rows));
        } finally {
            session.closeAsync();
        }
    }

    /** A single statement that changes nothing, in one round trip. */
    List<Row> query(Statement statement, Map<String, Object> parameters) {
        Deadline deadline = Deadline.in(settings.callDeadline());
        return retrying(deadline, () -> await(deadline, reading, statement, parameters));
    }

    /**
     * A single statement that may change something and can be repeated, in one round trip and outside a transaction.
     */
    List<Row> execute(Duration callDeadline, Statement statement, Map<String, Object> parameters) {
        Deadline deadline = Deadline.in(callDeadline);
        return retrying(deadline, () -> await(deadline, writing, statement, parameters));
    }

    /** Several statements that see one state and change nothing. */
    <T> T read(Function<StatementRunner, T> work) {
        return transaction(settings.callDeadline(), reading, work);
    }

    /** Statements that take effect together or not at all. The work runs again from its beginning when it must. */
    <T> T write(Function<StatementRunner, T> work) {
        return transaction(settings.callDeadline(), writing, work);
    }

    /** As {@link #write(Function)}, but all of it is taken back. */
    <T> T tryOut(Function<StatementRunner, T> work) {
        return transaction(settings.callDeadline(), writing, work, AsyncTransaction::rollbackAsync);
    }

    /** As {@link #write(Function)}, with a deadline of its own. */
    <T> T write(Duration callDeadline, Function<StatementRunner, T> work) {
        return transaction(callDeadline, writing, work);
    }

    /** Gives up what is under way, and closes the connections. */
    @Override
    public void close() {
        try {
            driver.closeAsync().toCompletableFuture().get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            // A server that no longer answers cannot be told goodbye; its connections end with this process.
            System.getLogger(Database.class.getName())
                    .log(System.Logger.Level.DEBUG, "the database connections did not close in time", e);
        }
    }

    private <T> T transaction(Duration callDeadline, SessionConfig config, Function<StatementRunner, T> work) {
        return transaction(callDeadline, config, work, AsyncTransaction::commitAsync);
    }

    private <T> T transaction(
            Duration callDeadline,
            SessionConfig config,
            Function<StatementRunner, T> work,
            Function<AsyncTransaction, CompletionStage<Void>> end) {
        Deadline deadline = Deadline.in(callDeadline);
        return retrying(deadline, () -> {
            AsyncSession session = driver.session(AsyncSession.class, config);
            try {
                AsyncTransaction transaction = deadline.await(session.beginTransactionAsync(limit(deadline)));
                T result = work.apply((statement, parameters) -> await(deadline, transaction, statement, parameters));
                deadline.await(end.apply(transaction));
                return result;
            } finally {
                // Rolls back what is still open. Not waited for: a frozen server would hold us here.
                session.closeAsync();
            }
        });
    }

    private <T> T retrying(Deadline deadline, Supplier<T> work) {
        Duration pause = PAUSE_MIN;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConcurrentChangeException e) {
                if (attempt >= settings.attemptsMax()) {
                    throw new GraphUnavailableException("the database is too busy for this change", null);
                }
            } catch (Neo4jException e) {
                boolean again =
                        DatabaseFailures.isTransient(e) || DatabaseFailures.isServersOwn(e) && attempt < FAULTS_MAX;
                if (DatabaseFailures.isServersOwn(e)) {
                    System.getLogger(Database.class.getName())
                            .log(System.Logger.Level.WARNING, "the database met a fault of its own: {0}", e.code());
                }
                if (!again || attempt >= settings.attemptsMax()) {
                    throw DatabaseFailures.translate(e, "in a transaction");
                }
            }
            deadline.pause(jittered(pause));
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
        }
    }

    private List<Row> await(
            Deadline deadline, SessionConfig config, Statement statement, Map<String, Object> parameters) {
        AsyncSession session = driver.session(AsyncSession.class, config);
        try {
            return deadline.await(session.runAsync(statement.file().text(), parameters, limit(deadline))
                    .thenCompose(Database::rows));
        } catch (Neo4jException e) {
            throw DatabaseFailures.isTransient(e) || DatabaseFailures.isServersOwn(e)
                    ? e
                    : DatabaseFailures.translate(e, statement.file().name());
        } finally {
            session.closeAsync();
        }
    }

    private static List<Row> await(
            Deadline deadline, AsyncQueryRunner runner, Statement statement, Map<String, Object> parameters) {
        try {
            return deadline.await(
                    runner.runAsync(statement.file().text(), parameters).thenCompose(Database::rows));
        } catch (Neo4jException e) {
            throw DatabaseFailures.isTransient(e) || DatabaseFailures.isServersOwn(e)
                    ? e
                    : DatabaseFailures.translate(e, statement.file().name());
        }
    }

    private static CompletionStage<List<Row>> rows(ResultCursor cursor) {
        return cursor.listAsync(DriverRow::new);
    }

    /** The server gives up when we do, to the millisecond. It takes no zero, which would mean without limit. */
    private static TransactionConfig limit(Deadline deadline) {
        return TransactionConfig.builder()
                .withTimeout(Duration.ofMillis(Math.max(1, deadline.remaining().toMillis())))
                .build();
    }

    private static Duration jittered(Duration pause) {
        long nanos = pause.toNanos();
        return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos));
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
