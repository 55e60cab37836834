package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachNeo4j
class DatabaseIT {

    @Parameter
    Neo4jUnderTest neo4j;

    private record Text(CypherFile file) implements Statement {}

    @Test
    void readsAndWritesPlainValues() {
        Map<String, Object> parameters =
                Map.of("rows", List.of(Map.of("key", "a", "n", 1, "tags", List.of("x")), Map.of("key", "b", "n", 2)));
        neo4j.database()
                .write(transaction -> transaction.run(
                        statement(
                                "UNWIND $rows AS row CREATE (t:Try {key: row.key}) SET t.n = row.n, t.tags = row.tags"),
                        parameters));
        List<Row> rows = neo4j.database()
                .query(
                        statement("MATCH (t:Try) RETURN t.key AS key, t.n AS n, t.tags AS tags, t AS node,"
                                + " t.n = 1 AS one, t.nothing AS nothing, [t {.key}] AS maps ORDER BY key"),
                        Map.of());
        Row first = rows.get(0);
        assertThat(first.text("key")).isEqualTo("a");
        assertThat(first.number("n")).isEqualTo(1);
        assertThat(first.flag("one")).isTrue();
        assertThat(first.texts("tags")).containsExactly("x");
        assertThat(first.map("node")).containsEntry("key", "a");
        assertThat(first.maps("maps")).containsExactly(Map.of("key", "a"));
        assertThat(first.text("nothing")).isNull();
        assertThat(first.texts("nothing")).isEmpty();
        assertThat(first.map("nothing")).isEmpty();
        assertThat(rows.get(1).list("tags")).isEmpty();
        assertThatThrownBy(() -> first.value("absent")).hasMessageContaining("no column absent");
    }

    @Test
    void leavesNothingOfATransactionThatFails() {
        assertThatThrownBy(() -> neo4j.database().write(transaction -> {
                    transaction.run(statement("CREATE (:Try)"));
                    throw new IllegalStateException("our own");
                }))
                .hasMessage("our own");
        assertThat(neo4j.query("MATCH (t:Try) RETURN t")).isEmpty();
    }

