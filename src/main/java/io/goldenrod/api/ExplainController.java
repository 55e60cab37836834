package io.goldenrod.api;

import io.goldenrod.explain.Explainer;
import io.goldenrod.explain.Explanation;
import io.goldenrod.explain.RefusedQuestion;
import io.goldenrod.normalize.FieldProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why two members are one customer, or why not. */
@Tag(name = "Customers")
@RestController
class ExplainController {

    private final Explainer explainer;

    ExplainController(Explainer explainer) {
        this.explainer = explainer;
    }

    @Operation(
            operationId = "explain",
            summary = "Why are these two one customer, or why not?",
            description = "Each is a record (record:crm/1001), an identifier in any writing (email:Ada@Example.org), or"
                    + " a customer ID, for which the record stands that founded it. Of one customer the answer is the"
                    + " strongest chain of evidence between the two: its weakest step is as strong as can be, in the"
                    + " policy's order of classes and by weight among matches; of those the shortest, and of those the"
                    + " newest. A path of more than 200 steps is shown from both ends, 100 steps each; pathLength"
                    + " counts all, and weakest is always told. Up to 20 pieces of evidence that the path does not need"
                    + " and up to 20 past decisions whose link is no more come with it. At most 1,000,000 links are"
                    + " looked at; cut says whether there are more. Of two customers the answer names what is held"
                    + " between them and by which constraint, what they share that does not link, the pairs that wait"
                    + " for a steward, else the most alike of up to 20 records of each, and what is missing; at most 20"
                    + " of each kind, out of 1,000 looked at.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(type = "string"),
            example = "record:crm/1001")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(type = "string"),
            example = "email:ada@example.org")
    @GetMapping(path = "/v1/explain", produces = Json.MEDIA_TYPE)
    Explanation explain(HttpServletRequest request) {
        Query query = Query.of(request, "from", "to");
        String from = member(query, "from");
        String to = member(query, "to");
        try {
            return explainer.explain(from, to);
        } catch (RefusedQuestion e) {
            throw problem(e);
        }
    }

    /** A plus right after the colon is meant as such, as in {@code phone:+442079460018}. */
    private static String member(Query query, String name) {
        String text = query.required(name);
        String pluses = query.textWithPluses(name);
        return pluses != null && pluses.contains(":+") ? pluses : text;
    }

    private static ProblemException problem(RefusedQuestion refused) {
        List<FieldProblem> errors =
                List.of(new FieldProblem(refused.parameter(), refused.code(), refused.getMessage()));
        return switch (refused.kind()) {
            case MALFORMED -> ProblemException.badRequest(refused.code(), refused.parameter(), refused.getMessage());
            case UNKNOWN ->
                new ProblemException(404, refused.code(), "There is no such thing", refused.getMessage(), errors);
            case RETIRED ->
                new ProblemException(410, refused.code(), "The customer is no more", refused.getMessage(), errors);
            case SAME ->
                new ProblemException(
                        422, refused.code(), "The content is not acceptable", refused.getMessage(), errors);
        };
    }
}
