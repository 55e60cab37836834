package io.goldenrod.embedded;

import io.goldenrod.graph.GraphUnavailableException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neo4j.graphdb.DatabaseShutdownException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.TransientFailureException;

/** Reads many rows without Bolt, which takes longer over each than the database does. */
final class InProcessRead {

    private static final long DEADLINE_SECONDS = 30;

    private InProcessRead() {}

    static void run(
            GraphDatabaseService database,
            String statement,
            Map<String, Object> parameters,
            Consumer<Function<String, Object>> each) {
        try (Transaction transaction = database.beginTx(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            transaction.execute(statement, parameters).accept(row -> {
                each.accept(row::get);
                return true;
            });
        } catch (TransactionFailureException | TransientFailureException | DatabaseShutdownException e) {
            throw new GraphUnavailableException("the database did not finish the question", e);
        }
    }
}
