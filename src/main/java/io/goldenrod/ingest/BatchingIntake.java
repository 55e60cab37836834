package io.goldenrod.ingest;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.PolicyChangedException;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.resolution.RecordAnswer;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.Trial;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Resolves what many callers bring in shared transactions: a batch is whatever came while the last one was committing,
 * up to its limit, and each caller's records stay together.
 *
 * <p>Records are normalised in their callers' threads; one thread resolves, because one writer with large batches is as
 * fast as several that wait for each other's locks. Who brings more than the queue holds is kept waiting.
 */
public final class BatchingIntake implements RecordIntake, AutoCloseable {

    private static final Logger LOG = System.getLogger(BatchingIntake.class.getName());
    private static final long STOP_MILLIS_MAX = 1_500;

    private static final int ATTEMPTS_MAX = 5;

    private final PolicyInUse inUse;
    private final Runnable refresh;
    private final ResolutionEngine engine;
    private final IntakeSettings settings;
    private final Clock clock;
    private final Thread worker;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition taken = lock.newCondition();
    private final Deque<Submission> queue = new ArrayDeque<>();
    private int queued;
    private boolean closed;

    /**
     * @param inUse what the engine resolves by
     * @param refresh called when that is no longer the policy in force: afterwards it and the engine follow that one
     */
    public BatchingIntake(
            PolicyInUse inUse, Runnable refresh, ResolutionEngine engine, IntakeSettings settings, Clock clock) {
        this.inUse = inUse;
        this.refresh = refresh;
        this.engine = engine;
        this.settings = settings;
        this.clock = clock;
        this.worker = new Thread(this::work, "resolution");
        worker.start();
    }

    /** Changes that belong together, and where in the answers each stands. */
    private static final class Submission {
        private final List<RawRecord> records;
        private final String request;
        private final Instant arrival;
        private final RecordAnswer[] answers;
        private final int[] places;
        private final List<List<FieldProblem>> warnings = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final CompletableFuture<List<RecordAnswer>> future = new CompletableFuture<>();
        /** By which the records were made comparable. */
        private Policy policy;

        Submission(List<RawRecord> records, String request, Instant arrival) {
            this.records = records;
            this.request = request;
            this.arrival = arrival;
            this.answers = new RecordAnswer[records.size()];
            this.places = new int[records.size()];
        }

        Submission(Change.Delete change) {
            this(Collections.nCopies(1, null), change.request(), Instant.EPOCH);
            changes.add(change);
            warnings.add(List.of());
        }

        /** Makes the records comparable; a deletion is what it is under any policy. */
        void normalize(PolicyInUse.Parts parts) {
            policy = parts.policy();
            if (records.get(0) == null) {
                return;
            }
            changes.clear();
            warnings.clear();
            for (int i = 0; i < answers.length; i++) {
                RawRecord raw = records.get(i);
                NormalizedRecord normalized = parts.normalizer().normalize(raw, arrival);
                if (normalized instanceof NormalizedRecord.Accepted accepted) {
                    places[changes.size()] = i;
                    changes.add(new Change.Upsert(accepted.record(), RecordJson.write(raw), request));
                    warnings.add(accepted.warnings());
                } else {
                    answers[i] = RecordAnswer.refused(keyOf(raw), ((NormalizedRecord.Refused) normalized).errors());
                }
            }
        }

        List<Change> changes() {
            return changes;
        }

        CompletableFuture<List<RecordAnswer>> future() {
            return future;
        }

        void answer(int change, RecordAnswer answer) {
            List<FieldProblem> noted = warnings.get(change);
            answers[places[change]] = noted.isEmpty() ? answer : answer.withWarnings(noted);
        }

        void complete() {
            future.complete(Arrays.asList(answers));
        }
    }

    @Override
    public CompletableFuture<List<RecordAnswer>> submit(List<RawRecord> records, String request) {
        if (records.isEmpty() || records.size() > settings.queueRecordsMax()) {
            throw new IllegalArgumentException("1 to " + settings.queueRecordsMax() + " records at once");
        }
        return enqueue(submission(records, request));
    }

    @Override
    public Trial preview(List<RawRecord> records, String request) {
        for (int attempt = 1; ; attempt++) {
            Submission submission = submission(records, request);
            try {
                Trial trial = engine.onTrial(submission.changes(), submission.policy);
                for (int i = 0; i < submission.changes.size(); i++) {
                    submission.answer(i, trial.answers().get(i));
                }
                return new Trial(Arrays.asList(submission.answers), trial.decisions());
            } catch (PolicyChangedException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
                refresh.run();
            }
        }
    }

    private Submission submission(List<RawRecord> records, String request) {
        Submission submission = new Submission(List.copyOf(records), request, clock.instant());
        submission.normalize(inUse.parts());
        return submission;
    }

    private static RecordKey keyOf(RawRecord raw) {
        boolean named = raw.source() != null
                && raw.recordId() != null
                && RecordKey.isSource(raw.source())
                && RecordKey.isRecordId(raw.recordId());
        return named ? new RecordKey(raw.source(), raw.recordId()) : null;
    }

