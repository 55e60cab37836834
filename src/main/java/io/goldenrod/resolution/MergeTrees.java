package io.goldenrod.resolution;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.Membership;
import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Constraint;
import io.goldenrod.partition.Link;
import io.goldenrod.partition.Rules;
import io.goldenrod.resolution.MergeTree.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes merge trees with the partition itself, over the members of one customer. Links that lead out of it are held,
 * and a held link joins nothing, so the customer's own links give the same steps as those of all it touches.
 */
public final class MergeTrees {

    private static final String ASSERTED = "ASSERTED";

    /** Most members of a customer that is taken apart. */
    public static final int MEMBERS_MAX = 100_000;

    private final ResolutionStore store;
    private final PolicyInUse inUse;

    /** @param inUse asked anew for each tree */
    public MergeTrees(ResolutionStore store, PolicyInUse inUse) {
        this.store = store;
        this.inUse = inUse;
    }

    /**
     * @param customerId of a current customer of at most {@link #MEMBERS_MAX} members
     * @throws GraphUnavailableException when the store does not answer
     */
    public MergeTree of(String customerId) {
        PolicyInUse.Parts parts = inUse.parts();
        Matcher matcher = parts.matcher();
        Membership found = store.inTransaction(graph -> graph.members(List.of(customerId), List.of(), List.of()));
        Map<RecordKey, Member> records = found.records().stream()
                .collect(Collectors.toMap(Member::key, Function.identity(), (one, same) -> one, TreeMap::new));
        Map<String, StoredLink> observed = new TreeMap<>();
        Map<String, StoredMatch> matched = new TreeMap<>();
        Map<String, Constraint> held = new HashMap<>();
        for (StoredLink link : found.links()) {
            boolean ours = records.containsKey(link.record());
            StoredIdentifier identifier = found.identifiers().get(link.identifier());
            if (link.held() == null && ours && identifier != null) {
                observed.put(link.key(), link);
            } else if (link.held() != null
                    && (ours || identifier != null && customerId.equals(identifier.customer()))) {
                held.put(link.key(), link.held());
            }
        }
        for (StoredMatch match : found.matches()) {
            if (match.held() != null) {
                held.put(match.key(), match.held());
            } else if (records.containsKey(match.left()) && records.containsKey(match.right())) {
                matched.put(match.key(), match);
            }
        }
        var clustering = Clustering.of(
                records.values(),
                found.identifiers(),
                observed.values(),
                matched.values(),
                found.assertions(),
                matcher == null ? null : new PairWeights(records, matcher.model()),
                new Rules(parts.policy()));
        List<Step> steps = steps(clustering);
        int members = records.size()
                + (int) observed.values().stream()
                        .map(StoredLink::identifier)
                        .distinct()
                        .count();
        return new MergeTree(members, steps, observed.size() + matched.size() - evidence(steps), counted(held));
    }

    /** How many of the steps are not a steward's word. */
    private static int evidence(List<Step> steps) {
        return (int)
                steps.stream().filter(step -> !step.kind().equals(ASSERTED)).count();
    }

    private static Map<String, Long> counted(Map<String, Constraint> held) {
        return held.values().stream().collect(Collectors.groupingBy(Enum::name, TreeMap::new, Collectors.counting()));
    }

    private List<Step> steps(Clustering clustering) {
        List<Step> steps = new ArrayList<>();
        Parts parts = new Parts();
        for (Link link : clustering.accepted()) {
            int leftSize = parts.size(link.left());
            int rightSize = parts.size(link.right());
            parts.join(link);
            steps.add(step(clustering, link, steps.size() + 1, leftSize, rightSize));
        }
        return steps;
    }

    private static Step step(Clustering clustering, Link link, int number, int leftSize, int rightSize) {
        StoredAssertion asserted = clustering.assertionOf(link);
        StoredMatch match = clustering.matchOf(link);
        String linkClass = link.linkClass().name();
        int size = leftSize + rightSize;
        if (asserted != null) {
            String left = asserted.left();
            String right = asserted.right();
            return new Step(
                    number, ASSERTED, linkClass, left, leftSize, right, rightSize, asserted.at(), null, null, size);
        }
        if (match != null) {
            String left = Decision.member(match.left());
            String right = Decision.member(match.right());
            Double weight = match.weight();
            Double probability = match.probability();
            return new Step(
                    number, "MATCHED", linkClass, left, leftSize, right, rightSize, null, weight, probability, size);
        }
        StoredLink observed = clustering.linkOf(link);
        String left = Decision.member(observed.record());
        String right = observed.identifier().key();
        return new Step(
                number, "OBSERVED", linkClass, left, leftSize, right, rightSize, observed.at(), null, null, size);
    }

    /** What was joined so far, and how large it is. */
    private static final class Parts {
        private final Map<Integer, Integer> parent = new HashMap<>();
        private final Map<Integer, Integer> sizes = new HashMap<>();

        private int root(int member) {
            int at = member;
            while (parent.getOrDefault(at, at) != at) {
                int above = parent.get(at);
                parent.put(at, parent.getOrDefault(above, above));
                at = above;
            }
            return at;
        }

        int size(int member) {
            return sizes.getOrDefault(root(member), 1);
        }

        void join(Link link) {
            int left = root(link.left());
            int right = root(link.right());
            int size = size(left) + size(right);
            boolean rightIsLarger = size(right) > size(left);
            parent.put(rightIsLarger ? left : right, rightIsLarger ? right : left);
            sizes.put(rightIsLarger ? right : left, size);
        }
    }
}
