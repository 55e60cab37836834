package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The way in which statements reach the database: over Bolt, or within this process. Both fail alike, with what the
 * driver throws; nothing is tried again here.
 */
interface Transport extends AutoCloseable {

    /** Whether it changes anything. */
    enum Access {
        READ,
        WRITE
    }

    /**
     * Runs one statement by itself.
     *
     * @throws Neo4jException as the database refuses it
     * @throws GraphUnavailableException when the deadline passes
     */
    List<Row> run(Deadline deadline, Access access, Statement statement, Map<String, Object> parameters);

    /** Begins a transaction; its statements fail as {@link #run} does. */
    Open begin(Deadline deadline, Access access);

    @Override
    void close();

    /** A transaction. What is closed without a commit leaves nothing. */
    interface Open extends StatementRunner, AutoCloseable {

        void commit();

        void rollback();

        @Override
        void close();
    }

    /** How long the database may take: it gives up when we do, to the millisecond, and takes zero for without limit. */
    static Duration limit(Deadline deadline) {
        return Duration.ofMillis(Math.max(1, deadline.remaining().toMillis()));
    }
}
