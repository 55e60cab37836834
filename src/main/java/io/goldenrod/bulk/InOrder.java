package io.goldenrod.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Works on items on several threads, and hands on what comes of them in the order of the items. No thread has a role of
 * its own: each takes an item, works on it, and hands on whatever is next to be. So few items are under way at once
 * that memory does not depend on how many there are.
 */
final class InOrder<T, R> {

    /** Items, called by one thread at a time. */
    @FunctionalInterface
    interface Source<T> {
        /** The next one, or null after the last. */
        T next() throws IOException;
    }

    /** What is done with an item; each thread has one of its own. */
    @FunctionalInterface
    interface Work<T, R> {
        R of(T item) throws IOException;
    }

    /** Takes what came of the items, in their order, called by one thread at a time. */
    @FunctionalInterface
    interface Sink<R> {
        void take(R result) throws IOException;
    }

    private record Numbered<T>(long number, T item) {}

    private static final int UNDER_WAY_OF_THREAD = 4;

    private final Source<T> source;
    private final Sink<R> sink;
    private final Semaphore room;
    private final ReentrantLock taking = new ReentrantLock();
    private final ReentrantLock handing = new ReentrantLock();
    private final Map<Long, R> done = new ConcurrentHashMap<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private long taken;
    private boolean ended;
    private volatile long next;

    private InOrder(int threads, Source<T> source, Sink<R> sink) {
        this.source = source;
        this.sink = sink;
        this.room = new Semaphore(threads * UNDER_WAY_OF_THREAD);
    }

    /**
     * Runs to the end of the source; the calling thread works too.
     *
     * @param works gives one for each thread
     * @throws IOException the first one of any thread; what else goes wrong is thrown as it is
     */
    static <T, R> void run(int threads, Source<T> source, Supplier<Work<T, R>> works, Sink<R> sink) throws IOException {
        InOrder<T, R> run = new InOrder<>(threads, source, sink);
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread other = new Thread(() -> run.work(works), "goldenrod-bulk-" + i);
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        run.work(works);
        run.join(others);
    }

    private void join(List<Thread> others) throws IOException {
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
        Throwable first = failure.get();
        if (first instanceof IOException io) {
            throw io;
        }
        if (first instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (first instanceof Error error) {
            throw error;
        }
    }

    private void work(Supplier<Work<T, R>> works) {
        try {
            Work<T, R> work = works.get();
            for (Numbered<T> item = take(); item != null; item = take()) {
                done.put(item.number, work.of(item.item));
                handOn();
            }
        } catch (IOException | RuntimeException | Error e) {
            if (failure.compareAndSet(null, e)) {
                // whoever waits for room sees the failure
                room.release(Integer.MAX_VALUE / 2);
            }
        }
    }

    private Numbered<T> take() throws IOException {
        room.acquireUninterruptibly();
        taking.lock();
        try {
            T item = ended || failure.get() != null ? null : source.next();
            if (item == null) {
                ended = true;
                room.release();
                return null;
            }
            return new Numbered<>(taken++, item);
        } finally {
            taking.unlock();
        }
    }

    private void handOn() throws IOException {
        // looks again after letting go: what came meanwhile was left to this thread
        while (done.containsKey(next) && failure.get() == null && handing.tryLock()) {
            try {
                for (R result = done.remove(next); result != null; result = done.remove(next)) {
                    sink.take(result);
                    next = next + 1;
                    room.release();
                }
            } finally {
                handing.unlock();
            }
        }
    }
}
