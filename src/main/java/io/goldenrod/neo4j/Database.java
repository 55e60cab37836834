package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.InProcessDatabase;
import io.goldenrod.neo4j.Transport.Access;
import io.goldenrod.neo4j.Transport.Open;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A connected Neo4j. Safe for use by many threads; each call takes a connection or a transaction of its own.
 *
 * <p>Every call ends within its deadline, its repetitions included. What the database calls transient (a deadlock, a
 * lost connection) is tried again after a growing, jittered pause; work must therefore be repeatable.
 */
public final class Database implements AutoCloseable {

    /** How often a fault of the server's own, or a refused question, is met before it is told: for half a second. */
    private static final int FAULTS_MAX = 8;

    private static final Duration PAUSE_MIN = Duration.ofMillis(5);
    private static final Duration PAUSE_MAX = Duration.ofMillis(500);

    private final Transport transport;
    private final DatabaseSettings settings;

    private Database(Transport transport, DatabaseSettings settings) {
        this.transport = transport;
        this.settings = settings;
    }

    /**
     * Connects over Bolt, and makes sure that what answers is a Neo4j of a version that serves.
     *
     * @throws DatabaseStartException when it cannot be reached, refuses the password or is too old
     */
    public static Database open(DatabaseSettings settings) {
        return open(BoltTransport.to(settings), settings);
    }

    /**
     * Takes the way within this process.
     *
     * @throws DatabaseStartException when the database does not answer
     */
    public static Database open(InProcessDatabase inProcess, DatabaseSettings settings) {
        return open(new InProcessTransport(inProcess), settings);
    }

    private static Database open(Transport transport, DatabaseSettings settings) {
        if (Statements.ALL.isEmpty()) {
            throw new IllegalStateException("this program is incomplete: it has no statements");
        }
        Database database = new Database(transport, settings);
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
        run(Deadline.in(deadline), Access.READ, SchemaStatement.READ_SCHEMA_VERSION, Map.of());
    }

    /**
     * As {@link #query}, without a second try and with the driver's own failures, which tell why a server is no use.
     */
    List<Row> firstAnswer(Statement statement) {
        return transport.run(Deadline.in(settings.callDeadline()), Access.READ, statement, Map.of());
    }

    /**
     * A single statement that changes nothing, in one round trip. As it can do no harm, it is asked again whatever the
     * database has against it: what others change meanwhile can be the cause.
     */
    List<Row> query(Statement statement, Map<String, Object> parameters) {
        Deadline deadline = Deadline.in(settings.callDeadline());
        return retrying(deadline, statement.file().name(), failure -> !DatabaseFailures.isHopeless(failure), () -> {
            return transport.run(deadline, Access.READ, statement, parameters);
        });
    }

    /**
     * A single statement that may change something and can be repeated, in one round trip and outside a transaction.
     */
    List<Row> execute(Duration callDeadline, Statement statement, Map<String, Object> parameters) {
        Deadline deadline = Deadline.in(callDeadline);
        return retrying(deadline, () -> run(deadline, Access.WRITE, statement, parameters));
    }

    /** Several statements that see one state and change nothing. */
    <T> T read(Function<StatementRunner, T> work) {
        return transaction(settings.callDeadline(), Access.READ, work, Open::commit);
    }

    /** Statements that take effect together or not at all. The work runs again from its beginning when it must. */
    <T> T write(Function<StatementRunner, T> work) {
        return write(settings.callDeadline(), work);
    }

    /** As {@link #write(Function)}, but all of it is taken back. */
    <T> T tryOut(Function<StatementRunner, T> work) {
        return transaction(settings.callDeadline(), Access.WRITE, work, Open::rollback);
    }

    /** As {@link #write(Function)}, with a deadline of its own. */
    <T> T write(Duration callDeadline, Function<StatementRunner, T> work) {
        return transaction(callDeadline, Access.WRITE, work, Open::commit);
    }

    /** Gives up what is under way, and closes the connections. */
    @Override
    public void close() {
        transport.close();
    }

    private <T> T transaction(
            Duration callDeadline, Access access, Function<StatementRunner, T> work, Consumer<Open> end) {
        Deadline deadline = Deadline.in(callDeadline);
        return retrying(deadline, () -> {
            try (Open open = transport.begin(deadline, access)) {
                T result = work.apply((statement, parameters) -> run(open, statement, parameters));
                end.accept(open);
                return result;
            }
        });
    }

    private <T> T retrying(Deadline deadline, Supplier<T> work) {
        return retrying(deadline, "in a transaction", DatabaseFailures::isServersOwn, work);
    }

    /** @param isFault whether a failure that is not transient is worth some more tries */
    private <T> T retrying(Deadline deadline, String statement, Predicate<Neo4jException> isFault, Supplier<T> work) {
        Duration pause = PAUSE_MIN;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConcurrentChangeException e) {
                if (attempt >= settings.attemptsMax()) {
                    throw new GraphUnavailableException("the database is too busy for this change", null);
                }
            } catch (Neo4jException e) {
                int attemptsMax = settings.attemptsMax();
                if (!DatabaseFailures.isTransient(e)) {
                    attemptsMax = isFault.test(e) ? Math.min(attemptsMax, FAULTS_MAX) : 1;
                }
                if (attempt >= attemptsMax) {
                    throw DatabaseFailures.translate(e, statement);
                }
                if (!DatabaseFailures.isTransient(e)) {
                    DatabaseFailures.warn(e, statement);
                }
            }
            deadline.pause(jittered(pause));
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
        }
    }

    private List<Row> run(Deadline deadline, Access access, Statement statement, Map<String, Object> parameters) {
        return naming(statement, () -> transport.run(deadline, access, statement, parameters));
    }

    private static List<Row> run(Open open, Statement statement, Map<String, Object> parameters) {
        return naming(statement, () -> open.run(statement, parameters));
    }

    /** What is not worth another try is told in our words, with the statement's name. */
    private static List<Row> naming(Statement statement, Supplier<List<Row>> call) {
        try {
            return call.get();
        } catch (Neo4jException e) {
            throw DatabaseFailures.isTransient(e) || DatabaseFailures.isServersOwn(e)
                    ? e
                    : DatabaseFailures.translate(e, statement.file().name());
        }
    }

    private static Duration jittered(Duration pause) {
        long nanos = pause.toNanos();
        return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos));
    }
}
