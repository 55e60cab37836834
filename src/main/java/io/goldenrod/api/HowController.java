package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.Page;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.MergeTree;
import io.goldenrod.resolution.MergeTrees;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a customer comes together. */
@Tag(name = "Customers")
@RestController
class HowController {

    private final CustomerReads customers;
    private final MergeTrees trees;

    HowController(CustomerReads customers, MergeTrees trees) {
        this.customers = customers;
        this.trees = trees;
    }

    /** A part of the steps. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HowView(
            String customerId,

            @Schema(description = "Records and identifiers: the leaves of the tree")
            int members,

            @Schema(description = "Steps in all") int steps,

            @Schema(description = "Links that join nothing, as other links joined both ends before")
            long redundant,

            @Schema(description = "Links that a constraint holds, counted by constraint")
            Map<String, Long> held,

            List<StepView> items,

            @Schema(description = "The cursor of the next part; absent at the end")
            String next) {}

    /** Two parts become one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            int step,

            @Schema(description = "OBSERVED, MATCHED or ASSERTED")
            String kind,

            @Schema(description = "An identifier type, or matched")
            String linkClass,

            SideView left,
            SideView right,
            Instant observedAt,

            @Schema(description = "Of a match, in bits") Double weight,

            @Schema(description = "Of a match: that both records are of one person, 0 to 1")
            Double probability,

            @Schema(description = "Members of both together")
            int size) {

        private static StepView of(MergeTree.Step step) {
            return new StepView(
                    step.number(),
                    step.kind(),
                    step.linkClass(),
                    new SideView(step.left(), step.leftSize()),
                    new SideView(step.right(), step.rightSize()),
                    step.at(),
                    step.weight(),
                    step.probability(),
                    step.size());
        }
    }

    /** One of the two parts. */
    record SideView(
            @Schema(description = "The member at which the link ends")
            String member,

            @Schema(description = "Members of the part; 1 for a leaf")
            int size) {}

    @Operation(
            operationId = "how",
            summary = "Show how a customer comes together, step by step",
            description = "Each step is a link that joins two parts, in the order in which the policy takes links:"
                    + " strongest class first, matches by weight, the newest first. The order is that of the evidence, not"
                    + " of arrival. Computed for each request, from all the customer's links; a customer of more than"
                    + " 100,000 members answers 422.")
    @PageParameters
    @ApiResponse(
            responseCode = "422",
            description = "The customer is too large",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @GetMapping(path = "/v1/customers/{id}/how", produces = Json.MEDIA_TYPE)
    HowView how(@PathVariable String id, HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor");
        long after = Pages.afterNumber(query);
        int limit = Pages.limit(query);
        Customer customer = CustomersController.current(customers, id);
        if (customer.records() + customer.identifiers() > MergeTrees.MEMBERS_MAX) {
            throw tooLarge();
        }
        MergeTree tree = trees.of(customer.id());
        int from = (int) Math.max(0, Math.min(after, tree.steps().size()));
        int to = Math.min(from + limit, tree.steps().size());
        String next = to < tree.steps().size() ? Integer.toString(to) : null;
        Pages.Part<StepView> part = Pages.part(new Page<>(tree.steps().subList(from, to), next), StepView::of);
        return new HowView(
                customer.id(),
                tree.members(),
                tree.steps().size(),
                tree.redundant(),
                tree.held(),
                part.items(),
                part.next());
    }

    private static ProblemException tooLarge() {
        String detail = "the customer has more than " + MergeTrees.MEMBERS_MAX
                + " members; ask /v1/explain about two of them, or read /v1/customers/{id}/lineage";
        return new ProblemException(
                422,
                "customer_too_large",
                "The customer is too large",
                detail,
                List.of(new FieldProblem("id", "customer_too_large", detail)));
    }
}
