package io.goldenrod.match;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs one task on several threads at once and waits for all of them. */
final class Threads {

    /** How many numbers a thread takes at a time: enough to forget the taking, few enough to end together. */
    private static final int TURN = 256;

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

    /** Takes the numbers from one to below another. */
    @FunctionalInterface
    interface Stretch {
        void take(int from, int to);
    }

    /**
     * All numbers below one, a stretch at a time, on several threads.
     *
     * @param stretches gives what each thread does with its stretches
     */
    static void inTurns(int threads, int count, Supplier<Stretch> stretches) {
        AtomicInteger next = new AtomicInteger();
        run(threads, () -> {
            Stretch stretch = stretches.get();
            for (int from = next.getAndAdd(TURN); from >= 0 && from < count; from = next.getAndAdd(TURN)) {
                stretch.take(from, Math.min(from + TURN, count));
            }
        });
    }

    private static void attempt(Runnable task, AtomicReference<Throwable> failure) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }
}
