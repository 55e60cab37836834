package io.goldenrod.explain;

import io.goldenrod.explain.Ends.Located;
import io.goldenrod.explain.Explanation.Held;
import io.goldenrod.explain.Explanation.Nearest;
import io.goldenrod.explain.Explanation.Pair;
import io.goldenrod.explain.Explanation.Suppressed;
import io.goldenrod.graph.ExplainReads;
import io.goldenrod.graph.ExplainReads.HeldObservation;
import io.goldenrod.graph.ExplainReads.MatchEvidence;
import io.goldenrod.graph.ExplainReads.Said;
import io.goldenrod.graph.ExplainReads.Standing;
import io.goldenrod.graph.MatchReads;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.identity.Identifier;
import io.goldenrod.lineage.Decision;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells what lies between two customers, and what would have to be there to make them one. */
final class ApartReport {

    /** Links, identifiers and pairs of one kind that an answer names. */
    static final int NAMED_MAX = 20;

    private final ExplainReads graph;
    private final NearestPair nearest;
    private final Policy policy;
    private final Sharing sharing;
    private final Missing missing;

    /** @param matcher null when the policy does not match */
    ApartReport(ExplainReads graph, MatchReads matches, Policy policy, Matcher matcher) {
        this.graph = graph;
        this.nearest = matcher == null ? null : new NearestPair(graph, matches, matcher);
        this.policy = policy;
        this.sharing = new Sharing(policy);
        this.missing = new Missing(policy);
    }

    Explanation report(Located left, Located right) {
        List<String> customers = Stream.of(left.customerId(), right.customerId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean both = left.customerId() != null && right.customerId() != null;
        List<MatchEvidence> pairs = both ? graph.pairs(left.customerId(), right.customerId(), NAMED_MAX) : List.of();
        List<Held> held = new ArrayList<>();
        if (both) {
            graph.assertionsBetween(left.customerId(), right.customerId(), NAMED_MAX)
                    .forEach(each -> held.add(held(each)));
        }
        observations(left, right).forEach(each -> held.add(held(each)));
        pairs.stream().filter(pair -> pair.held() != null).forEach(pair -> held.add(held(pair)));
        List<Suppressed> suppressed = suppressed(left, right, both);
        List<Pair> matches = pairs.stream().map(this::pair).toList();
        boolean nothing = held.isEmpty() && matches.isEmpty() && both;
        Nearest best = nothing && nearest != null ? nearest.between(left, right) : null;
        return Explanation.apart(
                left.end(),
                right.end(),
                customers,
                held.stream().limit(NAMED_MAX).toList(),
                suppressed,
                matches,
                best,
                missing.words(left, right, held, suppressed, matches, best));
    }

    /** Held observations between the two, each once. */
    private List<HeldObservation> observations(Located left, Located right) {
        List<HeldObservation> found = new ArrayList<>();
        if (left.customerId() != null && right.customerId() != null) {
            found.addAll(graph.held(left.customerId(), right.customerId()));
            found.addAll(graph.held(right.customerId(), left.customerId()));
        } else {
            found.addAll(loose(left, right));
            found.addAll(loose(right, left));
        }
        return found.stream().filter(each -> each.held() != null).distinct().toList();
    }

    /** The links of an identifier that belongs to no customer to the other's. */
    private List<HeldObservation> loose(Located identifier, Located other) {
        return identifier.customerId() != null || other.customerId() == null
                ? List.of()
                : graph.linksOf(identifier.member(), other.customerId());
    }

    private static Held held(HeldObservation link) {
        return new Held(
                "OBSERVED",
                Identifier.parse(link.identifier()).type(),
                Decision.member(link.record()),
                link.recordCustomer(),
                link.identifier(),
                link.identifierCustomer(),
                link.at(),
                null,
                null,
                link.held(),
                link.detail(),
                Missing.because(Constraint.valueOf(link.held()), link.detail()),
                null,
                null,
                null);
    }

    private static Held held(MatchEvidence pair) {
        return new Held(
                "MATCHED",
                "matched",
                Decision.member(pair.left()),
                null,
                Decision.member(pair.right()),
                null,
                null,
                pair.weight(),
                pair.probability(),
                pair.held(),
                pair.detail(),
                Missing.because(Constraint.valueOf(pair.held()), pair.detail()),
                null,
                null,
                null);
    }

    /** A word that the two are different, or that they are the same and that another word stands against. */
    private static Held held(Said said) {
        boolean different = said.kind() == StoredAssertion.Kind.DIFFERENT;
        return new Held(
                "ASSERTED",
                different ? "different" : "same",
                said.left(),
                null,
                said.right(),
                null,
                said.at(),
                null,
                null,
                Constraint.DIFFERENT.name(),
                null,
                different
                        ? Missing.because(Constraint.DIFFERENT, null)
                        : "a steward said that the two are the same, and another word stands against it",
                said.id(),
                said.by(),
                said.reason());
    }

    private List<Suppressed> suppressed(Located left, Located right, boolean both) {
        Map<String, Suppressed> found = new TreeMap<>();
        for (Located end : List.of(left, right)) {
            if (end.standing().suppressed() != null) {
                found.put(end.member(), suppressed(end.standing()));
            }
        }
        if (both) {
            Map<String, Standing> ours = graph.suppressed(left.customerId());
            Map<String, Standing> theirs = ours.isEmpty() ? Map.of() : graph.suppressed(right.customerId());
            ours.values().stream()
                    .filter(each -> theirs.containsKey(each.member()))
                    .limit(NAMED_MAX)
                    .forEach(each -> found.put(each.member(), suppressed(each)));
        }
        return List.copyOf(found.values());
    }

    private Suppressed suppressed(Standing standing) {
        Identifier identifier = Identifier.parse(standing.member());
        String because = policy.type(identifier.type()) == null
                ? "the policy does not know its type"
                : sharing.detail(identifier, new TreeSet<>(standing.companions()));
        return new Suppressed(standing.member(), standing.suppressed(), because);
    }

    private Pair pair(MatchEvidence found) {
        var parts = Parts.of(found.breakdown());
        return new Pair(
                Decision.member(found.left()),
                Decision.member(found.right()),
                found.held() != null ? "HELD" : found.isPossible() ? "REVIEW" : "NONE",
                found.weight(),
                found.probability(),
                policy.matching() == null ? 1 : policy.matching().match(),
                parts,
                Parts.against(parts),
                found.rules(),
                found.model());
    }
}
