package io.goldenrod.partition;

import io.goldenrod.partition.Partition.Obstacle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Disjoint sets (union by size, path halving: Tarjan and van Leeuwen, 1984) that know enough of each set to say whether
 * two of them may become one. Most members are plain, and cost no object.
 */
final class Clusters {

    private final Rules rules;
    private final int[] parent;
    private final int[] size;
    private final boolean[] known;
    private final Map<Integer, Map<String, Integer>> counts = new HashMap<>();
    private final Map<Integer, Map<String, Set<String>>> claims = new HashMap<>();
    private final Map<Integer, List<int[]>> different = new HashMap<>();

    Clusters(Component component, Rules rules) {
        this.rules = rules;
        int members = component.size();
        parent = new int[members];
        size = new int[members];
        known = new boolean[members];
        for (int member = 0; member < members; member++) {
            Traits traits = component.traits.get(member);
            parent[member] = member;
            size[member] = 1;
            known[member] = traits.known();
            if (!traits.counts().isEmpty()) {
                counts.put(member, new HashMap<>(traits.counts()));
            }
            if (!traits.claims().isEmpty()) {
                Map<String, Set<String>> values = new HashMap<>();
                traits.claims().forEach((attribute, claimed) -> values.put(attribute, new TreeSet<>(claimed)));
                claims.put(member, values);
            }
        }
        for (int[] pair : component.different) {
            different.computeIfAbsent(pair[0], absent -> new ArrayList<>()).add(pair);
            different.computeIfAbsent(pair[1], absent -> new ArrayList<>()).add(pair);
        }
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

    /** What stands in the way of the two sets becoming one, or null. A steward's SAME overrides all but DIFFERENT. */
    Obstacle obstacle(int left, int right, boolean overriding) {
        if (areDifferent(left, right)) {
            return new Obstacle(Constraint.DIFFERENT, "a steward said that they are different");
        }
        if (overriding) {
            return null;
        }
        Obstacle limit = exceededLimit(left, right);
        return limit != null ? limit : contradiction(left, right);
    }

    private boolean areDifferent(int left, int right) {
        List<int[]> pairsLeft = different.get(left);
        List<int[]> pairsRight = different.get(right);
        if (pairsLeft == null || pairsRight == null) {
            return false;
        }
        for (int[] pair : pairsLeft.size() <= pairsRight.size() ? pairsLeft : pairsRight) {
            int one = find(pair[0]);
            int other = find(pair[1]);
            if (one == left && other == right || one == right && other == left) {
                return true;
            }
        }
        return false;
    }

    /** More values than the limit and more than either side alone: what a steward brought together can still grow. */
    private Obstacle exceededLimit(int left, int right) {
        Map<String, Integer> few = counts.get(left);
        Map<String, Integer> many = counts.get(right);
        if (few == null || many == null) {
            return null;
        }
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

    private Obstacle contradiction(int left, int right) {
        Map<String, Set<String>> ours = claims.get(left);
        Map<String, Set<String>> theirs = claims.get(right);
        if (ours == null || theirs == null) {
            return null;
        }
        String first = null;
        for (Map.Entry<String, Set<String>> claim : ours.entrySet()) {
            Set<String> others = theirs.getOrDefault(claim.getKey(), Set.of());
            if ((first == null || claim.getKey().compareTo(first) < 0)
                    && contradicts(claim.getKey(), claim.getValue(), others)) {
                first = claim.getKey();
            }
        }
        return first == null ? null : new Obstacle(Constraint.CONFLICT, first);
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

    void union(int left, int right) {
        int root = size[left] >= size[right] ? left : right;
        int child = root == left ? right : left;
        parent[child] = root;
        size[root] += size[child];
        known[root] |= known[child];
        Map<String, Integer> childCounts = counts.remove(child);
        if (childCounts != null) {
            Map<String, Integer> sums = counts.computeIfAbsent(root, absent -> new HashMap<>());
            childCounts.forEach((bucket, count) -> sums.merge(bucket, count, Integer::sum));
        }
        Map<String, Set<String>> childClaims = claims.remove(child);
        if (childClaims != null) {
            Map<String, Set<String>> values = claims.computeIfAbsent(root, absent -> new HashMap<>());
            childClaims.forEach((attribute, claimed) -> values.merge(attribute, claimed, Clusters::merged));
        }
        List<int[]> childPairs = different.remove(child);
        if (childPairs != null) {
            different.merge(root, childPairs, (pairs, more) -> {
                pairs.addAll(more);
                return pairs;
            });
        }
    }

    private static Set<String> merged(Set<String> values, Set<String> more) {
        values.addAll(more);
        return values;
    }
}
