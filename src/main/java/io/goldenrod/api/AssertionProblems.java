package io.goldenrod.api;

import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.resolution.IllegalAssertion;
import java.util.List;
import java.util.stream.Collectors;

/** Says why a steward's word cannot be put in force, and what to do. Members are not named: they may be addresses. */
final class AssertionProblems {

    private AssertionProblems() {}

    static ProblemException of(IllegalAssertion refusal) {
        return switch (refusal.reason()) {
            case UNKNOWN -> ProblemException.notFound("unknown_member", "one of the two members is not there any more");
            case SUPPRESSED ->
                conflict("suppressed", "the identifier is shared by too many, so nothing can be said of whose it is");
            case ONE_MEMBER -> conflict("one_member", "both ends are one member");
            case CONTRADICTION ->
                conflict(
                        "contradiction",
                        "other assertions say the contrary, take one back first: "
                                + refusal.chain().stream()
                                        .map(StoredAssertion::id)
                                        .collect(Collectors.joining(", ")));
            case NOT_IN_FORCE -> conflict("not_in_force", "the assertion is not in force any more");
            case TOO_MANY ->
                conflict(
                        "too_many_assertions",
                        "so many assertions hang together with these members that"
                                + " they cannot be looked through; take back what is not needed");
            case PARTS_NOTHING -> conflict("parts_nothing", "what is to be parted would not come apart");
        };
    }

    private static ProblemException conflict(String code, String detail) {
        return new ProblemException(409, code, "This cannot be said", detail, List.of());
    }
}
