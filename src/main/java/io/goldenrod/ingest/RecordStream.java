package io.goldenrod.ingest;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.Quarantine;
import io.goldenrod.graph.Quarantine.Refusal;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.RecordIntake.IntakeUnavailable;
import io.goldenrod.resolution.RecordAnswer;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes records as they come and answers them in their order, in constant memory however many there are.
 *
 * <p>One thread reads ahead, the caller's submits and answers, so that records are answered while more are still being
 * sent. A chunk goes to the intake when it is full, or when nothing more came for a moment and nothing is under way: a
 * file goes in full chunks, and whoever waits for an answer before sending on gets it. Two chunks are under way at
 * most, and what is held in memory is limited by bytes. Refused records go to the quarantine.
 */
public final class RecordStream {

    static final int CHUNK_RECORDS_MAX = 1_000;
    static final int CHUNK_BYTES_MAX = 1024 * 1024;
    private static final int CHUNKS_UNDER_WAY_MAX = 2;
    private static final int HELD_BYTES_MAX = 4 * CHUNK_BYTES_MAX;
    private static final long QUIET_MILLIS = 10;
    private static final long ANSWER_MILLIS_MAX = 120_000;

    private final RecordIntake intake;
    private final Quarantine quarantine;
    private final Executor readers;
    private final Clock clock;
    private final RefusalIds ids = new RefusalIds();

    /** @param readers runs one reading task for each stream, without queueing it behind another */
    public RecordStream(RecordIntake intake, Quarantine quarantine, Executor readers, Clock clock) {
        this.intake = intake;
        this.quarantine = quarantine;
        this.readers = readers;
        this.clock = clock;
    }

    /** Where records come from; called by one thread. */
    @FunctionalInterface
    public interface Source {
        /** The next one, or null after the last. */
        Item next() throws IOException;
    }

    /** Where answers go; called by the thread that runs the stream. */
    @FunctionalInterface
    public interface Sink {
        /** Takes some answers, in order, after those before; they should go out at once. */
        void take(List<LineAnswer> answers) throws IOException;
    }

    /**
     * One record as it came.
     *
     * @param line its number, from 1
     * @param text as sent, for the quarantine
     * @param complete whether the text is all of it
     */
    public record Item(long line, String text, boolean complete, ParsedRecord parsed) {
        int cost() {
            return Math.min(CHUNK_BYTES_MAX, 256 + text.length());
        }
    }

    /**
     * The answer to one record.
     *
     * @param refusalId its place in the quarantine; null when accepted, and when the quarantine was full
     */
    public record LineAnswer(long line, RecordAnswer answer, String refusalId) {}

    /** The intake stopped; what was answered until then is durable, the rest is to be sent again. */
    public static final class Interrupted extends Exception {
        private static final long serialVersionUID = 1L;
        private final long fromLine;

        Interrupted(long fromLine, Throwable cause) {
            super("no record is answered from line " + fromLine + " on", cause);
            this.fromLine = fromLine;
        }

        /** The first line without an answer. */
        public long fromLine() {
            return fromLine;
        }
    }

    /**
     * Runs the stream to its end. The source is no longer in use when this returns.
     *
     * @param request names the request in the lineage
     * @throws IOException when the source or the sink fails
     * @throws Interrupted when the intake does not take records
     */
    public void run(Source source, String request, Sink sink) throws IOException, Interrupted {
        try (var ahead = new ReadAhead(source, HELD_BYTES_MAX, readers)) {
            new Run(ahead, request, sink).toTheEnd();
        }
    }

    private record Chunk(List<Item> items, CompletableFuture<List<RecordAnswer>> answers, int cost) {}

    private final class Run {
        private final ReadAhead ahead;
        private final String request;
        private final Sink sink;
        private final Deque<Chunk> underWay = new ArrayDeque<>();
        private List<Item> filling = new ArrayList<>();
        private int fillingCost;

        private Run(ReadAhead ahead, String request, Sink sink) {
            this.ahead = ahead;
            this.request = request;
            this.sink = sink;
        }

