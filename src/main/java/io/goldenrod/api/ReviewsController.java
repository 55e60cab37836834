package io.goldenrod.api;

import io.goldenrod.api.SearchController.PartView;
import io.goldenrod.graph.MatchReads;
import io.goldenrod.graph.MatchReads.PossibleMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a steward. */
@Tag(name = "Stewards")
@RestController
class ReviewsController {

    private static final String OPEN = "OPEN";

    private final MatchReads matches;

    ReviewsController(MatchReads matches) {
        this.matches = matches;
    }

    /** Something to look at. */
    record ReviewView(
            @Schema(description = "POSSIBLE_MATCH: two customers may be one")
            String kind,

            String status,
            SideView left,
            SideView right,

            @Schema(description = "That both records are of one person, 0 to 1")
            double probability,

            @Schema(description = "The same as log2 of the odds, in bits")
            double weight,

            @Schema(description = "The blocking rules by which the two were found")
            List<String> rules,

            @Schema(description = "Hash of the model") String model,

            @Schema(description = "What adds up to the weight")
            List<PartView> breakdown) {

        private static ReviewView of(PossibleMatch pair) {
            return new ReviewView(
                    "POSSIBLE_MATCH",
                    OPEN,
                    new SideView("record:" + pair.left(), pair.leftCustomer()),
                    new SideView("record:" + pair.right(), pair.rightCustomer()),
                    pair.probability(),
                    pair.weight(),
                    pair.rules(),
                    pair.model(),
                    pair.breakdown().stream().map(PartView::of).toList());
        }
    }

    /** One of the two records, and its customer. */
    record SideView(String record, String customerId) {}

    @Operation(
            summary = "List what waits for a steward, the most likely first",
            description = "Pairs of records of two customers that the model takes neither for one person's nor for two"
                    + " people's: from the policy's review threshold up to its match threshold. A pair goes from the"
                    + " list when both come to one customer, or when what they say changes.")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", allowableValues = OPEN, defaultValue = OPEN))
    @PageParameters
    @GetMapping(path = "/v1/reviews", produces = Json.MEDIA_TYPE)
    Pages.Part<ReviewView> list(HttpServletRequest request) {
        Query query = Query.of(request, "status", "limit", "cursor");
        String status = query.text("status");
        if (status != null && !status.equals(OPEN)) {
            throw ProblemException.badRequest("invalid_parameter", "status", "the status is OPEN, or left out");
        }
        String after = Pages.after(query, "");
        int limit = Pages.limit(query);
        try {
            return Pages.part(matches.possibleMatches(after, limit), ReviewView::of);
        } catch (IllegalArgumentException e) {
            throw Pages.invalidCursor();
        }
    }
}
