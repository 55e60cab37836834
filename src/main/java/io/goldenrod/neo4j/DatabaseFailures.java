package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

/** Which of the driver's failures can be tried again, and what the others mean to a caller. */
final class DatabaseFailures {

    /** Another transaction made the same node between our look and our write; on the next try it is found. */
    private static final String CONSTRAINT_CODE = "Neo.ClientError.Schema.ConstraintValidationFailed";

    /** Another transaction removed a node that we had found and were about to lock. */
    private static final String NOT_FOUND_CODE = "Neo.ClientError.Statement.EntityNotFound";

    private static final String TIMED_OUT_CODE = "Neo.ClientError.Transaction.TransactionTimedOut";

    /** As {@link #TIMED_OUT_CODE}, of a transaction that waited for a lock. */
    private static final String LOCK_STOPPED_CODE = "Neo.ClientError.Transaction.LockClientStopped";

    /** Tells the codes of failures and no more of them: their messages can quote the data. */
    private static final Logger LOG = System.getLogger(DatabaseFailures.class.getName());

    private DatabaseFailures() {}

    static boolean isTransient(Neo4jException failure) {
        return failure instanceof RetryableException || isOvertaken(failure);
    }

    /** A fault of the server's own, which may come of what others change meanwhile: seldom does it come twice. */
    static boolean isServersOwn(Neo4jException failure) {
        return failure instanceof DatabaseException;
    }

    /** What asking again cannot mend: nobody answers in time, or nobody may ask. */
    static boolean isHopeless(Neo4jException failure) {
        return failure instanceof AuthenticationException || isTimedOut(failure.code()) || isPoolExhausted(failure);
    }

    /** Notes a failure that should not be, by its code alone: its message can quote the data. */
    static void warn(Neo4jException failure, String statement) {
        LOG.log(Level.WARNING, "the database does not answer {0}: {1}", statement, failure.code());
    }

    private static boolean isOvertaken(Neo4jException failure) {
        return CONSTRAINT_CODE.equals(failure.code()) || NOT_FOUND_CODE.equals(failure.code());
    }

    /** The failure in our words, without the driver's message: that can quote the data. */
    static RuntimeException translate(Neo4jException failure, String statement) {
        if (failure instanceof TransientException || isOvertaken(failure)) {
            return new GraphUnavailableException("the database is too busy for this change: " + failure.code(), null);
        }
        if (isTimedOut(failure.code())) {
            return new GraphUnavailableException("the database did not finish the statement in time", null);
        }
        if (failure instanceof ServiceUnavailableException || failure instanceof SessionExpiredException) {
            return new GraphUnavailableException("the database cannot be reached", failure);
        }
        if (failure instanceof AuthenticationException) {
            return new GraphUnavailableException("the database no longer accepts the user or the password", null);
        }
        if (isPoolExhausted(failure)) {
            return new GraphUnavailableException("every connection to the database is in use", null);
        }
        LOG.log(Level.ERROR, "the database refuses the statement {0}: {1}", statement, failure.code());
        return new StatementFailedException(statement, failure.code());
    }

    private static boolean isTimedOut(String code) {
        return code != null && (code.startsWith(TIMED_OUT_CODE) || code.equals(LOCK_STOPPED_CODE));
    }

    /** The driver has no type of its own for a wait for a connection that took too long. */
    private static boolean isPoolExhausted(Neo4jException failure) {
        return failure instanceof ClientException
                && failure.getMessage() != null
                && failure.getMessage().startsWith("Unable to acquire connection from the pool");
    }
}
