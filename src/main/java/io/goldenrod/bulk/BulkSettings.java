package io.goldenrod.bulk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * How a run goes about it; the result does not depend on it but for the arrival.
 *
 * @param threads 1 to 1,024
 * @param temporary the folder in which what records say is kept meanwhile, about as much as the files unpacked
 * @param arrival when all records count as taken in: stands in for {@code observedAt}
 */
public record BulkSettings(int threads, Path temporary, Instant arrival) {

    private static final int THREADS_MAX = 1_024;

    public BulkSettings {
        Objects.requireNonNull(temporary, "temporary");
        Objects.requireNonNull(arrival, "arrival");
        if (threads < 1 || threads > THREADS_MAX) {
            throw new IllegalArgumentException("threads are 1 to " + THREADS_MAX);
        }
    }

    /** On all cores. */
    public static BulkSettings of(Path temporary, Instant arrival) {
        return new BulkSettings(Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors()), temporary, arrival);
    }
}
