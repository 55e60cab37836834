package io.goldenrod.match;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/** Runs one task on several threads at once and waits for all of them. */
final class Threads {

    private Threads() {}

    /** @throws CompletionException when a thread failed, with the first failure; the others ended by themselves */
    static void run(int threads, Runnable task) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread other = new Thread(() -> attempt(task, failure), "goldenrod-match-" + i);
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        attempt(task, failure);
        boolean interrupted = false;
        for (Thread other : others) {
            while (other.isAlive()) {
                try {
                    other.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw new CompletionException(failure.get());
        }
    }

    private static void attempt(Runnable task, AtomicReference<Throwable> failure) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }
}
