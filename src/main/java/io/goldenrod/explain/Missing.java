package io.goldenrod.explain;

import io.goldenrod.explain.Ends.Located;
import io.goldenrod.explain.Explanation.Held;
import io.goldenrod.explain.Explanation.Nearest;
import io.goldenrod.explain.Explanation.Pair;
import io.goldenrod.explain.Explanation.Suppressed;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what keeps two customers apart, and what would make them one. */
final class Missing {

    private final Policy policy;
    private final String strongTypes;

    Missing(Policy policy) {
        this.policy = policy;
        this.strongTypes = policy.types().stream()
                .filter(type -> type.linking() == Linking.STRONG)
                .sorted(Comparator.comparingInt(IdentifierType::priority))
                .map(IdentifierType::name)
                .collect(Collectors.joining(", "));
    }

    /** Why a link is held. */
    static String because(Constraint constraint, String detail) {
        String rule = switch (constraint) {
            case LIMIT -> "one customer would hold more values of an identifier than the policy allows";
            case DIFFERENT -> "a steward said that the two are different people";
            case CONFLICT -> "the two sides contradict each other in what a person has one of";
            case CHAIN -> "the records of the two sides, taken together, do not match";
            case WEAK -> "what they share names a place or a thing, and each has identifiers of its own";
            case CONTESTED -> "several customers claim it, and nothing tells whose it is";
            case OVERSIZED -> "the component has too many links, and its weakest class was left out";
        };
        return detail == null || detail.isEmpty() ? rule : rule + " (" + detail + ")";
    }

    /** @param nearest may be null */
    String words(
            Located left,
            Located right,
            List<Held> held,
            List<Suppressed> suppressed,
            List<Pair> matches,
            Nearest nearest) {
        if (left.customerId() == null || right.customerId() == null) {
            return loose(left, right);
        }
        if (!held.isEmpty()) {
            return forHeld(held.get(0));
        }
        String shared = suppressed.isEmpty() ? "" : "what both carry does not link; ";
        if (!matches.isEmpty()) {
            Pair best = matches.get(0);
            return shared
                    + String.format(
                            Locale.ROOT,
                            "a steward's word on the pair that waits for review: it has probability %.3f, and %.3f joins",
                            best.probability(),
                            best.threshold());
        }
        return shared + "an identifier of a strong type in common (" + strongTypes + ")" + orMatch(nearest);
    }

    private String orMatch(Nearest nearest) {
        if (policy.matching() == null) {
            return "; the policy does not match records by what they say";
        }
        String needed = String.format(
                Locale.ROOT,
                ", or two records that match with probability %.3f or more",
                policy.matching().match());
        if (nearest == null) {
            return needed;
        }
        String best = String.format(
                Locale.ROOT,
                "; the best of %d pairs compared has %.3f",
                nearest.compared(),
                nearest.pair().probability());
        List<String> against = nearest.pair().against();
        return needed + best + (against.isEmpty() ? "" : ", against it speak " + String.join(", ", against));
    }

    private static String loose(Located left, Located right) {
        Located end = left.customerId() == null ? left : right;
        String which = end == left ? "from" : "to";
        return end.standing().suppressed() != null
                ? which + " is an identifier that links nothing, so it belongs to no customer and joins nobody"
                : which + " is an identifier all links of which are held, so it belongs to no customer";
    }

    private static String forHeld(Held held) {
        return switch (Constraint.valueOf(held.constraint())) {
            case LIMIT, CONFLICT ->
                "a steward's word that both are one person, or a correction of the records that" + " stand against it";
            case DIFFERENT -> "the steward's word that they are different taken back";
            case CHAIN ->
                "records of both that match better, an identifier of a strong type in common, or a steward's" + " word";
            case WEAK, CONTESTED ->
                "an identifier of a strong type in common; one of a weak type joins nobody who is" + " known";
            case OVERSIZED -> "fewer links in the component (maxComponentLinks of the policy)";
        };
    }
}
