package io.goldenrod.graph;

/** The past that was asked for is known, and would take more than one answer may. */
public final class HistoryLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HistoryLimitException(String message) {
        super(message, null, false, false);
    }
}
