package io.goldenrod.cli;

/** The store or service cannot be used now. The message is one line that says what to do. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