        private void toTheEnd() throws IOException, Interrupted {
            boolean more = true;
            while (more) {
                while (!underWay.isEmpty() && underWay.peek().answers().isDone()) {
                    answerFirst();
                }
                boolean mayFlush = !filling.isEmpty() && underWay.isEmpty();
                ReadAhead.Event event = ahead.poll(mayFlush ? QUIET_MILLIS : ANSWER_MILLIS_MAX);
                if (event instanceof ReadAhead.Came came) {
                    add(came.item());
                } else if (event instanceof ReadAhead.Ended ended) {
                    ended.rethrow();
                    more = false;
                } else if (event == null && mayFlush) {
                    submit();
                } else if (event == null && !underWay.isEmpty()) {
                    answerFirst();
                }
            }
            if (!filling.isEmpty()) {
                submit();
            }
            while (!underWay.isEmpty()) {
                answerFirst();
            }
        }

        private void add(Item item) throws IOException, Interrupted {
            filling.add(item);
            fillingCost += item.cost();
            if (filling.size() == CHUNK_RECORDS_MAX || fillingCost >= CHUNK_BYTES_MAX) {
                submit();
            }
        }

        private void submit() throws IOException, Interrupted {
            while (underWay.size() >= CHUNKS_UNDER_WAY_MAX) {
                answerFirst();
            }
            var records = new ArrayList<RawRecord>(filling.size());
            for (Item item : filling) {
                if (item.parsed() instanceof ParsedRecord.Read read) {
                    records.add(read.record());
                }
            }
            CompletableFuture<List<RecordAnswer>> answers =
                    records.isEmpty() ? CompletableFuture.completedFuture(List.of()) : submit(records);
            underWay.add(new Chunk(filling, answers, fillingCost));
            filling = new ArrayList<>();
            fillingCost = 0;
            answers.whenComplete((done, failure) -> ahead.wake());
        }

        private CompletableFuture<List<RecordAnswer>> submit(List<RawRecord> records) {
            try {
                return intake.submit(records, request);
            } catch (IntakeUnavailable e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        private void answerFirst() throws IOException, Interrupted {
            Chunk chunk = underWay.remove();
            List<RecordAnswer> answers = await(chunk);
            var lines = new ArrayList<LineAnswer>(chunk.items().size());
            var refusals = new ArrayList<Refusal>();
            Instant now = clock.instant();
            int taken = 0;
            for (Item item : chunk.items()) {
                RecordAnswer answer = item.parsed() instanceof ParsedRecord.Refused refused
                        ? RecordAnswer.refused(null, refused.problems())
                        : answers.get(taken++);
                if (!answer.accepted()) {
                    refusals.add(refusal(item, answer, now, request));
                }
                lines.add(new LineAnswer(item.line(), answer, null));
            }
            nameRefusals(lines, refusals);
            sink.take(lines);
            ahead.release(chunk.cost());
        }

        private List<RecordAnswer> await(Chunk chunk) throws Interrupted {
            long firstLine = chunk.items().get(0).line();
            try {
                return chunk.answers().get(ANSWER_MILLIS_MAX, TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IntakeUnavailable || e.getCause() instanceof GraphUnavailableException) {
                    throw new Interrupted(firstLine, e.getCause());
                }
                throw new IllegalStateException("the intake failed", e.getCause());
            } catch (TimeoutException e) {
                throw new Interrupted(firstLine, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Interrupted(firstLine, e);
            }
        }
    }

    private void nameRefusals(List<LineAnswer> lines, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        List<Boolean> kept;
        try {
            kept = quarantine.add(refusals);
        } catch (GraphUnavailableException e) {
            // The answer says that the line was not kept; the records beside it are durable and must be answered.
            return;
        }
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            LineAnswer line = lines.get(i);
            if (!line.answer().accepted()) {
                Refusal refusal = refusals.get(next);
                if (kept.get(next++)) {
                    lines.set(i, new LineAnswer(line.line(), line.answer(), refusal.id()));
                }
            }
        }
    }

    private Refusal refusal(Item item, RecordAnswer answer, Instant now, String request) {
        boolean whole = item.text().length() <= Quarantine.BODY_LENGTH_MAX;
        String source =
                item.parsed() instanceof ParsedRecord.Read read ? read.record().source() : null;
        return new Refusal(
                ids.next(now),
                now,
                request,
                item.line(),
                source != null && source.length() <= 64 ? source : null,
                whole ? item.text() : item.text().substring(0, Quarantine.BODY_LENGTH_MAX),
                whole && item.complete(),
                answer.errors());
    }
}
