package io.goldenrod.api;

import io.goldenrod.graph.RecordReads;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.LineReader;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.ingest.RecordSources;
import io.goldenrod.ingest.RecordStream;
import io.goldenrod.ingest.RecordStream.LineAnswer;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.resolution.RecordAnswer;
import io.goldenrod.resolution.RecordAnswer.Outcome;
import io.goldenrod.resolution.ServiceBusy;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** Records in: one, many, or a stream of any length. */
@Tag(name = "Records in")
@RestController
class RecordsController {

    private final RecordIntake intake;
    private final RecordStream stream;
    private final RecordJson json;
    private final RecordReads records;
    private final Past past;
    private final RecordLimits limits;
    private final ApiSettings settings;
    private final Bodies bodies;
    private final Semaphore streamsLeft;

    RecordsController(
            RecordIntake intake,
            RecordStream stream,
            RecordJson json,
            RecordReads records,
            Past past,
            RecordLimits limits,
            ApiSettings settings,
            Bodies bodies) {
        this.intake = intake;
        this.stream = stream;
        this.json = json;
        this.records = records;
        this.past = past;
        this.limits = limits;
        this.settings = settings;
        this.bodies = bodies;
        this.streamsLeft = new Semaphore(settings.streamsMax());
    }

    @RecordsDescription.Post
    @PostMapping(path = "/v1/records", consumes = Json.MEDIA_TYPE)
    void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request);
        try (Bodies.Body body = bodies.read(request)) {
            if (body.firstCharacter() == '[') {
                array(body.bytes(), request, response);
            } else {
                one(read(body.bytes()), request, response);
            }
        }
    }

    @RecordsDescription.Lines
    @PostMapping(
            path = "/v1/records",
            consumes = {Json.LINES_MEDIA_TYPE, "application/ndjson", "application/jsonl"})
    void lines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request);
        withStream(RecordsOut.lines(response), request, response, () -> {
            var reader = new LineReader(Bodies.stream(request), limits.recordBytesMax());
            return RecordSources.lines(reader, json, limits);
        });
    }

    private void array(byte[] body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        withStream(RecordsOut.array(response), request, response, () -> {
            try {
                return RecordSources.elements(json.readArray(body, settings.arrayRecordsMax()));
            } catch (RecordJson.BrokenArray e) {
                throw broken(e.refused().problems(), "array-records-max");
            }
        });
    }

    private interface Opening {
        RecordStream.Source open() throws IOException;
    }

    private void withStream(RecordsOut out, HttpServletRequest request, HttpServletResponse response, Opening opening)
            throws IOException {
        if (!streamsLeft.tryAcquire()) {
            throw new ServiceBusy("as many streams run as may (setting " + ApiSettings.SETTINGS + "streams-max)");
        }
        try {
            stream.run(opening.open(), RequestName.of(request, response), out);
            out.end();
        } catch (RecordStream.Interrupted e) {
            if (!out.started()) {
                throw ProblemHandling.unavailable(response);
            }
            out.interrupted(e.fromLine());
        } finally {
            streamsLeft.release();
        }
    }

    @RecordsDescription.Put
    @PutMapping(path = "/v1/records/{source}/{*recordId}", consumes = Json.MEDIA_TYPE)
    void put(
            @PathVariable String source,
            @PathVariable String recordId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Query.of(request);
        RecordKey key = key(source, recordId);
        try (Bodies.Body body = bodies.read(request)) {
            RawRecord sent = read(body.bytes());
            one(named(sent, key), request, response);
        }
    }

    /** The record under the name of the path, which its own must not contradict. */
    private static RawRecord named(RawRecord sent, RecordKey key) {
        if (sent.source() != null && !sent.source().equals(key.source())) {
            throw contradicts("source");
        }
        if (sent.recordId() != null && !sent.recordId().equals(key.recordId())) {
            throw contradicts("recordId");
        }
        return new RawRecord(
                key.source(), key.recordId(), sent.observedAt(), sent.identifiers(), sent.attributes(), sent.consent());
    }

    private static ProblemException contradicts(String field) {
        String message = "the body names another " + field + " than the path; leave it out of the body";
        return ProblemException.refused(message, List.of(new FieldProblem(field, "path_mismatch", message)));
    }

    private RawRecord read(byte[] body) {
        ParsedRecord parsed = json.read(body);
        if (parsed instanceof ParsedRecord.Read read) {
            return read.record();
        }
        throw broken(((ParsedRecord.Refused) parsed).problems(), null);
    }

    /** What is no JSON is a broken request; what is JSON and no record is a refused record. */
    static ProblemException broken(List<FieldProblem> problems, String setting) {
        FieldProblem first = problems.get(0);
        return switch (first.code()) {
            case "invalid_json", "invalid_encoding" ->
                first.field().equals(ParsedRecord.WHOLE)
                        ? ProblemException.badRequest(first.code(), first.field(), first.message())
                        : ProblemException.refused("the record is not acceptable", problems);
            case "too_many_records" ->
                ProblemException.tooLarge(
                        first.code(),
                        first.message() + (setting == null ? "" : " (setting " + ApiSettings.SETTINGS + setting + ")"));
            default -> ProblemException.refused("the record is not acceptable", problems);
        };
    }

    private void one(RawRecord record, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = RequestName.of(request, response);
        List<RecordAnswer> answers = Waits.of(intake.submit(List.of(record), name));
        answer(answers.get(0), response);
    }

    static void answer(RecordAnswer answer, HttpServletResponse response) throws IOException {
        if (!answer.accepted()) {
            throw ProblemException.refused("the record is not acceptable", answer.errors());
        }
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = Json.generator(bytes)) {
            RecordAnswerJson.write(generator, new LineAnswer(1, answer, null));
        }
        Json.write(response, HttpServletResponse.SC_OK, Json.MEDIA_TYPE, bytes.toByteArray());
    }

    @RecordsDescription.Get
    @AsOf.Described
    @GetMapping(path = "/v1/records/{source}/{*recordId}", produces = Json.MEDIA_TYPE)
    RecordView get(@PathVariable String source, @PathVariable String recordId, HttpServletRequest request) {
        AsOf asOf = past.asOf(Query.of(request, AsOf.PARAMETER));
        RecordKey key = key(source, recordId);
        return (asOf == null ? records.record(key) : past.reads().record(key, asOf.seq()))
                .map(found -> RecordView.of(found, asOf))
                .orElseThrow(RecordsController::unknown);
    }

    @RecordsDescription.Delete
    @DeleteMapping(path = "/v1/records/{source}/{*recordId}", produces = Json.MEDIA_TYPE)
    void delete(
            @PathVariable String source,
            @PathVariable String recordId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Query.of(request);
        RecordAnswer answer = Waits.of(intake.delete(key(source, recordId), RequestName.of(request, response)));
        if (answer.outcome() == Outcome.ABSENT) {
            throw unknown();
        }
        answer(answer, response);
    }

    private static RecordKey key(String source, String rest) {
        try {
            return new RecordKey(source, rest.startsWith("/") ? rest.substring(1) : rest);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("invalid_record_key", "path", e.getMessage());
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("unknown_record", "no record has this source and recordId");
    }
}