    @Test
    void triesADeadlockedTransactionAgain() throws Exception {
        neo4j.query("UNWIND range(1, 10) AS i CREATE (:Try {i: i, n: 0})");
        AtomicInteger runs = new AtomicInteger();
        inParallel(4, instance -> {
            for (int round = 0; round < 10; round++) {
                neo4j.database().write(transaction -> {
                    runs.incrementAndGet();
                    for (int i = 1; i <= 10; i++) {
                        int node = instance % 2 == 0 ? i : 11 - i;
                        transaction.run(statement("MATCH (t:Try {i: $i}) SET t.n = t.n + 1"), Map.of("i", node));
                    }
                    return null;
                });
            }
        });
        assertThat(neo4j.query("MATCH (t:Try) RETURN DISTINCT t.n AS n"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("n", 40L));
        assertThat(runs.get()).as("at least one deadlock").isGreaterThan(40);
    }

    @Test
    void triesAgainWhenAnotherMadeTheSameNode() {
        AtomicBoolean first = new AtomicBoolean(true);
        neo4j.database().write(transaction -> {
            if (first.getAndSet(false)) {
                neo4j.query("CREATE (:Record {key: 'a/1'})");
                transaction.run(statement("CREATE (:Record {key: 'a/1'})"));
            }
            return null;
        });
        assertThat(first).isFalse();
    }

    @Test
    void tellsNeitherDataNorTheDriversWordsWhenAStatementIsRefused() {
        assertThatThrownBy(() -> neo4j.database().query(statement("RETURN 1/$zero AS x"), Map.of("zero", 0)))
                .isInstanceOf(StatementFailedException.class)
                .hasMessage("the database refuses the statement try/this: Neo.ClientError.Statement.ArithmeticError")
                .hasNoCause();
    }

    @Test
    void givesUpOnAStatementThatTakesTooLong() {
        try (Database hasty = Database.open(neo4j.settings().withCallDeadline(Duration.ofMillis(700)))) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> hasty.query(
                            statement("UNWIND range(1, 1000000000) AS i WITH i WHERE i < 0 RETURN count(i)"), Map.of()))
                    .isInstanceOf(GraphUnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void givesUpOnAServerThatFreezesAndRecoversWithIt() throws Exception {
        try (FreezableProxy proxy = new FreezableProxy(neo4j.settings().uri());
                Database database = Database.open(proxied(proxy, Duration.ofMillis(600)))) {
            database.ping(Duration.ofMillis(600));
            proxy.freeze(true);
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> database.write(transaction -> transaction.run(statement("CREATE (:Try)"))))
                        .isInstanceOf(GraphUnavailableException.class);
                assertThatThrownBy(() -> database.ping(Duration.ofMillis(300)))
                        .isInstanceOf(GraphUnavailableException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            }
            proxy.freeze(false);
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (true) {
                try {
                    database.ping(Duration.ofMillis(600));
                    break;
                } catch (GraphUnavailableException e) {
                    assertThat(System.nanoTime()).as("recovered in time").isLessThan(end);
                }
            }
        }
    }

    @Test
    void saysWhyAServerCannotBeUsed() throws Exception {
        assertStartFails(
                settings("bolt://127.0.0.1:1"), "no Neo4j answers at bolt://127.0.0.1:1; start it, or correct");
        assertStartFails(settings("http://127.0.0.1:1"), "is not the address of a Neo4j");
        assertStartFails(settings("nonsense"), "is not the address of a Neo4j");
        if (neo4j.kind() == Neo4jUnderTest.Kind.CONTAINER) {
            assertStartFails(neo4j.settings().withCredentials("neo4j", "wrong"), "refuses the user or the password");
            assertStartFails(neo4j.settings().withCredentials("", ""), "asks for a password");
        }
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertStartFails(
                    settings("bolt://127.0.0.1:" + silent.getLocalPort()), "127.0.0.1:" + silent.getLocalPort());
        }
    }

    private static void assertStartFails(DatabaseSettings settings, String message) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    private static DatabaseSettings settings(String uri) {
        return DatabaseSettings.of(uri).withCallDeadline(Duration.ofSeconds(2));
    }

    private DatabaseSettings proxied(FreezableProxy proxy, Duration callDeadline) {
        DatabaseSettings direct = neo4j.settings();
        return DatabaseSettings.of(proxy.uri())
                .withCredentials(direct.username(), direct.password())
                .withCallDeadline(callDeadline);
    }

    private static Statement statement(String cypher) {
        return new Text(new CypherFile("try/this", cypher));
    }

    private interface Work {
        void run(int instance);
    }

    private static void inParallel(int threads, Work work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int instance = i;
                tasks.add(() -> {
                    work.run(instance);
                    return null;
                });
            }
            for (Future<Void> each : executor.invokeAll(tasks)) {
                each.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** Passes bytes both ways until it is frozen; then it holds them, as a stopped process does. */
    private static final class FreezableProxy implements AutoCloseable {

        private final ServerSocket listener;
        private final URI target;
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private boolean frozen;

        FreezableProxy(String uri) throws Exception {
            target = URI.create(uri);
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            threads.submit(() -> {
                while (true) {
                    Socket client = listener.accept();
                    Socket server = new Socket(target.getHost(), target.getPort());
                    threads.submit(() -> pump(client.getInputStream(), server.getOutputStream()));
                    threads.submit(() -> pump(server.getInputStream(), client.getOutputStream()));
                }
            });
        }

        String uri() {
            return "bolt://127.0.0.1:" + listener.getLocalPort();
        }

        synchronized void freeze(boolean now) {
            frozen = now;
            notifyAll();
        }

        private Void pump(InputStream in, OutputStream out) throws Exception {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (this) {
                    while (frozen) {
                        wait();
                    }
                }
                out.write(buffer, 0, n);
                out.flush();
            }
            out.close();
            return null;
        }

        @Override
        public void close() throws Exception {
            listener.close();
            threads.shutdownNow();
        }
    }
}
