package io.goldenrod.api;

import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.graph.IdentifierLookup.Resolution;
import io.goldenrod.identity.Identifier;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.IdentifierOutcome;
import io.goldenrod.resolution.CustomerFinder;
import io.goldenrod.resolution.CustomerMatch;
import io.goldenrod.resolution.IdentifierResolver;
import io.goldenrod.resolution.PolicyInUse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose an identifier is. */
@Tag(name = "Resolve")
@RestController
class ResolveController {

    private static final String[] PARAMETERS = {"type", "value", "source", "include", AsOf.PARAMETER};

    private final PolicyInUse inUse;
    private final IdentifierResolver resolver;
    private final IdentifierLookup lookup;
    private final CustomerFinder finder;
    private final CustomerReads customers;
    private final Past past;
    private final ApiSettings settings;
    private final Bodies bodies;

    ResolveController(
            PolicyInUse inUse,
            IdentifierResolver resolver,
            IdentifierLookup lookup,
            CustomerFinder finder,
            CustomerReads customers,
            Past past,
            ApiSettings settings,
            Bodies bodies) {
        this.inUse = inUse;
        this.resolver = resolver;
        this.lookup = lookup;
        this.finder = finder;
        this.customers = customers;
        this.past = past;
        this.settings = settings;
        this.bodies = bodies;
    }

    @ResolveDescription.One
    @AsOf.Described
    @GetMapping("/v1/resolve")
    void one(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query query = Query.of(request, PARAMETERS);
        Identifier identifier = identifier(query);
        boolean withProfile = includesProfile(query.text("include"));
        AsOf asOf = past.asOf(query);
        Answer answer =
                asOf == null ? resolver.resolve(identifier) : past.reads().resolve(identifier, asOf.seq());
        if (answer.resolution() == Resolution.UNKNOWN) {
            throw unknown();
        }
        String profile = withProfile && answer.customerId() != null ? profile(answer.customerId(), asOf) : null;
        byte[] body = new IdentifierAnswerJson(160)
                .answer(identifier, answer, profile, asOf)
                .bytes();
        Json.write(response, HttpServletResponse.SC_OK, Json.MEDIA_TYPE, body);
    }

    private Identifier identifier(Query query) {
        String type = query.required("type");
        String value = query.required("value");
        String source = query.text("source");
        IdentifierOutcome outcome = inUse.normalizer().identifier(type, value, source);
        String pluses = query.textWithPluses("value");
        if (outcome instanceof IdentifierOutcome.Refusal && pluses != null) {
            // A plus that was not percent-encoded reads as a space; when that is no identifier, a plus was meant.
            IdentifierOutcome meant = inUse.normalizer().identifier(type, pluses, source);
            outcome = meant instanceof IdentifierOutcome.Normalized ? meant : outcome;
        }
        if (outcome instanceof IdentifierOutcome.Normalized normalized) {
            return normalized.identifier();
        }
        IdentifierOutcome.Refusal refusal = (IdentifierOutcome.Refusal) outcome;
        String field = refusal.code().contains("type") ? "type" : "value";
        throw ProblemException.badRequest(refusal.code(), field, refusal.message());
    }

    private static boolean includesProfile(String include) {
        if (include == null) {
            return false;
        }
        if (!include.equals("profile")) {
            throw ProblemException.badRequest("invalid_parameter", "include", "include is profile, or left out");
        }
        return true;
    }

    private String profile(String customerId, AsOf asOf) {
        return (asOf == null ? customers.customer(customerId) : past.reads().customer(customerId, asOf.seq()))
                .map(customer -> Json.MAPPER.writeValueAsString(CustomerView.of(customer, asOf)))
                .orElse(null);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("unknown_identifier", "no record carries this identifier");
    }

    @ResolveDescription.Several
    @PostMapping(path = "/v1/resolve", consumes = Json.MEDIA_TYPE, produces = Json.MEDIA_TYPE)
    MatchView several(HttpServletRequest request) throws IOException {
        Query.of(request);
        QuestionJson question;
        try (Bodies.Body body = bodies.read(request)) {
            question = QuestionJson.read(body.bytes(), false);
        }
        if (question.question().identifiers().isEmpty() && !finder.searches()) {
            throw SearchController.off();
        }
        CustomerMatch match = finder.find(question.question());
        if (match.resolution() == Resolution.UNKNOWN) {
            List<FieldProblem> errors = match.conflicts().stream()
                    .map(conflict -> new FieldProblem(
                            conflict.field(), conflict.kind().toLowerCase(java.util.Locale.ROOT), conflict.detail()))
                    .toList();
            throw new ProblemException(
                    404,
                    "unknown_identifier",
                    "There is no such thing",
                    "neither the identifiers nor the attributes lead to a customer",
                    errors);
        }
        boolean withProfile = question.withProfile() && match.customerId() != null;
        CustomerView profile = withProfile
                ? customers.customer(match.customerId()).map(CustomerView::of).orElse(null)
                : null;
        return MatchView.of(match, profile);
    }

    @ResolveDescription.Batch
    @PostMapping(
            path = "/v1/resolve/batch",
            consumes = {Json.MEDIA_TYPE, Json.LINES_MEDIA_TYPE, "application/ndjson", "application/jsonl"})
    void batch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request);
        boolean lines = !request.getContentType().startsWith(Json.MEDIA_TYPE);
        List<BatchJson.Asked> asked;
        try (Bodies.Body body = bodies.read(request)) {
            asked = BatchJson.read(body.bytes(), lines, settings.batchIdentifiersMax());
        }
        var outcomes = new ArrayList<IdentifierOutcome>(asked.size());
        var known = new ArrayList<Identifier>(asked.size());
        for (BatchJson.Asked one : asked) {
            IdentifierOutcome outcome = inUse.normalizer().identifier(one.type(), one.value(), one.source());
            outcomes.add(outcome);
            if (outcome instanceof IdentifierOutcome.Normalized normalized) {
                known.add(normalized.identifier());
            }
        }
        byte[] body = BatchJson.write(outcomes, find(known), lines);
        Json.write(response, HttpServletResponse.SC_OK, lines ? Json.LINES_MEDIA_TYPE : Json.MEDIA_TYPE, body);
    }

    private List<Answer> find(List<Identifier> known) {
        if (known.size() <= IdentifierLookup.IDENTIFIERS_MAX) {
            return lookup.find(known);
        }
        var answers = new ArrayList<Answer>(known.size());
        for (int from = 0; from < known.size(); from += IdentifierLookup.IDENTIFIERS_MAX) {
            int to = Math.min(from + IdentifierLookup.IDENTIFIERS_MAX, known.size());
            answers.addAll(lookup.find(known.subList(from, to)));
        }
        return answers;
    }
}
