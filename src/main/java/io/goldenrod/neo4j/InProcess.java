package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphUnavailableException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads from a database that runs in this process, without Bolt, which takes longer over a large answer than the
 * database does.
 */
@FunctionalInterface
public interface InProcess {

    /**
     * @param statement changes nothing, and returns no node or relationship
     * @param each is given a row as a function of the column's name; the row is gone afterwards
     * @throws GraphUnavailableException when the database does not answer in time
     */
    void read(String statement, Map<String, Object> parameters, Consumer<Function<String, Object>> each);
}
