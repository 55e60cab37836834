package io.goldenrod.embedded;

/**
 * Why the embedded database did not start. The message is one line that says what to do; the cause is for a debugger.
 */
public class EmbeddedStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
