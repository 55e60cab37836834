package io.goldenrod.cli;

/** A command was used in a way that cannot work; the message says what to do instead. */
public final class IllegalUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IllegalUse(String message) {
        super(message);
    }
}
