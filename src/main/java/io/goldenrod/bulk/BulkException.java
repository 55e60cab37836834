package io.goldenrod.bulk;

/** A run cannot go on: no room on disk or in memory. The message says what to do, in one sentence. */
public final class BulkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BulkException(String message) {
        super(message);
    }

    BulkException(String message, Throwable cause) {
        super(message, cause);
    }
}
