package io.goldenrod.api;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.ingest.RecordStream.LineAnswer;
import io.goldenrod.lineage.Decision;
import io.goldenrod.resolution.RecordAnswer;
import io.goldenrod.resolution.Trial;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** What would become of records, before they are sent. */
@Tag(name = "Records in")
@RestController
class PreviewController {

    /** They hold up whoever writes meanwhile, so there are few. */
    private static final int RECORDS_MAX = 100;

    private final RecordIntake intake;
    private final RecordJson json;
    private final Bodies bodies;

    PreviewController(RecordIntake intake, RecordJson json, Bodies bodies) {
        this.intake = intake;
        this.json = json;
        this.bodies = bodies;
    }

    @Operation(
            summary = "Show what would become of a record, or of up to 100",
            description =
                    "Answers as /v1/records would: which customer each would join, what would merge and what would"
                            + " be held. It is the real thing, taken back: several records see each other, and nothing is"
                            + " written. Records that are sent meanwhile wait, so an array has at most 100 (413 beyond).",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "For one record an answer, for an array answers, and with them effects"))
    @RequestBody(required = true, content = @Content(mediaType = Json.MEDIA_TYPE, schema = @Schema(type = "object")))
    @PostMapping(path = "/v1/records/preview", consumes = Json.MEDIA_TYPE, produces = Json.MEDIA_TYPE)
    void preview(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request);
        boolean several;
        List<ParsedRecord> parsed;
        try (Bodies.Body body = bodies.read(request)) {
            several = body.firstCharacter() == '[';
            parsed = several ? elements(body.bytes()) : List.of(json.read(body.bytes()));
        }
        String name = RequestName.of(request, response);
        if (!several) {
            if (parsed.get(0) instanceof ParsedRecord.Refused refused) {
                throw RecordsController.broken(refused.problems(), null);
            }
            RawRecord record = ((ParsedRecord.Read) parsed.get(0)).record();
            Trial trial = intake.preview(List.of(record), name);
            RecordAnswer answer = trial.answers().get(0);
            if (!answer.accepted()) {
                throw ProblemException.refused("the record is not acceptable", answer.errors());
            }
            write(response, json -> {
                json.writeStartObject();
                RecordAnswerJson.writeFields(json, new LineAnswer(1, answer, null));
                effects(json, trial.decisions());
                json.writeEndObject();
            });
            return;
        }
        Trial trial = trial(parsed, name);
        write(response, json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("answers");
            for (int i = 0; i < trial.answers().size(); i++) {
                RecordAnswerJson.write(
                        json, new LineAnswer(i + 1, trial.answers().get(i), null));
            }
            json.writeEndArray();
            effects(json, trial.decisions());
            json.writeEndObject();
        });
    }

    private List<ParsedRecord> elements(byte[] body) {
        List<ParsedRecord> parsed = new ArrayList<>();
        try {
            json.readArray(body, RECORDS_MAX).forEach(element -> parsed.add(element.parsed()));
        } catch (RecordJson.BrokenArray e) {
            throw RecordsController.broken(e.refused().problems(), null);
        }
        return parsed;
    }

    private Trial trial(List<ParsedRecord> parsed, String name) {
        List<RawRecord> records = new ArrayList<>();
        for (ParsedRecord each : parsed) {
            if (each instanceof ParsedRecord.Read read) {
                records.add(read.record());
            }
        }
        Trial found = records.isEmpty() ? new Trial(List.of(), List.of()) : intake.preview(records, name);
        List<RecordAnswer> answers = new ArrayList<>();
        int next = 0;
        for (ParsedRecord each : parsed) {
            answers.add(
                    each instanceof ParsedRecord.Refused refused
                            ? RecordAnswer.refused(null, refused.problems())
                            : found.answers().get(next++));
        }
        return new Trial(answers, found.decisions());
    }

    private static void effects(JsonGenerator json, List<Decision> decisions) {
        json.writeName("effects");
        json.writePOJO(EffectView.of(decisions));
    }

    private static void write(HttpServletResponse response, Consumer<JsonGenerator> content) throws IOException {
        var bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator generator = Json.MAPPER.createGenerator(bytes)) {
            content.accept(generator);
        }
        Json.write(response, HttpServletResponse.SC_OK, Json.MEDIA_TYPE, bytes.toByteArray());
    }
}
