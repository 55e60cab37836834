package io.goldenrod.testkit;

import java.util.stream.Stream;

/**
 * Makes cases from seeded choices, and smaller ones from a case.
 *
 * @param <T> an immutable case whose {@code toString} is fit for reading
 */
public interface Generator<T> {

    T generate(Chance chance);

    /** Cases that are simpler than this one by one step, the boldest steps first. */
    default Stream<T> smaller(T value) {
        return Stream.empty();
    }
}
