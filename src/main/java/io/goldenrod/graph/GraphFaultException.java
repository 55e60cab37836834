package io.goldenrod.graph;

/**
 * The graph's database met a fault that trying again did not mend: an error in this program, in its schema, or in the
 * database. The message is one line without personal data, and can be shown to a caller.
 */
public class GraphFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GraphFaultException(String message) {
        super(message);
    }
}
