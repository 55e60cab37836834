package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings a database to the schema that this program expects, and makes sure that it is there.
 *
 * <p>Several instances may start at once: one migrates within a transaction that holds the lock node, the others wait
 * for it and then find nothing left to do. The lock goes with its transaction, so a crash leaves none behind.
 */
public final class Schema {

    /** A constraint on a store that is already full takes its time. */
    private static final Duration MIGRATION_DEADLINE = Duration.ofMinutes(30);

    private final Database database;
    private final List<Migration> migrations;

    private Schema(Database database, List<Migration> migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    /**
     * Applies the migrations that are missing, and checks the constraints.
     *
     * @throws DatabaseStartException when the database was migrated by a newer program, an applied migration was
     *     edited, or a constraint is missing
     */
    public static void prepare(Database database) {
        prepare(database, Migration.all());
    }

    static void prepare(Database database, List<Migration> migrations) {
        Schema schema = new Schema(database, migrations);
        try {
            if (!schema.pending().isEmpty()) {
                schema.migrate();
            }
            schema.checkConstraints();
        } catch (GraphUnavailableException e) {
            throw new DatabaseStartException("the schema cannot be prepared: " + e.getMessage(), e);
        } catch (StatementFailedException e) {
            throw new DatabaseStartException("the schema cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** What is not applied yet. */
    private List<Migration> pending() {
        Map<Long, String> applied = new HashMap<>();
        for (Row row : database.query(SchemaStatement.LIST_MIGRATIONS, Map.of())) {
            applied.put(row.number("version"), row.text("checksum"));
        }
        for (Migration migration : migrations) {
            String checksum = applied.remove((long) migration.version());
            if (checksum != null && !checksum.equals(migration.checksum())) {
                throw new DatabaseStartException(
                        "migration " + migration.label() + " was changed after it was applied to this database;"
                                + " restore the file, and put the change into a new one",
                        null);
            }
            if (checksum != null) {
                continue;
            }
            return pendingFrom(migration, applied);
        }
        refuseNewer(applied);
        return List.of();
    }

    private List<Migration> pendingFrom(Migration first, Map<Long, String> appliedLater) {
        List<Migration> rest = migrations.subList(first.version() - 1, migrations.size());
        for (Migration migration : rest) {
            if (appliedLater.containsKey((long) migration.version())) {
                throw new DatabaseStartException(
                        "migration " + migration.label() + " is applied to this database, but the earlier "
                                + first.label() + " is not; restore the database from a backup",
                        null);
            }
        }
        refuseNewer(appliedLater);
        return rest;
    }

    private void refuseNewer(Map<Long, String> unknown) {
        if (!unknown.isEmpty()) {
            throw new DatabaseStartException(
                    "this database was migrated to V%03d by a newer version of this program; use that version"
                            .formatted(
                                    unknown.keySet().stream().max(Long::compare).orElseThrow()),
                    null);
        }
    }

    private void migrate() {
        database.execute(MIGRATION_DEADLINE, SchemaStatement.CREATE_MIGRATION_CONSTRAINT, Map.of());
        database.write(MIGRATION_DEADLINE, lock -> {
            lock.run(SchemaStatement.LOCK_MIGRATIONS);
            for (Migration migration : pending()) {
                apply(migration);
            }
            return null;
        });
        database.execute(
                MIGRATION_DEADLINE, SchemaStatement.AWAIT_INDEXES, Map.of("seconds", MIGRATION_DEADLINE.toSeconds()));
    }

    /** Outside the lock's transaction: the database takes no change of schema and of data in the same one. */
    private void apply(Migration migration) {
        for (Statement statement : migration.statements()) {
            database.execute(MIGRATION_DEADLINE, statement, Map.of());
        }
        database.execute(
                MIGRATION_DEADLINE,
                SchemaStatement.RECORD_MIGRATION,
                Map.of(
                        "version", migration.version(),
                        "description", migration.description(),
                        "checksum", migration.checksum()));
    }

    private void checkConstraints() {
        Set<String> missing = new TreeSet<>(Migration.constraints(migrations));
        for (Row row : database.query(SchemaStatement.LIST_CONSTRAINTS, Map.of())) {
            missing.remove(row.text("name"));
        }
        if (!missing.isEmpty()) {
            throw new DatabaseStartException(
                    "the database lacks the constraint " + String.join(", ", missing)
                            + ", without which it can hold the same thing twice; create it again as in"
                            + " cypher/migrations",
                    null);
        }
    }
}
