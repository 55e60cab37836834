package io.goldenrod.neo4j;

/** Another transaction changed what this one had read before it could lock it; run it again. */
final class ConcurrentChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConcurrentChangeException() {
        super("changed by another transaction", null, false, false);
    }
}
