package io.goldenrod.testkit;

import io.goldenrod.embedded.EmbeddedNeo4j;
import io.goldenrod.embedded.EmbeddedSettings;
import io.goldenrod.graph.InProcessDatabase;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.DatabaseSettings;
import io.goldenrod.neo4j.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * A real Neo4j, started once for all tests of this JVM, with the schema in place. Each test finds it without data.
 *
 * <p>A test class asks for it with {@link OnEachNeo4j} and a field {@code @Parameter Neo4jUnderTest neo4j}.
 */
public final class Neo4jUnderTest implements AutoCloseable {

    /** What stands behind it. */
    public enum Kind {
        EMBEDDED,
        CONTAINER
    }

    private static final String IMAGE = "neo4j:5.26-community";
    private static final String CONTAINER_PASSWORD = "goldenrod-under-test";
    private static final long PAGE_CACHE_BYTES = 128L << 20;

    private final Kind kind;
    private final DatabaseSettings settings;
    private final AutoCloseable server;
    private final Driver driver;
    private final EmbeddedNeo4j embedded;
    private final Database database;

    /** @param embedded null when it is not in this process */
    private Neo4jUnderTest(Kind kind, DatabaseSettings settings, EmbeddedNeo4j embedded, AutoCloseable server) {
        this.kind = kind;
        this.embedded = embedded;
        this.settings = settings;
        this.server = server;
        this.driver = GraphDatabase.driver(
                settings.uri(),
                settings.username().isEmpty()
                        ? AuthTokens.none()
                        : AuthTokens.basic(settings.username(), settings.password()));
        this.database = open(settings);
        Schema.prepare(database);
    }

    static Neo4jUnderTest embedded() {
        try {
            Path directory = Files.createTempDirectory("goldenrod-it");
            EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(new EmbeddedSettings(directory, 0, PAGE_CACHE_BYTES));
            return new Neo4jUnderTest(Kind.EMBEDDED, DatabaseSettings.of(neo4j.boltUri()), neo4j, () -> {
                neo4j.close();
                delete(directory);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of its own on a directory where a store is, or is made; whoever asks closes it. */
    public static Neo4jUnderTest on(Path directory) {
        EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(new EmbeddedSettings(directory, 0, PAGE_CACHE_BYTES));
        return new Neo4jUnderTest(Kind.EMBEDDED, DatabaseSettings.of(neo4j.boltUri()), neo4j, neo4j);
    }

    /** A server in a container; it runs as long as this JVM's tests do. */
    static Neo4jUnderTest container() {
        Neo4jContainer container = new Neo4jContainer(IMAGE).withAdminPassword(CONTAINER_PASSWORD);
        container.start();
        DatabaseSettings settings =
                DatabaseSettings.of(container.getBoltUrl()).withCredentials("neo4j", CONTAINER_PASSWORD);
        return new Neo4jUnderTest(Kind.CONTAINER, settings, null, container::stop);
    }

    public Kind kind() {
        return kind;
    }

    /** How to reach it, as this program would be told. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** Another connection, in the way in which this program would reach such a database. */
    public Database open(DatabaseSettings special) {
        return embedded == null ? Database.open(special) : Database.open(inProcess(), special);
    }

    /** The database without the way over Bolt; only of the embedded kind. */
    public InProcessDatabase inProcess() {
        return embedded.inProcess();
    }

    /** A connection shared by all tests; what needs another takes {@link #open}. */
    public Database database() {
        return database;
    }

    /** Runs any statement, to look behind the program's back or to prepare what it finds. */
    public List<Map<String, Object>> query(String cypher, Map<String, Object> parameters) {
        return driver.executableQuery(cypher).withParameters(parameters).execute().records().stream()
                .map(each -> each.asMap())
                .toList();
    }

    public List<Map<String, Object>> query(String cypher) {
        return query(cypher, Map.of());
    }

    /** What the planner has to say against a statement; throws when it cannot be run at all. */
    public List<String> explain(String cypher, Map<String, Object> parameters) {
        return driver
                .executableQuery("EXPLAIN " + cypher)
                .withParameters(parameters)
                .execute()
                .summary()
                .notifications()
                .stream()
                .map(each -> each.code() + " " + each.description())
                .toList();
    }

    /** Takes all data away and leaves the schema. */
    public void wipe() {
        try (var session = driver.session()) {
            session.run("MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
                    .consume();
        }
    }

    @Override
    public void close() throws Exception {
        database.close();
        driver.close();
        server.close();
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
