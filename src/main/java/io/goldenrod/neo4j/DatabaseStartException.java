package io.goldenrod.neo4j;

/** Why the database cannot be used. The message is one line that says what to do; the cause is for a debugger. */
public class DatabaseStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
