package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.graph.ReviewStore;
import io.goldenrod.graph.ReviewStore.Choice;
import io.goldenrod.graph.ReviewStore.Kind;
import io.goldenrod.partition.Constraint;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.steward.IllegalReview;
import io.goldenrod.steward.Review;
import io.goldenrod.steward.ReviewDecisions;
import io.goldenrod.steward.ReviewDecisions.Outcome;
import io.goldenrod.steward.ReviewFilter;
import io.goldenrod.steward.ReviewQueue;
import io.goldenrod.steward.Stewardship.Asked;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a steward. */
@Tag(name = "Stewards")
@RestController
class ReviewsController {

    static final int COMMENT_LENGTH_MAX = 4_000;

    private final ReviewQueue queue;
    private final ReviewDecisions decisions;
    private final Bodies bodies;

    ReviewsController(ReviewQueue queue, ReviewDecisions decisions, Bodies bodies) {
        this.queue = queue;
        this.decisions = decisions;
        this.bodies = bodies;
    }

    /** Part of the queue. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QueueView(
            List<ReviewView> items,

            @Schema(description = "The cursor of the next part; absent at the end")
            String next,

            @Schema(description = "Whether there is more than was ranked; narrow it with the filters")
            Boolean cut) {}

    @ReviewsDescription.List
    @PageParameters
    @GetMapping(path = "/v1/reviews", produces = Json.MEDIA_TYPE)
    QueueView list(HttpServletRequest request) {
        Query query = Query.of(
                request,
                "status",
                "kind",
                "constraint",
                "assignee",
                "source",
                "identifierType",
                "probabilityMin",
                "limit",
                "cursor");
        Review.Status status = oneOf(query, "status", Review.Status.values());
        var filter = new ReviewFilter(
                status == null ? Review.Status.OPEN : status,
                oneOf(query, "kind", Kind.values()),
                oneOf(query, "constraint", Constraint.values()),
                query.text("assignee"),
                query.text("source"),
                query.text("identifierType"),
                probability(query));
        String after = Pages.after(query, "");
        int limit = Pages.limit(query);
        if (!ReviewQueue.isCursor(after)) {
            throw Pages.invalidCursor();
        }
        ReviewQueue.Part part = queue.list(filter, after, limit);
        List<ReviewView> items = part.reviews().stream().map(ReviewView::of).toList();
        return new QueueView(items, Pages.cursor(part.next()), part.cut() ? true : null);
    }

    private static <E extends Enum<E>> E oneOf(Query query, String name, E[] values) {
        String text = query.text(name);
        if (text == null) {
            return null;
        }
        for (E value : values) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        String names = String.join(", ", Arrays.stream(values).map(Enum::name).toList());
        throw ProblemException.badRequest("invalid_parameter", name, name + " is one of " + names);
    }

    private static Double probability(Query query) {
        String text = query.text("probabilityMin");
        if (text == null) {
            return null;
        }
        try {
            double probability = Double.parseDouble(text);
            if (probability >= 0 && probability <= 1) {
                return probability;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other number that is not allowed.
        }
        throw ProblemException.badRequest("invalid_parameter", "probabilityMin", "probabilityMin is from 0 to 1");
    }

    @ReviewsDescription.Get
    @GetMapping(path = "/v1/reviews/{id}", produces = Json.MEDIA_TYPE)
    ReviewView get(@PathVariable String id, HttpServletRequest request) {
        Query.of(request);
        return answer(() -> queue.find(id));
    }

    @ReviewsDescription.Assign
    @PutMapping(path = "/v1/reviews/{id}", consumes = Json.MEDIA_TYPE, produces = Json.MEDIA_TYPE)
    ReviewView assign(@PathVariable String id, HttpServletRequest request) throws IOException {
        Query.of(request);
        Fields fields = fields(request, "assignee");
        if (!fields.has("assignee")) {
            throw Fields.refused(
                    "assignee", "missing_field", "the field assignee is needed; null takes it from everybody");
        }
        String assignee = fields.text("assignee", StewardProblems.BY_LENGTH_MAX);
        return answer(() -> queue.assign(id, assignee));
    }

    @ReviewsDescription.AddComment
    @PostMapping(path = "/v1/reviews/{id}/comments", consumes = Json.MEDIA_TYPE, produces = Json.MEDIA_TYPE)
    ReviewView comment(@PathVariable String id, HttpServletRequest request) throws IOException {
        Query.of(request);
        Fields fields = fields(request, "text", "by");
        String text = fields.required("text", COMMENT_LENGTH_MAX);
        String by = StewardProblems.named(fields.text("by", StewardProblems.BY_LENGTH_MAX));
        return answer(() -> queue.comment(id, text, by));
    }

    @ReviewsDescription.Decide
    @PostMapping(path = "/v1/reviews/{id}/decision", consumes = Json.MEDIA_TYPE, produces = Json.MEDIA_TYPE)
    OutcomeView decide(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean dryRun = StewardProblems.onTrial(Query.of(request, "dryRun"));
        Fields fields = fields(request, "decision", "by", "reason");
        Choice choice = choice(fields.required("decision", 10));
        String by = fields.text("by", StewardProblems.BY_LENGTH_MAX);
        String reason = fields.text("reason", StewardProblems.REASON_LENGTH_MAX);
        Asked asked = StewardProblems.asked(by, reason, dryRun, request, response);
        return outcome(() -> decisions.decide(id, choice, asked), dryRun);
    }

    private static Choice choice(String name) {
        for (Choice choice : Choice.values()) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        throw Fields.refused("decision", "invalid_value", "a decision is SAME, DIFFERENT or LATER");
    }

    @ReviewsDescription.Undo
    @DeleteMapping(path = "/v1/reviews/{id}/decision", produces = Json.MEDIA_TYPE)
    OutcomeView undo(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Query query = Query.of(request, "by", "reason", "dryRun");
        boolean dryRun = StewardProblems.onTrial(query);
        String by = Fields.parameter(query, "by", StewardProblems.BY_LENGTH_MAX);
        String reason = Fields.parameter(query, "reason", StewardProblems.REASON_LENGTH_MAX);
        Asked asked = StewardProblems.asked(by, reason, dryRun, request, response);
        return outcome(() -> decisions.undo(id, asked), dryRun);
    }

    private static OutcomeView outcome(Supplier<Outcome> asked, boolean dryRun) {
        try {
            return OutcomeView.of(asked.get(), dryRun);
        } catch (IllegalReview e) {
            throw problem(e);
        } catch (IllegalAssertion e) {
            throw StewardProblems.problem(e);
        }
    }

    private Fields fields(HttpServletRequest request, String... allowed) throws IOException {
        try (Bodies.Body body = bodies.read(request)) {
            return Fields.read(body.bytes(), allowed);
        }
    }

    private static ReviewView answer(Supplier<Review> asked) {
        try {
            return ReviewView.of(asked.get());
        } catch (IllegalReview e) {
            throw problem(e);
        }
    }

    static ProblemException problem(IllegalReview refusal) {
        Function<String, ProblemException> conflict = detail -> new ProblemException(
                409,
                refusal.reason().name().toLowerCase(java.util.Locale.ROOT),
                "The item is not in a state for this",
                detail,
                List.of());
        return switch (refusal.reason()) {
            case UNKNOWN ->
                ProblemException.notFound(
                        "unknown_review", "there is no such item, nor was there one that" + " anybody touched");
            case MOOT ->
                conflict.apply("there is nothing to decide any more: the link or pair is gone, or both ends came"
                        + " to one customer");
            case DECIDED -> conflict.apply("the item is decided; undo that first: DELETE its decision");
            case UNDECIDED ->
                conflict.apply("nobody decided the item here; an assertion is taken back at" + " /v1/assertions");
            case TOO_MANY_COMMENTS -> conflict.apply("an item has at most " + ReviewStore.COMMENTS_MAX + " comments");
        };
    }
}
