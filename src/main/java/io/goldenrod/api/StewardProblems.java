package io.goldenrod.api;

import io.goldenrod.explain.RefusedQuestion;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.steward.Stewardship.Asked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;

/** What a steward's request has in common with others: who asks, and why it is refused. */
final class StewardProblems {

    static final int BY_LENGTH_MAX = 200;
    static final int REASON_LENGTH_MAX = 1_000;
    static final int MEMBER_LENGTH_MAX = 2_000;

    /** Of those who do not say who they are. */
    private static final String UNNAMED = "unnamed";

    private StewardProblems() {}

    static Asked asked(
            String by, String reason, boolean onTrial, HttpServletRequest request, HttpServletResponse response) {
        return new Asked(named(by), reason == null ? "" : reason, onTrial, RequestName.of(request, response));
    }

    static String named(String by) {
        return by == null ? UNNAMED : by;
    }

    /** Whether the parameter {@code dryRun} asks for no more than what would be. */
    static boolean onTrial(Query query) {
        String text = query.text("dryRun");
        if (text == null || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw ProblemException.badRequest("invalid_parameter", "dryRun", "dryRun is true or false");
        }
        return true;
    }

    static ProblemException problem(RefusedQuestion refused) {
        FieldProblem error = new FieldProblem(refused.parameter(), refused.code(), refused.getMessage());
        return switch (refused.kind()) {
            case MALFORMED, SAME -> ProblemException.refused(refused.getMessage(), List.of(error));
            case UNKNOWN ->
                new ProblemException(
                        404, refused.code(), "There is no such thing", refused.getMessage(), List.of(error));
            case RETIRED ->
                new ProblemException(
                        410, refused.code(), "The customer is no more", refused.getMessage(), List.of(error));
        };
    }

    static ProblemException problem(IllegalAssertion illegal) {
        return switch (illegal.reason()) {
            case UNKNOWN ->
                new ProblemException(
                        404,
                        "unknown_member",
                        "There is no such thing",
                        "a member is not there, or not of this customer",
                        List.of());
            case SUPPRESSED ->
                refused(
                        "suppressed_identifier",
                        "the identifier does not link, so it is nobody's; name the records that carry it");
            case ONE_MEMBER -> refused("same_member", "left and right are the same member; name another one");
            case CONTRADICTION -> contradiction(illegal);
            case NOT_IN_FORCE ->
                new ProblemException(
                        404,
                        "unknown_assertion",
                        "There is no such thing",
                        "no assertion of this id is in force",
                        List.of());
            case TOO_MANY ->
                refused(
                        "too_many",
                        "this takes or touches more assertions than can be made at once (1,000 by a split, 10,000 that"
                                + " hang together); part fewer members, or one link");
            case PARTS_NOTHING ->
                refused(
                        "parts_nothing",
                        "the customer would stay as it is: name some of its records and not all of them, or a link"
                                + " beside which no other evidence joins its records");
        };
    }

    private static ProblemException refused(String code, String message) {
        return new ProblemException(422, code, "The content is not acceptable", message, List.of());
    }

    private static ProblemException contradiction(IllegalAssertion illegal) {
        List<FieldProblem> chain = new ArrayList<>();
        for (StoredAssertion each : illegal.chain()) {
            chain.add(new FieldProblem(
                    "chain[" + chain.size() + "]",
                    each.kind().name().toLowerCase(java.util.Locale.ROOT),
                    "assertion " + each.id() + " says " + each.kind()));
        }
        return new ProblemException(
                409,
                "contradiction",
                "Others say the contrary",
                "assertions in force contradict this one, in a chain; retract one of them first: each is at"
                        + " /v1/assertions/{id}",
                chain);
    }
}
