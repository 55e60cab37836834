package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.match.Score;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.RecordSearch;
import io.goldenrod.resolution.RecordSearch.Found;
import io.goldenrod.resolution.RecordSearch.Hit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who it may be, by names, dates and addresses that need not be spelled alike. */
@Tag(name = "Resolve")
@RestController
class SearchController {

    private static final String QUESTION = """
        {"attributes": {"fullName": "Ada Lovelase", "birthDate": "1815-12-10"}, "limit": 5}
        """;

    private final RecordSearch search;
    private final Bodies bodies;

    SearchController(RecordSearch search, Bodies bodies) {
        this.search = search;
        this.bodies = bodies;
    }

    /** Records that were found. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SearchView(
            @JsonInclude @Schema(description = "The most likely first")
            List<HitView> candidates,

            @JsonInclude @Schema(description = "Records that were compared")
            int compared,

            @JsonInclude
            @Schema(description = "Whether there were more to compare with, in blocks that are too large or too many")
            boolean cut,

            @Schema(description = "What of the question could not be understood")
            List<FieldProblem> warnings) {}

    /** A record that was found. */
    record HitView(
            @Schema(description = "The record, as record:source/recordId")
            String record,

            @Schema(description = "The customer that it leads to")
            String customerId,

            @Schema(description = "That both are of one person, 0 to 1")
            double probability,

            @Schema(description = "The same as log2 of the odds, in bits")
            double weight,

            @Schema(description = "What would be done with a record that says what was asked: MATCH, REVIEW or NONE")
            String verdict,

            @Schema(description = "What adds up to the weight; what one of the two does not say adds nothing")
            List<PartView> breakdown) {

        static HitView of(Hit hit) {
            return new HitView(
                    "record:" + hit.record(),
                    hit.customerId(),
                    hit.score().probability(),
                    hit.score().weight(),
                    hit.verdict().name(),
                    hit.score().parts().stream()
                            .filter(part -> part.weight() != 0)
                            .map(PartView::of)
                            .toList());
        }
    }

    /** What one field says. */
    record PartView(
            String field,
            @Schema(description = "How far both agree") String level,
            @Schema(description = "In bits") double weight) {

        static PartView of(Score.Part part) {
            return new PartView(part.field(), part.level(), Math.rint(part.weight() * 100) / 100);
        }

        /** Reads a line of a stored breakdown: {@code birthDate=exact 10.31}. */
        static PartView of(String line) {
            int level = line.indexOf('=');
            int weight = line.lastIndexOf(' ');
            return new PartView(
                    line.substring(0, level),
                    line.substring(level + 1, weight),
                    Double.parseDouble(line.substring(weight + 1)));
        }
    }

    static ProblemException off() {
        return new ProblemException(
                409,
                "matching_off",
                "Matching is off",
                "the policy compares identifiers alone; give it a part \"matching\" with a model and blocking rules,"
                        + " and put that in force with POST /v1/policy/apply",
                List.of());
    }

    @Operation(
            operationId = "search",
            summary = "Who may this be?",
            description = "Compares what is given with the records that share a block or an identifier with it, by the"
                    + " model and the blocking rules of the policy, and names the most likely ones. Changes nothing."
                    + " Answers 409 when the policy does not match records by what they say.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject(value = QUESTION)))
    @ApiResponse(
            responseCode = "409",
            description = "Matching is off",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @PostMapping(path = "/v1/search", consumes = Json.MEDIA_TYPE, produces = Json.MEDIA_TYPE)
    SearchView search(HttpServletRequest request) throws IOException {
        Query.of(request);
        QuestionJson question;
        try (Bodies.Body body = bodies.read(request)) {
            question = QuestionJson.read(body.bytes(), true);
        }
        if (!search.isOn()) {
            throw off();
        }
        Found found = search.search(question.question(), question.limit());
        if (!found.errors().isEmpty()) {
            throw ProblemException.refused("nothing of the question can be searched for", found.errors());
        }
        return new SearchView(
                found.hits().stream().map(HitView::of).toList(), found.compared(), found.cut(), found.warnings());
    }
}
