package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphFaultException;

/**
 * The database refuses a statement for good: an error in this program or in its schema.
 *
 * <p>It carries the database's code and not its message or the driver's exception, because those can quote the data.
 */
class StatementFailedException extends GraphFaultException {

    private static final long serialVersionUID = 1L;

    StatementFailedException(String statement, String code) {
        super("the database refuses the statement " + statement + ": " + code);
    }
}
