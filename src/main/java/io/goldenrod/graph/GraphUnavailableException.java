package io.goldenrod.graph;

/**
 * The graph cannot be reached, did not answer within the deadline, or stayed too contended to take a change.
 *
 * <p>A change that ended so may have happened all the same: send it again, it gives the same result. The message is one
 * line without personal data.
 */
public class GraphUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GraphUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
