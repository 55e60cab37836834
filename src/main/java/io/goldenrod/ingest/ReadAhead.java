package io.goldenrod.ingest;

import io.goldenrod.ingest.RecordStream.Item;
import io.goldenrod.ingest.RecordStream.Source;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads a source on a thread of its own, as far ahead as the bytes that may be held allow. The queue has no bound of
 * its own: the permits limit the items in it, and the few wake-ups are one for each chunk under way.
 */
final class ReadAhead implements AutoCloseable {

    /** What the consumer of the stream waits for. */
    sealed interface Event {}

    record Came(Item item) implements Event {}

    /** Nothing more comes; not null when reading failed. */
    record Ended(Throwable failure) implements Event {
        void rethrow() throws IOException {
            if (failure instanceof IOException io) {
                throw io;
            }
            if (failure instanceof RuntimeException bug) {
                throw bug;
            }
            if (failure != null) {
                throw new IllegalStateException("the stream could not be read", failure);
            }
        }
    }

    private record Woken() implements Event {}

    private final Source source;
    private final Semaphore permits;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile boolean closed;

    /** @throws java.util.concurrent.RejectedExecutionException when there is no thread to read with */
    ReadAhead(Source source, int heldBytesMax, Executor readers) {
        this.source = source;
        this.permits = new Semaphore(heldBytesMax);
        readers.execute(this::read);
    }

    private void read() {
        Throwable failure = null;
        try {
            Item item = source.next();
            while (item != null && !closed) {
                permits.acquireUninterruptibly(item.cost());
                events.add(new Came(item));
                item = closed ? null : source.next();
            }
        } catch (Throwable e) {
            failure = e;
        } finally {
            left.countDown();
            events.add(new Ended(failure));
        }
    }

    /** The next event, or null when none came in time. */
    Event poll(long millis) throws IOException {
        try {
            return events.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for records", e);
        }
    }

    /** Ends a {@link #poll} early. */
    void wake() {
        events.add(new Woken());
    }

    /** Allows as many more bytes to be read. */
    void release(int bytes) {
        permits.release(bytes);
    }

    /** Returns when the source is no longer in use: whoever lent it takes it back then. */
    @Override
    public void close() {
        closed = true;
        // Frees a reader that waits for room; it then stops before its next read.
        permits.release(Integer.MAX_VALUE / 2);
        boolean interrupted = false;
        while (left.getCount() > 0) {
            try {
                left.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
