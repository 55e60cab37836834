package io.goldenrod.console;

import org.springframework.http.HttpStatus;

/**
 * Ends a request with a page that says what is wrong. Its words are the messages {@code problem.KEY} and
 * {@code problem.KEY.advice}, each with the arguments.
 */
public final class ConsoleProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String key;
    private final transient Object[] arguments;

    public ConsoleProblem(HttpStatus status, String key, Object... arguments) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** What was asked about is not there. */
    public static ConsoleProblem notFound(String key, Object... arguments) {
        return new ConsoleProblem(HttpStatus.NOT_FOUND, key, arguments);
    }

    /** What was asked cannot be understood. */
    public static ConsoleProblem badRequest(String key, Object... arguments) {
        return new ConsoleProblem(HttpStatus.BAD_REQUEST, key, arguments);
    }

    /** What was asked is understood and cannot be done. */
    public static ConsoleProblem refused(String key, Object... arguments) {
        return new ConsoleProblem(HttpStatus.UNPROCESSABLE_CONTENT, key, arguments);
    }

    HttpStatus status() {
        return status;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
