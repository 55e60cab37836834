package io.goldenrod.revision;

/** A change cannot be tried out with the memory or disk that there is. */
public final class SimulationTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message says what there is too much of, and what to do */
    public SimulationTooLarge(String message) {
        super(message);
    }
}
