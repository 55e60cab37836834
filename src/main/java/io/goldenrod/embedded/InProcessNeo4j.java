package io.goldenrod.embedded;

import io.goldenrod.graph.InProcessDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.api.exceptions.Status;

/** The database of this process, through its own interface. */
final class InProcessNeo4j implements InProcessDatabase {

    private static final String UNKNOWN = Status.General.UnknownError.code().serialize();

    private final GraphDatabaseService database;
    private final Set<Transaction> open = ConcurrentHashMap.newKeySet();

    /**
     * Commits in threads that nobody interrupts: an interrupted write to the transaction log closes the log, and with
     * it the database. There are as many as commits at once.
     */
    private final ExecutorService commits = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "commit");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean closed;

    InProcessNeo4j(GraphDatabaseService database) {
        this.database = database;
    }

    @Override
    public Work begin(Duration limit) {
        try {
            Transaction transaction = database.beginTx(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
            open.add(transaction);
            if (closed) {
                end(transaction);
                throw new Failure(Status.General.DatabaseUnavailable.code().serialize(), null);
            }
            return new Open(transaction);
        } catch (Failure e) {
            throw e;
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(Transaction::terminate);
        commits.shutdown();
    }

    private void end(Transaction transaction) {
        open.remove(transaction);
        transaction.close();
    }

    private final class Open implements Work {

        private final Transaction transaction;

        Open(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public void run(String statement, Map<String, Object> parameters, Consumer<Answer> each) {
            try (var result = transaction.execute(statement, parameters)) {
                List<String> columns = result.columns();
                result.accept(row -> {
                    Object[] values = new Object[columns.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = PlainValues.of(row.get(columns.get(i)));
                    }
                    each.accept(new Answer(columns, values));
                    return true;
                });
            } catch (RuntimeException e) {
                throw failure(e);
            }
        }

        @Override
        public void commit() {
            try {
                CompletableFuture.runAsync(transaction::commit, commits).join();
            } catch (CompletionException e) {
                throw failure(e.getCause());
            } catch (RuntimeException e) {
                throw failure(e);
            }
        }

        @Override
        public void close() {
            try {
                end(transaction);
            } catch (RuntimeException e) {
                throw failure(e);
            }
        }
    }

    /** By the code that it would have over Bolt: that of the first of its causes that has one. */
    private static Failure failure(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (each instanceof Failure failure) {
                return failure;
            }
            if (each instanceof Status.HasStatus known) {
                return new Failure(known.status().code().serialize(), thrown);
            }
            if (each instanceof QueryExecutionException refused) {
                return new Failure(refused.getStatusCode(), thrown);
            }
            if (each instanceof NotFoundException) {
                return new Failure(Status.Statement.EntityNotFound.code().serialize(), thrown);
            }
        }
        return new Failure(UNKNOWN, thrown);
    }
}
