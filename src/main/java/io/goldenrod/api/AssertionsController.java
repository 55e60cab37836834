package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.explain.RefusedQuestion;
import io.goldenrod.graph.AssertionReads;
import io.goldenrod.graph.AssertionReads.Entry;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.resolution.Asserted;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.steward.Stewardship;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** That two members are of one person, or of two, because a steward says so. */
@Tag(name = "Stewards")
@RestController
class AssertionsController {

    private final Stewardship stewardship;
    private final AssertionReads assertions;
    private final Bodies bodies;

    AssertionsController(Stewardship stewardship, AssertionReads assertions, Bodies bodies) {
        this.stewardship = stewardship;
        this.assertions = assertions;
        this.bodies = bodies;
    }

    /** An assertion. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssertionView(
            String id,
            @Schema(description = "SAME or DIFFERENT") String kind,

            @Schema(description = "A member: record:source/recordId, or type:value")
            String left,

            String right,
            String by,
            Instant at,
            String reason,

            @Schema(description = "ACTIVE or RETRACTED") String status,

            @Schema(description = "The customer of the left member; absent while the member is not there")
            String leftCustomerId,

            String rightCustomerId,
            String retractedBy,
            Instant retractedAt,
            String retractedReason,

            @Schema(description = "Whether nothing was written")
            Boolean dryRun,

            @Schema(description = "What was decided by it, or would be, in order")
            List<EffectView> effects) {

        static AssertionView of(Entry entry) {
            return of(entry, null, null);
        }

        private static AssertionView of(Entry entry, Boolean dryRun, List<EffectView> effects) {
            StoredAssertion said = entry.assertion();
            AssertionReads.End end = entry.end();
            return new AssertionView(
                    said.id(),
                    said.kind().name(),
                    said.left(),
                    said.right(),
                    said.by(),
                    said.at(),
                    said.reason(),
                    end == null ? "ACTIVE" : "RETRACTED",
                    said.leftCustomer(),
                    said.rightCustomer(),
                    end == null ? null : end.by(),
                    end == null ? null : end.at(),
                    end == null ? null : end.reason(),
                    dryRun,
                    effects);
        }
    }

    @Operation(
            summary = "Say that two members are of one person, or of two",
            description = "SAME overrides limits and vetoes; DIFFERENT overrides everything. A member is a record"
                    + " (record:crm/1001), an identifier in any writing (email:Ada@Example.org), or a customer ID, for"
                    + " which the record stands that founded it. In force at once and for ever after, in whatever order"
                    + " records come; if a member goes and comes again, it is in force again. Answers 201; 200 when it"
                    + " is in force already, or with dryRun=true, which writes nothing and tells what would change."
                    + " What contradicts assertions in force is refused (409) with the chain of those.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples =
                                    @ExampleObject(
                                            "{\"kind\": \"SAME\", \"left\": \"record:crm/1\", \"right\":"
                                                    + " \"record:crm/2\", \"reason\": \"both passports seen\", \"by\": \"ann\"}")))
    @Parameter(name = "dryRun", in = ParameterIn.QUERY, schema = @Schema(type = "boolean", defaultValue = "false"))
    @PostMapping(path = "/v1/assertions", consumes = Json.MEDIA_TYPE, produces = Json.MEDIA_TYPE)
    ResponseEntity<AssertionView> say(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean onTrial = StewardProblems.onTrial(Query.of(request, "dryRun"));
        Fields fields;
        try (Bodies.Body body = bodies.read(request)) {
            fields = Fields.read(body.bytes(), "kind", "left", "right", "reason", "by");
        }
        Kind kind = kind(fields.required("kind", 20));
        String left = fields.required("left", StewardProblems.MEMBER_LENGTH_MAX);
        String right = fields.required("right", StewardProblems.MEMBER_LENGTH_MAX);
        String by = fields.text("by", StewardProblems.BY_LENGTH_MAX);
        String reason = fields.text("reason", StewardProblems.REASON_LENGTH_MAX);
        Asserted said;
        try {
            said = stewardship.say(kind, left, right, StewardProblems.asked(by, reason, onTrial, request, response));
        } catch (RefusedQuestion e) {
            throw StewardProblems.problem(e);
        } catch (IllegalAssertion e) {
            throw StewardProblems.problem(e);
        }
        AssertionView view = view(said, new Entry(said.assertion(), null), onTrial);
        return said.isNew() && !onTrial
                ? ResponseEntity.created(URI.create("/v1/assertions/" + view.id()))
                        .body(view)
                : ResponseEntity.ok(view);
    }

    private AssertionView view(Asserted said, Entry before, boolean onTrial) {
        // as it is by now, with the customers that its members belong to
        Entry entry = onTrial ? before : assertions.find(said.assertion().id()).orElse(before);
        return AssertionView.of(entry, onTrial ? true : null, EffectView.of(said.decisions()));
    }

    private static Kind kind(String text) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw Fields.refused("kind", "invalid_value", "the kind is SAME or DIFFERENT");
    }

    @Operation(
            summary = "Take back what was said",
            description =
                    "The graph is then as if it had never been said: customers that it merged are themselves again"
                            + " under their old IDs. What was said, and that it was taken back, stays on record.")
    @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who takes it back")
    @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY, schema = @Schema(type = "boolean", defaultValue = "false"))
    @DeleteMapping(path = "/v1/assertions/{id}", produces = Json.MEDIA_TYPE)
    AssertionView retract(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Query query = Query.of(request, "by", "reason", "dryRun");
        boolean onTrial = StewardProblems.onTrial(query);
        String by = text(query, "by", StewardProblems.BY_LENGTH_MAX);
        String reason = text(query, "reason", StewardProblems.REASON_LENGTH_MAX);
        Entry before = assertions.find(id).orElseThrow(AssertionsController::unknown);
        if (before.end() != null) {
            throw new ProblemException(
                    409,
                    "retracted_assertion",
                    "It was taken back before",
                    "the assertion is not in force any more",
                    List.of());
        }
        try {
            Asserted ended = stewardship.retract(id, StewardProblems.asked(by, reason, onTrial, request, response));
            return view(ended, before, onTrial);
        } catch (IllegalAssertion e) {
            throw StewardProblems.problem(e);
        }
    }

    private static String text(Query query, String name, int lengthMax) {
        String text = query.text(name);
        if (text != null && (text.isBlank() || text.length() > lengthMax)) {
            throw ProblemException.badRequest(
                    "invalid_parameter", name, name + " is text of 1 to " + lengthMax + " characters");
        }
        return text;
    }

    @Operation(summary = "List what was said, by id")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"ACTIVE", "RETRACTED"}))
    @Parameter(
            name = "member",
            in = ParameterIn.QUERY,
            description = "Only what is about this member, as it is named in answers",
            example = "record:crm/1001")
    @PageParameters
    @GetMapping(path = "/v1/assertions", produces = Json.MEDIA_TYPE)
    Pages.Part<AssertionView> list(HttpServletRequest request) {
        Query query = Query.of(request, "status", "member", "limit", "cursor");
        String status = query.text("status");
        if (status != null && !status.equals("ACTIVE") && !status.equals("RETRACTED")) {
            throw ProblemException.badRequest(
                    "invalid_parameter", "status", "the status is ACTIVE or RETRACTED, or left out");
        }
        Boolean inForce = status == null ? null : Boolean.valueOf(status.equals("ACTIVE"));
        String member = text(query, "member", StewardProblems.MEMBER_LENGTH_MAX);
        return Pages.part(
                assertions.list(inForce, member, Pages.after(query, ""), Pages.limit(query)), AssertionView::of);
    }

    @Operation(summary = "Show what was said once")
    @GetMapping(path = "/v1/assertions/{id}", produces = Json.MEDIA_TYPE)
    AssertionView one(@PathVariable String id, HttpServletRequest request) {
        Query.of(request);
        return assertions.find(id).map(AssertionView::of).orElseThrow(AssertionsController::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("unknown_assertion", "no assertion of this id was ever made");
    }
}
