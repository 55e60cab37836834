package io.goldenrod.resolution;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.identity.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers single look-ups, many of them by one query: a caller leaves its identifier in a queue, and a worker that is
 * free takes all that wait, up to {@link IdentifierLookup#IDENTIFIERS_MAX}, and asks for them at once.
 *
 * <p>There is no timer. A lone caller is served immediately; under load a batch is whatever came while the last one
 * was being answered.
 */
public final class IdentifierResolver implements AutoCloseable {

    private final IdentifierLookup lookup;
    private final ResolverSettings settings;
    private final BlockingQueue<Waiting> queue;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean closed;

    public IdentifierResolver(IdentifierLookup lookup, ResolverSettings settings) {
        this.lookup = lookup;
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.queueMax());
        for (int i = 1; i <= settings.workers(); i++) {
            Thread worker = new Thread(this::work, "resolver-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
    }

    /**
     * @param identifier normalised
     * @throws ServiceBusy when too many wait already
     * @throws GraphUnavailableException when there is no answer within the deadline
     */
    public Answer resolve(Identifier identifier) {
        var waiting = new Waiting(identifier, Thread.currentThread());
        if (closed || !queue.offer(waiting)) {
            throw new ServiceBusy("too many look-ups wait (setting goldenrod.resolve.queue-max)");
        }
        long until = System.nanoTime() + settings.deadline().toNanos();
        while (!waiting.done) {
            long left = until - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                waiting.abandoned = true;
                throw new GraphUnavailableException("the look-up had no answer within its deadline", null);
            }
            LockSupport.parkNanos(this, left);
        }
        if (waiting.failure != null) {
            throw waiting.failure;
        }
        return waiting.answer;
    }

    private void work() {
        var batch = new ArrayList<Waiting>(IdentifierLookup.IDENTIFIERS_MAX);
        while (!closed) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                break;
            }
            queue.drainTo(batch, IdentifierLookup.IDENTIFIERS_MAX - 1);
            // Whoever gave up must not cost the others a larger query.
            batch.removeIf(waiting -> waiting.abandoned);
            answer(batch);
            batch.clear();
        }
    }

    private void answer(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var identifiers = new ArrayList<Identifier>(batch.size());
        for (Waiting waiting : batch) {
            identifiers.add(waiting.identifier);
        }
        List<Answer> answers = null;
        RuntimeException failure = null;
        try {
            answers = lookup.find(identifiers);
            if (answers.size() != batch.size()) {
                throw new IllegalStateException("a look-up has one answer for each identifier");
            }
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            // Without its worker every later call would wait in vain.
            failure = new IllegalStateException("the look-up failed", e);
        }
        finish(batch, answers, failure);
    }

    private static void finish(List<Waiting> batch, List<Answer> answers, RuntimeException failure) {
        for (int i = 0; i < batch.size(); i++) {
            Waiting waiting = batch.get(i);
            waiting.answer = failure == null ? answers.get(i) : null;
            waiting.failure = failure;
            waiting.done = true;
            LockSupport.unpark(waiting.caller);
        }
    }

    /** How many wait to be taken along. */
    int waiting() {
        return queue.size();
    }

    /** Turns new callers away, and fails those that wait. */
    @Override
    public void close() {
        closed = true;
        workers.forEach(Thread::interrupt);
        var left = new ArrayList<Waiting>();
        queue.drainTo(left);
        finish(left, null, new GraphUnavailableException("the service is stopping", null));
    }

    private static final class Waiting {
        private final Identifier identifier;
        private final Thread caller;
        private Answer answer;
        private RuntimeException failure;
        private volatile boolean abandoned;
        private volatile boolean done;

        private Waiting(Identifier identifier, Thread caller) {
            this.identifier = identifier;
            this.caller = caller;
        }
    }
}