    @Override
    public CompletableFuture<RecordAnswer> delete(RecordKey key, String request) {
        Submission submission = new Submission(new Change.Delete(key, request));
        submission.normalize(inUse.parts());
        return enqueue(submission).thenApply(answers -> answers.get(0));
    }

    private CompletableFuture<List<RecordAnswer>> enqueue(Submission submission) {
        int size = submission.changes().size();
        if (size == 0) {
            submission.complete();
            return submission.future();
        }
        lock.lock();
        try {
            long left = settings.queueWait().toNanos();
            while (!closed && queued > 0 && queued + size > settings.queueRecordsMax()) {
                if (left <= 0) {
                    throw new IntakeUnavailable(
                            "too many records wait (setting goldenrod.intake.queue-records-max); send again later",
                            null);
                }
                left = taken.awaitNanos(left);
            }
            if (closed) {
                throw new IntakeUnavailable("the service is stopping", null);
            }
            queue.add(submission);
            queued += size;
            arrived.signal();
            return submission.future();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailable("interrupted while waiting", e);
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        List<Submission> batch = take();
        while (!batch.isEmpty()) {
            resolve(batch);
            batch = take();
        }
    }

    /** Waits for the first, and takes with it whole submissions that fit; empty when closed and nothing is left. */
    private List<Submission> take() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                arrived.awaitUninterruptibly();
            }
            List<Submission> batch = new ArrayList<>();
            int size = 0;
            while (!queue.isEmpty()
                    && (batch.isEmpty() || size + queue.peek().changes().size() <= settings.batchRecordsMax())) {
                Submission next = queue.remove();
                size += next.changes().size();
                batch.add(next);
            }
            queued -= size;
            taken.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void resolve(List<Submission> batch) {
        try {
            List<RecordAnswer> answers = apply(batch);
            int next = 0;
            for (Submission submission : batch) {
                for (int i = 0; i < submission.changes().size(); i++) {
                    submission.answer(i, answers.get(next++));
                }
                submission.complete();
            }
        } catch (GraphUnavailableException e) {
            fail(batch, new IntakeUnavailable(e.getMessage(), e));
        } catch (RuntimeException | Error e) {
            isolate(batch, e);
        }
    }

    /** By the policy in force: when that is another by now, its own reading of the records is what counts. */
    private List<RecordAnswer> apply(List<Submission> batch) {
        for (int attempt = 1; ; attempt++) {
            PolicyInUse.Parts parts = inUse.parts();
            List<Change> changes = new ArrayList<>();
            for (Submission submission : batch) {
                if (submission.policy != parts.policy()) {
                    submission.normalize(parts);
                }
                changes.addAll(submission.changes());
            }
            try {
                return changes.isEmpty() ? List.of() : engine.apply(changes, parts.policy());
            } catch (PolicyChangedException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
                refresh.run();
            }
        }
    }

    /** One record that cannot be resolved must not keep the others out: finds it by trying smaller parts. */
    private void isolate(List<Submission> batch, Throwable failure) {
        if (batch.size() > 1) {
            batch.forEach(submission -> resolve(List.of(submission)));
            return;
        }
        Submission submission = batch.get(0);
        try {
            isolate(submission, 0, submission.changes().size(), failure);
            submission.complete();
        } catch (GraphUnavailableException e) {
            fail(batch, new IntakeUnavailable(e.getMessage(), e));
        }
    }

    private void isolate(Submission submission, int from, int to, Throwable failure) {
        if (to - from == 1) {
            RecordKey key = submission.changes().get(from).key();
            LOG.log(Level.ERROR, "a record of source " + key.source() + " could not be resolved", failure);
            String message = "this record could not be resolved because of a fault of the service; it was not taken";
            submission.answer(
                    from, RecordAnswer.refused(key, List.of(new FieldProblem("", "internal_error", message))));
            return;
        }
        int middle = (from + to) >>> 1;
        attempt(submission, from, middle);
        attempt(submission, middle, to);
    }

    private void attempt(Submission submission, int from, int to) {
        try {
            List<RecordAnswer> answers = engine.apply(submission.changes().subList(from, to), submission.policy);
            for (int i = from; i < to; i++) {
                submission.answer(i, answers.get(i - from));
            }
        } catch (GraphUnavailableException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            isolate(submission, from, to, e);
        }
    }

    private static void fail(List<Submission> batch, IntakeUnavailable failure) {
        batch.forEach(submission -> submission.future().completeExceptionally(failure));
    }

    /** Takes no more records, and resolves those that wait if that is done soon. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
            taken.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            worker.join(STOP_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Submission> left;
        lock.lock();
        try {
            left = List.copyOf(queue);
            queue.clear();
        } finally {
            lock.unlock();
        }
        fail(left, new IntakeUnavailable("the service is stopping", null));
    }
}
