package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.graph.Quarantine;
import io.goldenrod.graph.Quarantine.Refusal;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.RecordAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Refused lines: looked at, sent again, thrown away. */
@Tag(name = "Quarantine")
@RestController
class QuarantineController {

    private final Quarantine quarantine;
    private final RecordIntake intake;
    private final RecordJson json;

    QuarantineController(Quarantine quarantine, RecordIntake intake, RecordJson json) {
        this.quarantine = quarantine;
        this.intake = intake;
        this.json = json;
    }

    /** A refused line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefusalView(
            String id,
            Instant at,
            String request,
            long line,
            String source,
            @Schema(description = "The line as sent") String body,

            @Schema(description = "Whether the body is all of the line; only then it can be sent again")
            boolean complete,

            List<FieldProblem> errors) {

        private static RefusalView of(Refusal refusal) {
            return new RefusalView(
                    refusal.id(),
                    refusal.at(),
                    refusal.request(),
                    refusal.line(),
                    refusal.source(),
                    refusal.body(),
                    refusal.complete(),
                    refusal.errors());
        }
    }

    @Operation(summary = "List refused lines, oldest first")
    @PageParameters
    @GetMapping(path = "/v1/quarantine", produces = Json.MEDIA_TYPE)
    Pages.Part<RefusalView> list(HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor");
        return Pages.part(quarantine.page(Pages.after(query, ""), Pages.limit(query)), RefusalView::of);
    }

    @Operation(
            summary = "Send a refused line again",
            description = "Answers as the record would be answered. An accepted line leaves the quarantine.")
    @PostMapping("/v1/quarantine/{id}/replay")
    void replay(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request);
        Refusal refusal = quarantine.find(id).orElseThrow(QuarantineController::unknown);
        if (!refusal.complete()) {
            throw new ProblemException(
                    409,
                    "incomplete_line",
                    "The line cannot be sent again",
                    "it was too long or not UTF-8 and is kept in part only; correct it at its source and send it from there",
                    refusal.errors());
        }
        ParsedRecord parsed = json.read(refusal.body().getBytes(StandardCharsets.UTF_8));
        if (parsed instanceof ParsedRecord.Read read) {
            String name = RequestName.of(request, response);
            RecordAnswer answer =
                    Waits.of(intake.submit(List.of(read.record()), name)).get(0);
            if (answer.accepted()) {
                quarantine.delete(id);
            }
            RecordsController.answer(answer, response);
        } else {
            throw ProblemException.refused(
                    "the line is still not acceptable", ((ParsedRecord.Refused) parsed).problems());
        }
    }

    @Operation(summary = "Throw a refused line away")
    @DeleteMapping("/v1/quarantine/{id}")
    ResponseEntity<Void> delete(@PathVariable String id, HttpServletRequest request) {
        Query.of(request);
        if (!quarantine.delete(id)) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("unknown_refusal", "the quarantine holds no line of this id");
    }
}
