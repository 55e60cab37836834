package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The moment until which the calling thread waits for the database.
 *
 * <p>Kept here and not left to the driver: it waits without end for a server that holds the connection and is silent.
 * What was given up on keeps its connection until that server answers or the connection breaks; the pool's size bounds
 * how many there can be.
 */
final class Deadline {

    private final Duration length;
    private final long endNanos;

    private Deadline(Duration length) {
        this.length = length;
        this.endNanos = System.nanoTime() + length.toNanos();
    }

    static Deadline in(Duration length) {
        return new Deadline(length);
    }

    /** Zero when the moment has passed. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /**
     * The stage's result.
     *
     * @throws GraphUnavailableException when it did not come in time
     * @throws RuntimeException what the stage failed with
     */
    <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw passed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphUnavailableException("the call to the database was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits a little, but not beyond the moment. */
    void pause(Duration pause) {
        Duration rest = remaining();
        if (rest.isZero()) {
            throw passed(null);
        }
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(pause.toNanos(), rest.toNanos()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphUnavailableException("the call to the database was interrupted", e);
        }
    }

    private GraphUnavailableException passed(Throwable cause) {
        return new GraphUnavailableException("the database did not answer within " + length.toMillis() + " ms", cause);
    }
}
