package io.goldenrod.api;

import io.goldenrod.api.PolicyView.HistoryView;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.PolicyStore;
import io.goldenrod.graph.PolicyStore.Kept;
import io.goldenrod.graph.PolicyStore.Standing;
import io.goldenrod.identity.Text;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.UnreadableDocument;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.revision.ChangeUnderWay;
import io.goldenrod.revision.PolicyChanges;
import io.goldenrod.revision.SimulationTooLarge;
import io.goldenrod.revision.Simulations;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policy: which is in force and was, what another one would change, and the change. */
@Tag(name = "Policy")
@RestController
class PolicyController {

    private static final int BY_LENGTH_MAX = 200;
    private static final int REASON_LENGTH_MAX = 2_000;

    private final PolicyStore store;
    private final PolicyInUse inUse;
    private final PolicyChanges changes;
    private final Simulations simulations;
    private final Bodies bodies;

    PolicyController(
            PolicyStore store, PolicyInUse inUse, PolicyChanges changes, Simulations simulations, Bodies bodies) {
        this.store = store;
        this.inUse = inUse;
        this.changes = changes;
        this.simulations = simulations;
        this.bodies = bodies;
    }

    @PolicyDescription.Get
    @GetMapping(path = "/v1/policy", produces = Json.MEDIA_TYPE)
    PolicyView inForce(HttpServletRequest request) {
        Query query = Query.of(request, "limit");
        int limit = query.number("limit", PolicyStore.TERMS_MAX, 1, PolicyStore.TERMS_MAX);
        String hash = store.standing()
                .map(Standing::hash)
                .orElseGet(() -> inUse.policy().hash());
        return view(hash)
                .with(
                        changes.progress().orElse(null),
                        store.terms(limit).stream().map(HistoryView::of).toList());
    }

    @PolicyDescription.GetOne
    @GetMapping(path = "/v1/policy/{hash}", produces = Json.MEDIA_TYPE)
    PolicyView one(@PathVariable String hash, HttpServletRequest request) {
        Query.of(request);
        return view(hash);
    }

    private PolicyView view(String hash) {
        PolicyInUse.Parts parts = inUse.parts();
        CompletePolicy policy = parts.policy().hash().equals(hash)
                ? new CompletePolicy(parts.policy(), parts.matcher())
                : kept(store.find(hash)
                        .orElseThrow(() -> ProblemException.notFound(
                                "unknown_policy", "no policy of this hash was ever in force")));
        return PolicyView.of(policy, store.lastTerm(hash).orElse(null));
    }

    private static CompletePolicy kept(Kept kept) {
        return CompletePolicy.kept(kept.document(), kept.model(), kept.hash());
    }

    @PolicyDescription.Simulate
    @PostMapping(
            path = "/v1/policy/simulate",
            consumes = {Json.MEDIA_TYPE, "application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    void simulate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request);
        CompletePolicy policy = sent(request);
        var out = new SimulationOut(response);
        try {
            out.result(simulations.run(policy, out));
        } catch (ChangeUnderWay e) {
            throw underWay(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (GraphUnavailableException e) {
            out.fail(ProblemHandling.unavailable(response));
        } catch (SimulationTooLarge e) {
            out.fail(new ProblemException(
                    422, "too_large", "The change cannot be tried here", e.getMessage(), List.of()));
        }
    }

    @PolicyDescription.Apply
    @PostMapping(
            path = "/v1/policy/apply",
            consumes = {Json.MEDIA_TYPE, "application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    void apply(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query query = Query.of(request, "by", "reason");
        String by = text(query, "by", BY_LENGTH_MAX);
        String reason = text(query, "reason", REASON_LENGTH_MAX);
        CompletePolicy policy = sent(request);
        boolean begun;
        try {
            begun = changes.apply(policy, by, reason);
        } catch (ChangeUnderWay e) {
            throw underWay(e);
        }
        var view = new AppliedView(policy.policy().hash(), policy.policy().name(), begun ? "APPLYING" : "IN_FORCE");
        if (begun) {
            response.setHeader("Location", "/v1/policy");
        }
        Json.write(
                response,
                begun ? HttpServletResponse.SC_ACCEPTED : HttpServletResponse.SC_OK,
                Json.MEDIA_TYPE,
                Json.MAPPER.writeValueAsBytes(view));
    }

    /**
     * What became of a wish for another policy.
     *
     * @param status APPLYING, or IN_FORCE when there was nothing to do
     */
    record AppliedView(String hash, String name, String status) {}

    private static ProblemException underWay(ChangeUnderWay e) {
        return new ProblemException(409, "change_under_way", "A change is under way", e.getMessage(), List.of());
    }

    /** Null when it is absent or empty. */
    private static String text(Query query, String name, int lengthMax) {
        String text = query.text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > lengthMax || !Text.isClean(text)) {
            throw ProblemException.badRequest(
                    "invalid_parameter",
                    name,
                    name + " has at most " + lengthMax + " characters, none of them a control character");
        }
        return text.strip();
    }

    private CompletePolicy sent(HttpServletRequest request) throws IOException {
        try (Bodies.Body body = bodies.read(request)) {
            return CompletePolicy.sent(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.bytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            throw ProblemException.badRequest("invalid_encoding", "", "a policy is sent in UTF-8");
        } catch (UnreadableDocument e) {
            throw ProblemException.badRequest("invalid_policy_document", "", e.getMessage());
        } catch (InvalidPolicy e) {
            List<FieldProblem> problems = e.problems().stream()
                    .map(each -> new FieldProblem(
                            each.path(),
                            "invalid_policy",
                            each.given() + "; " + each.allowed()
                                    + (each.line() > 0 ? " (line " + each.line() + ")" : "")))
                    .toList();
            throw ProblemException.refused("the policy cannot be taken into force", problems);
        }
    }
}
