package io.goldenrod.graph;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A database that runs in this process, asked without a protocol in between, which takes longer over many rows than the
 * database does. Safe for use by many threads.
 */
public interface InProcessDatabase extends AutoCloseable {

    /**
     * Begins a transaction.
     *
     * @param limit how long it may take, in milliseconds or longer units; when that has passed, what it does fails
     * @throws Failure when the database does not serve
     */
    Work begin(Duration limit);

    /** Ends what is under way; whatever is asked from then on fails. The database itself goes on. */
    @Override
    void close();

    /** A transaction. Closed without a commit, nothing of it remains. For one thread at a time. */
    interface Work extends AutoCloseable {

        /**
         * Runs a statement to its end.
         *
         * @param parameters plain Java values, as for a driver
         * @param each is given the columns' names, the same list each time, and a row's values: plain Java as a driver
         *     would give them, nodes and relationships as maps of their properties
         * @throws Failure when the database refuses it
         */
        void run(String statement, Map<String, Object> parameters, Consumer<Answer> each);

        /**
         * Makes what was done durable.
         *
         * @throws Failure when it could not be; whether it was is then unknown
         */
        void commit();

        @Override
        void close();
    }

    /** A row, with the names of its columns. */
    record Answer(List<String> columns, Object[] values) {}

    /** What the database answers in the place of a result. */
    final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String code;

        /**
         * @param code as Neo4j names the failure, {@code Neo.TransientError.Transaction.DeadlockDetected}
         * @param cause may quote the data in its message: for nobody's eyes
         */
        public Failure(String code, Throwable cause) {
            super(code, cause);
            this.code = code;
        }

        /** As Neo4j names the failure. */
        public String code() {
            return code;
        }
    }
}
