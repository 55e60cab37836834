package io.goldenrod.graph;

/** The store did not answer within its deadline, or cannot be reached. Nothing was read; the same call may be repeated. */
public final class GraphUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message for people, without a statement or a value of it */
    public GraphUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
