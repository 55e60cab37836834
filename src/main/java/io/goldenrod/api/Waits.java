package io.goldenrod.api;

import io.goldenrod.ingest.RecordIntake.IntakeUnavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an answer, but not for ever. */
final class Waits {

    private static final long SECONDS_MAX = 60;

    private Waits() {}

    static <T> T of(CompletableFuture<T> answer) {
        try {
            return answer.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the answer failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IntakeUnavailable("there was no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailable("the service is stopping", e);
        }
    }
}
