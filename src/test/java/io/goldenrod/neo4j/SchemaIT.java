package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachNeo4j
class SchemaIT {

    private static final List<Migration> SHIPPED = Migration.all();

    @Parameter
    Neo4jUnderTest neo4j;

    @BeforeEach
    @AfterEach
    void startFromTheShippedSchema() {
        neo4j.query("MATCH (m:Migration) WHERE m.version > " + SHIPPED.size() + " DELETE m");
        neo4j.query("DROP CONSTRAINT extra IF EXISTS");
        if (neo4j.query("SHOW CONSTRAINTS YIELD name WHERE name = 'record_key' RETURN name")
                .isEmpty()) {
            neo4j.query("MATCH (m:Migration) WHERE m.version > 0 DELETE m");
            Schema.prepare(neo4j.database());
        }
    }

    @Test
    void isInPlaceAndRecorded() {
        assertThat(neo4j.query(
                        "MATCH (m:Migration {version: 1}) RETURN m.description AS d, m.checksum AS c, m.at AS at"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("d", "create constraints");
                    assertThat((String) row.get("c")).hasSize(64);
                    assertThat(row.get("at")).isNotNull();
                });
        assertThatThrownBy(() -> neo4j.query("CREATE (:Record {key: 'a/1'}), (:Record {key: 'a/1'})"))
                .hasMessageContaining("already exists");
    }

    @Test
    void preparesAnEmptyDatabaseOnceWhenEightInstancesStartTogether() throws Exception {
        neo4j.query("DROP CONSTRAINT record_key");
        neo4j.query("MATCH (m:Migration) DELETE m");
        neo4j.query("DROP CONSTRAINT migration_version");
        List<Migration> migrations = new ArrayList<>(SHIPPED);
        migrations.add(migration(SHIPPED.size() + 1, "MERGE (c:Counter) SET c.runs = coalesce(c.runs, 0) + 1"));
        ExecutorService instances = Executors.newFixedThreadPool(8);
        try {
            Callable<Void> start = () -> {
                try (Database database = Database.open(neo4j.settings())) {
                    Schema.prepare(database, migrations);
                }
                return null;
            };
            for (Future<Void> each : instances.invokeAll(java.util.Collections.nCopies(8, start))) {
                each.get();
            }
        } finally {
            instances.shutdownNow();
        }
        assertThat(neo4j.query("MATCH (c:Counter) RETURN c.runs AS runs"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("runs", 1L));
    }

    @Test
    void refusesAMigrationThatWasEditedAfterItWasApplied() {
        Migration first = SHIPPED.get(0);
        Migration edited = new Migration(first.version(), first.description(), "other", first.statements());
        assertThatThrownBy(() -> Schema.prepare(neo4j.database(), List.of(edited)))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("V001 (create constraints) was changed after it was applied");
    }

    @Test
    void refusesADatabaseOfANewerProgram() {
        neo4j.query("CREATE (:Migration {version: 77, checksum: 'x'})");
        assertThatThrownBy(() -> Schema.prepare(neo4j.database()))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("V077")
                .hasMessageContaining("newer version");
    }

    @Test
    void refusesAMissingConstraint() {
        neo4j.query("DROP CONSTRAINT record_key");
        assertThatThrownBy(() -> Schema.prepare(neo4j.database()))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("lacks the constraint record_key");
    }

    @Test
    void appliesOnlyWhatIsNew() {
        List<Migration> migrations = new ArrayList<>(SHIPPED);
        migrations.add(migration(
                SHIPPED.size() + 1, "CREATE CONSTRAINT extra IF NOT EXISTS FOR (e:Extra) REQUIRE e.key IS UNIQUE"));
        assertThatCode(() -> Schema.prepare(neo4j.database(), migrations)).doesNotThrowAnyException();
        assertThat(neo4j.query("SHOW CONSTRAINTS YIELD name WHERE name = 'extra' RETURN name"))
                .hasSize(1);
    }

    private static Migration migration(int version, String statement) {
        return Migration.of(
                "V%03d__try-something.cypher".formatted(version), "// Tries something.\n" + statement + ";\n");
    }
}
