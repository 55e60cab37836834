package io.goldenrod.resolution;

import java.time.Duration;

/**
 * How single look-ups share queries.
 *
 * @param queueMax identifiers that may wait, 1 to 1,000,000; one more is turned away
 * @param workers threads that run queries, 1 to 16
 * @param deadline longest wait for an answer, 10 ms to 60 s
 */
public record ResolverSettings(int queueMax, int workers, Duration deadline) {

    public static final ResolverSettings DEFAULT = new ResolverSettings(10_000, 2, Duration.ofSeconds(5));

    public ResolverSettings {
        if (queueMax < 1 || queueMax > 1_000_000) {
            throw new IllegalArgumentException("goldenrod.resolve.queue-max is from 1 to 1,000,000");
        }
        if (workers < 1 || workers > 16) {
            throw new IllegalArgumentException("goldenrod.resolve.workers is from 1 to 16");
        }
        if (deadline.toMillis() < 10 || deadline.toMillis() > 60_000) {
            throw new IllegalArgumentException("goldenrod.resolve.deadline is from 10ms to 60s");
        }
    }
}
