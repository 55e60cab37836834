package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.Parameter;

/** What holds of statements whichever way they reach the database: over Bolt, and within the process. */
@OnEachNeo4j
class TransportIT {

    @Parameter
    Neo4jUnderTest neo4j;

    private final List<Database> opened = new ArrayList<>();

    private record Text(CypherFile file) implements Statement {}

    private interface Check {
        void of(Database database) throws Exception;
    }

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }

    private void onEach(Check check) throws Exception {
        onEach(neo4j.settings(), check);
    }

    private void onEach(DatabaseSettings settings, Check check) throws Exception {
        List<Database> ways = new ArrayList<>(List.of(Database.open(settings)));
        if (neo4j.kind() == Neo4jUnderTest.Kind.EMBEDDED) {
            ways.add(Database.open(neo4j.inProcess(), settings));
        }
        opened.addAll(ways);
        for (Database way : ways) {
            neo4j.wipe();
            check.of(way);
        }
    }

    @Test
    void valuesComeBackAsPlainJava() throws Exception {
        ZonedDateTime at = ZonedDateTime.of(2026, 3, 1, 12, 30, 0, 123_000_000, ZoneOffset.UTC);
        Map<String, Object> given = new HashMap<>();
        given.put("text", "Zoë");
        given.put("whole", 7);
        given.put("large", 1L << 40);
        given.put("real", 0.5);
        given.put("truth", true);
        given.put("texts", List.of("b", "a"));
        given.put("none", List.of());
        given.put("at", at);
        given.put("nothing", null);
        onEach(database -> {
            List<Row> rows = database.write(runner -> runner.run(
                    statement("CREATE (t:Try) SET t = $given WITH t RETURN t AS node, t.text AS text,"
                            + " t.whole AS whole, t.large AS large, t.real AS real, t.truth AS truth,"
                            + " t.texts AS texts, t.none AS none, t.at AS at, t.nothing AS nothing,"
                            + " [[t.text, t.whole], null] AS nested, [t {.text, .texts}] AS maps"),
                    Map.of("given", given)));
            assertThat(rows).hasSize(1);
            Row row = rows.get(0);
            assertThat(row.text("text")).isEqualTo("Zoë");
            assertThat(row.number("whole")).isEqualTo(7);
            assertThat(row.value("whole")).isEqualTo(7L);
            assertThat(row.number("large")).isEqualTo(1L << 40);
            assertThat(row.value("real")).isEqualTo(0.5);
            assertThat(row.flag("truth")).isTrue();
            assertThat(row.texts("texts")).containsExactly("b", "a");
            assertThat(row.value("texts")).isEqualTo(List.of("b", "a"));
            assertThat(row.list("none")).isEmpty();
            assertThat(((ZonedDateTime) row.value("at")).toInstant()).isEqualTo(at.toInstant());
            assertThat(row.value("nothing")).isNull();
            assertThat(row.text("nothing")).isNull();
            assertThat(row.texts("nothing")).isEmpty();
            assertThat(row.list("nothing")).isEmpty();
            assertThat(row.maps("nothing")).isEmpty();
            assertThat(row.map("nothing")).isEmpty();
            List<Object> nested = new ArrayList<>(List.of(List.of("Zoë", 7L)));
            nested.add(null);
            assertThat(row.list("nested")).isEqualTo(nested);
            assertThat(row.maps("maps")).containsExactly(Map.of("text", "Zoë", "texts", List.of("b", "a")));
            assertThat(row.map("node"))
                    .containsEntry("texts", List.of("b", "a"))
                    .containsEntry("whole", 7L)
                    .doesNotContainKey("nothing");
            assertThatThrownBy(() -> row.value("absent")).hasMessageContaining("no column absent");
            assertThatThrownBy(() -> row.number("text")).isInstanceOf(RuntimeException.class);
        });
    }

    @Test
    void aTransactionTakesEffectAsAWholeOrNotAtAll() throws Exception {
        onEach(database -> {
            assertThatThrownBy(() -> database.write(runner -> {
                        runner.run(statement("CREATE (:Try)"));
                        throw new IllegalStateException("our own");
                    }))
                    .hasMessage("our own");
            database.tryOut(runner -> runner.run(statement("CREATE (:Try)")));
            assertThat(neo4j.query("MATCH (t:Try) RETURN t")).isEmpty();
            database.write(runner -> {
                runner.run(statement("CREATE (:Try {n: 1})"));
                assertThat(runner.run(statement("MATCH (t:Try) RETURN t.n AS n")))
                        .hasSize(1);
                return runner.run(statement("CREATE (:Try {n: 2})"));
            });
            database.execute(Duration.ofSeconds(5), statement("CREATE (:Try {n: 3})"), Map.of());
            assertThat(neo4j.query("MATCH (t:Try) RETURN t")).hasSize(3);
        });
    }

    @Test
    void whatADeadlockOrAnotherTransactionSpoiltIsTriedAgain() throws Exception {
        onEach(database -> {
            neo4j.query("UNWIND [1, 2] AS i CREATE (:Try {i: i, n: 0})");
            AtomicInteger runs = new AtomicInteger();
            CountDownLatch bothHoldOne = new CountDownLatch(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<?>> done = new ArrayList<>();
                for (int writer = 1; writer <= 2; writer++) {
                    int first = writer;
                    done.add(threads.submit(() -> database.write(runner -> {
                        runs.incrementAndGet();
                        Statement add = statement("MATCH (t:Try {i: $i}) SET t.n = t.n + 1");
                        runner.run(add, Map.of("i", first));
                        bothHoldOne.countDown();
                        await(bothHoldOne);
                        return runner.run(add, Map.of("i", 3 - first));
                    })));
                }
                for (Future<?> each : done) {
                    each.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(runs.get()).as("one was in the other's way").isGreaterThan(2);
            assertThat(neo4j.query("MATCH (t:Try) RETURN DISTINCT t.n AS n")).containsExactly(Map.of("n", 2L));

            AtomicBoolean first = new AtomicBoolean(true);
            database.write(runner -> {
                if (first.getAndSet(false)) {
                    neo4j.query("CREATE (:Record {key: 'a/1'})");
                    runner.run(statement("CREATE (:Record {key: 'a/1'})"));
                }
                return null;
            });
            assertThat(first).isFalse();
        });
    }

    @Test
    void aRefusedStatementIsNamedWithoutData() throws Exception {
        onEach(database -> {
            Executable divided = () -> database.query(statement("RETURN 1/$zero AS x"), Map.of("zero", 0));
            assertThatThrownBy(divided::execute)
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessage(
                            "the database refuses the statement try/this: Neo.ClientError.Statement.ArithmeticError")
                    .hasNoCause();
            assertThatThrownBy(() -> database.write(runner -> runner.run(statement("RETURN $absent AS x"))))
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("ParameterMissing")
                    .hasNoCause();
        });
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws Exception {
        onEach(neo4j.settings().withCallDeadline(Duration.ofMillis(700)), database -> {
            Statement endless = statement("UNWIND range(1, 1000000000) AS i WITH i WHERE i < 0 RETURN count(i)");
            assertThatThrownBy(() -> database.query(endless, Map.of())).isInstanceOf(GraphUnavailableException.class);
            assertThatThrownBy(() -> database.write(runner -> runner.run(endless)))
                    .isInstanceOf(GraphUnavailableException.class);
            assertThat(database.query(statement("RETURN 1 AS one"), Map.of())).hasSize(1);
        });
    }

    @Test
    void whatWaitsForALockTooLongIsGivenUp() throws Exception {
        onEach(neo4j.settings().withCallDeadline(Duration.ofMillis(1500)), database -> {
            neo4j.query("CREATE (:Try {n: 0})");
            Statement add = statement("MATCH (t:Try) SET t.n = t.n + 1");
            neo4j.database().write(runner -> {
                runner.run(add);
                assertThatThrownBy(() -> database.write(other -> other.run(add)))
                        .isInstanceOf(GraphUnavailableException.class);
                return null;
            });
            assertThat(neo4j.query("MATCH (t:Try) RETURN t.n AS n")).containsExactly(Map.of("n", 1L));
        });
    }

    @Test
    void anInterruptedCallerLeavesTheDatabaseWhole() throws Exception {
        onEach(database -> {
            Thread.currentThread().interrupt();
            try {
                database.write(runner -> runner.run(statement("CREATE (:Try)")));
            } catch (GraphUnavailableException e) {
                assertThat(e).hasMessageContaining("interrupted");
            } finally {
                assertThat(Thread.interrupted()).as("still told to stop").isTrue();
            }
            database.write(runner -> runner.run(statement("CREATE (:After)")));
            assertThat(neo4j.query("MATCH (t:After) RETURN t")).hasSize(1);
        });
    }

    @Test
    void aClosedOneAnswersNoMore() throws Exception {
        onEach(database -> {
            database.close();
            assertThatThrownBy(() -> database.query(statement("RETURN 1 AS one"), Map.of()))
                    .isInstanceOf(RuntimeException.class);
            assertThat(neo4j.query("RETURN 1 AS one")).hasSize(1);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Statement statement(String cypher) {
        return new Text(new CypherFile("try/this", cypher));
    }
}
