package io.goldenrod.console.intake;

import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordStream;
import io.goldenrod.ingest.RecordStream.Item;
import io.goldenrod.ingest.RecordStream.LineAnswer;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.RecordAnswer;
import io.goldenrod.resolution.RecordAnswer.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Takes one file in, and says how far it is. */
final class IntakeJob {

    /** Refused lines that can be downloaded. */
    static final int REFUSED_KEPT_MAX = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(IntakeJob.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where it is. */
    enum Stage {
        WAITING,
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    private final Upload upload;
    private final String request;
    private final Clock clock;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private volatile boolean stopped;
    private Stage stage = Stage.WAITING;
    private Instant startedAt;
    private Instant endedAt;
    private long bytesRead;
    private long accepted;
    private long refused;
    private long held;
    private long warnings;
    private long failedAt;

    IntakeJob(Upload upload, String request, Clock clock) {
        this.upload = upload;
        this.request = request;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param bytes of the file
     * @param bytesRead of it
     * @param outcomes of accepted records, those that occurred
     * @param rate records a second
     * @param failedAt the first line that was not taken when it failed, or 0
     */
    record Progress(
            Stage stage,
            String request,
            long bytes,
            long bytesRead,
            long accepted,
            long refused,
            long held,
            long warnings,
            Map<Outcome, Long> outcomes,
            long rate,
            Duration duration,
            long failedAt) {}

    public synchronized Progress progress() {
        Instant end = endedAt == null ? clock.instant() : endedAt;
        Duration duration = startedAt == null ? Duration.ZERO : Duration.between(startedAt, end);
        long millis = Math.max(1, duration.toMillis());
        return new Progress(
                stage,
                request,
                upload.bytes(),
                stage == Stage.DONE ? upload.bytes() : Math.min(bytesRead, upload.bytes()),
                accepted,
                refused,
                held,
                warnings,
                new EnumMap<>(outcomes),
                (accepted + refused) * 1_000 / millis,
                duration,
                failedAt);
    }

    synchronized boolean isRunning() {
        return stage == Stage.WAITING || stage == Stage.RUNNING;
    }

    /** What was taken stays; nothing more is. */
    void stop() {
        stopped = true;
    }

    Path refusedLines() {
        return upload.folder().resolve("refused.ndjson");
    }

    /** Runs to the end of the file; never throws. */
    void run(RecordStream stream, FileReading reading) {
        to(Stage.RUNNING);
        try (RecordFile records = reading.open(upload);
                BufferedWriter lines = Files.newBufferedWriter(refusedLines())) {
            stream.run(() -> next(records), request, answers -> take(answers, records.bytesRead(), lines));
            to(stopped ? Stage.STOPPED : Stage.DONE);
        } catch (RecordStream.Interrupted e) {
            synchronized (this) {
                failedAt = e.fromLine();
            }
            to(Stage.FAILED);
        } catch (IOException | RuntimeException e) {
            if (!stopped) {
                LOG.warn("A file was not taken in to its end: {}", e.getClass().getName());
            }
            to(stopped ? Stage.STOPPED : Stage.FAILED);
        } finally {
            try {
                Files.deleteIfExists(upload.file());
            } catch (IOException e) {
                upload.file().toFile().deleteOnExit();
            }
        }
    }

    private Item next(RecordFile records) throws IOException {
        SourceLine line = stopped ? null : records.next();
        if (line == null) {
            return null;
        }
        ParsedRecord parsed = line.parsed();
        boolean isRecord = parsed instanceof ParsedRecord.Read;
        String text = parsed instanceof ParsedRecord.Read read
                ? JSON.writeValueAsString(FileReading.json(read.record()))
                : "";
        return new Item(line.number(), text, isRecord, parsed);
    }

    private synchronized void take(List<LineAnswer> answers, long read, BufferedWriter lines) throws IOException {
        bytesRead = read;
        for (LineAnswer each : answers) {
            RecordAnswer answer = each.answer();
            if (answer.accepted()) {
                accepted++;
                outcomes.merge(answer.outcome(), 1L, Long::sum);
                held += answer.held().size();
                warnings += answer.warnings().size();
            } else {
                refused++;
                if (refused <= REFUSED_KEPT_MAX) {
                    lines.write(JSON.writeValueAsString(refusal(each)));
                    lines.newLine();
                }
            }
        }
        lines.flush();
    }

    private static Map<String, Object> refusal(LineAnswer line) {
        var refusal = new LinkedHashMap<String, Object>();
        refusal.put("line", line.line());
        if (line.answer().key() != null) {
            refusal.put("record", line.answer().key().toString());
        }
        FieldProblem first = line.answer().errors().get(0);
        refusal.put("field", first.field());
        refusal.put("code", first.code());
        refusal.put("reason", first.message());
        refusal.put("problems", line.answer().errors().size());
        refusal.put("kept", line.refusalId() != null);
        return refusal;
    }

    private synchronized void to(Stage next) {
        stage = next;
        if (next == Stage.RUNNING) {
            startedAt = clock.instant();
        } else {
            endedAt = clock.instant();
        }
    }
}
