package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.InProcessDatabase;
import io.goldenrod.graph.InProcessDatabase.Failure;
import io.goldenrod.graph.InProcessDatabase.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.TransientException;

/** To a database in this process, without Bolt. */
final class InProcessTransport implements Transport {

    private static final String UNAVAILABLE_CODE = "Neo.TransientError.General.DatabaseUnavailable";

    private final InProcessDatabase database;
    private volatile boolean closed;

    InProcessTransport(InProcessDatabase database) {
        this.database = database;
    }

    @Override
    public List<Row> run(Deadline deadline, Access access, Statement statement, Map<String, Object> parameters) {
        try (Open open = begin(deadline, access)) {
            List<Row> rows = open.run(statement, parameters);
            open.commit();
            return rows;
        }
    }

    @Override
    public Open begin(Deadline deadline, Access access) {
        if (Thread.currentThread().isInterrupted()) {
            throw new GraphUnavailableException("the call to the database was interrupted", null);
        }
        if (closed) {
            throw new GraphUnavailableException("this program is closing the database", null);
        }
        try {
            return new InProcessOpen(database.begin(Transport.limit(deadline)), access);
        } catch (Failure e) {
            throw translate(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        database.close();
    }

    private record InProcessOpen(Work work, Access access) implements Open {

        @Override
        public List<Row> run(Statement statement, Map<String, Object> parameters) {
            List<Row> rows = new ArrayList<>();
            try {
                work.run(
                        statement.file().text(),
                        parameters,
                        answer -> rows.add(new InProcessRow(answer.columns(), answer.values())));
                return rows;
            } catch (Failure e) {
                throw translate(e);
            }
        }

        @Override
        public void commit() {
            if (access == Access.READ) {
                return;
            }
            try {
                work.commit();
            } catch (Failure e) {
                throw translate(e);
            }
        }

        @Override
        public void rollback() {
            close();
        }

        @Override
        public void close() {
            try {
                work.close();
            } catch (Failure e) {
                throw translate(e);
            }
        }
    }

    /** What the driver would throw, so that the rest need not know the way; its message can quote data, and is left. */
    private static Neo4jException translate(Failure failure) {
        String code = failure.code();
        if (code.equals(UNAVAILABLE_CODE)) {
            return new ServiceUnavailableException(code);
        }
        if (code.startsWith("Neo.TransientError.")) {
            return new TransientException(code, code);
        }
        return code.startsWith("Neo.ClientError.")
                ? new ClientException(code, code)
                : new DatabaseException(code, code);
    }
}
