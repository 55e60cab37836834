package io.goldenrod.neo4j;

import java.util.List;
import java.util.Map;

/**
 * Runs named statements, within one transaction or each in its own. The one seam between this package's code and the
 * way in which a statement reaches the database.
 */
@FunctionalInterface
interface StatementRunner {

    /**
     * Runs the statement and waits for the whole answer.
     *
     * @param parameters plain Java values ({@code String}, numbers, {@code Boolean}, {@code List}, {@code Map},
     *     temporal types); a batch is one list of maps
     */
    List<Row> run(Statement statement, Map<String, Object> parameters);

    /** Runs a statement that takes no parameters. */
    default List<Row> run(Statement statement) {
        return run(statement, Map.of());
    }
}
