package io.goldenrod.partition;

import io.goldenrod.partition.Partition.Obstacle;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Disjoint sets (union by size, path halving: Tarjan and van Leeuwen, 1984) that know enough of each set to say whether
 * two of them may become one. Most members are plain, and cost no object.
 */
final class Clusters {

    private final Rules rules;
    private final int[] parent;
    private final int[] size;
    private final boolean[] known;
    private final Traits[] constrained;
    private final ChainGuard chainGuard;

    Clusters(Component component, Rules rules) {
        this.rules = rules;
        int members = component.size();
        parent = new int[members];
        size = new int[members];
        known = new boolean[members];
        constrained = new Traits[members];
        for (int member = 0; member < members; member++) {
            Traits traits = component.traits.get(member);
            parent[member] = member;
            size[member] = 1;
            known[member] = traits.known();
            constrained[member] = traits.isPlain() ? null : traits;
        }
        chainGuard = rules.chain() == null ? null : new ChainGuard(component, rules.chain());
    }

    int find(int member) {
        while (parent[member] != member) {
            parent[member] = parent[parent[member]];
            member = parent[member];
        }
        return member;
    }

    boolean isKnown(int root) {
        return known[root];
    }

    /** Whether a steward keeps some member of the one set apart from some member of the other. */
    boolean areDifferent(int left, int right) {
        return constrained[left] != null
                && constrained[right] != null
                && constrained[left].isDifferentFrom(constrained[right]);
    }

    /** What limits and vetoes say against the two sets becoming one, or null. A match overrides every veto. */
    Obstacle obstacle(int left, int right, LinkClass linkClass) {
        if (constrained[left] == null || constrained[right] == null) {
            return null;
        }
        Obstacle limit = exceededLimit(constrained[left].counts(), constrained[right].counts());
        if (limit != null || linkClass.matched()) {
            return limit;
        }
        return contradiction(constrained[left].claims(), constrained[right].claims());
    }

    /** What the records of the two sets say against their becoming one, or null. */
    Obstacle mismatch(int left, int right) {
        return chainGuard.obstacle(left, right);
    }

    /** More values than the limit and more than either side alone: what a steward brought together can still grow. */
    private Obstacle exceededLimit(Map<String, Integer> few, Map<String, Integer> many) {
        String worst = null;
        for (Map.Entry<String, Integer> count : few.entrySet()) {
            int both = count.getValue() + many.getOrDefault(count.getKey(), 0);
            boolean grows = both > count.getValue();
            if (grows
                    && both > rules.maxIn(count.getKey())
                    && (worst == null || count.getKey().compareTo(worst) < 0)) {
                worst = count.getKey();
            }
        }
        return worst == null
                ? null
                : new Obstacle(
                        Constraint.LIMIT,
                        "%s: %d, at most %d".formatted(worst, few.get(worst) + many.get(worst), rules.maxIn(worst)));
    }

    private Obstacle contradiction(
            SortedMap<String, SortedSet<String>> ours, SortedMap<String, SortedSet<String>> theirs) {
        String first = null;
        for (Map.Entry<String, SortedSet<String>> claim : ours.entrySet()) {
            Set<String> others = theirs.get(claim.getKey());
            if (others != null
                    && (first == null || claim.getKey().compareTo(first) < 0)
                    && contradicts(claim.getKey(), claim.getValue(), others)) {
                first = claim.getKey();
            }
        }
        return first == null ? null : new Obstacle(Constraint.CONFLICT, rules.attributesOf(first));
    }

    /** Some value of either side contradicts one of the other, and neither side already holds both. */
    private boolean contradicts(String attribute, Set<String> left, Set<String> right) {
        for (String ours : left) {
            if (!right.contains(ours)) {
                for (String theirs : right) {
                    if (!left.contains(theirs) && rules.contradicts(attribute, ours, theirs)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    boolean isDecided() {
        return chainGuard == null || chainGuard.isDecided();
    }

    void union(int left, int right) {
        int root = size[left] >= size[right] ? left : right;
        int child = root == left ? right : left;
        parent[child] = root;
        size[root] += size[child];
        known[root] |= known[child];
        if (constrained[root] == null) {
            constrained[root] = constrained[child];
        } else if (constrained[child] != null) {
            constrained[root] = constrained[root].with(constrained[child]);
        }
        constrained[child] = null;
        if (chainGuard != null) {
            chainGuard.merge(root, child);
        }
    }
}
