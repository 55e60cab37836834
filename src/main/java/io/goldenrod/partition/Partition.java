package io.goldenrod.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The clusters of a component: which members are one customer, by which links, and which links a constraint holds.
 *
 * <p>Time O(L log L) for L links, memory O(members + L).
 */
public final class Partition {

    private static final Obstacle STEWARD =
            new Obstacle(Constraint.DIFFERENT, "a steward said that they are different");

    private final int[] clusterOf;
    private final int clusters;
    private final List<Link> accepted;
    private final List<HeldLink> held;
    private final List<Link> judged;
    private final boolean decided;

    private Partition(
            int[] clusterOf,
            int clusters,
            List<Link> accepted,
            List<HeldLink> held,
            List<Link> judged,
            boolean decided) {
        this.clusterOf = clusterOf;
        this.clusters = clusters;
        this.accepted = accepted;
        this.held = held;
        this.judged = judged;
        this.decided = decided;
    }

    /** Parts the component by the rules. Depends on nothing but its arguments, and not on their order. */
    public static Partition of(Component component, Rules rules) {
        List<HeldLink> held = new ArrayList<>();
        List<Link> links = Oversize.reduce(component, inOrder(component.links), rules.maxLinks(), held);
        Clusters evidence = new Clusters(component, rules);
        boolean isAsserted = !links.isEmpty() && links.get(0).linkClass().asserted();
        Clusters clusters = isAsserted ? new Clusters(component, rules) : evidence;
        List<Link> accepted = new ArrayList<>();
        List<Link> judged = new ArrayList<>();
        new Partitioner(clusters, evidence, accepted, held, judged).run(links);

        int[] clusterOf = new int[component.size()];
        int count = number(clusters, clusterOf);
        held.removeIf(
                each -> clusterOf[each.link().left()] == clusterOf[each.link().right()]);
        return new Partition(clusterOf, count, List.copyOf(accepted), List.copyOf(held), judged, evidence.isDecided());
    }

    /**
     * Whether all of the component is one cluster, with nothing held and nothing exceeded. If its members are whole
     * customers and what comes to them, the answer yes stands for their members too; when that is so says the package.
     */
    public static boolean isWhole(Component component, Rules rules) {
        Partition partition = of(component, rules);
        return partition.clusters == 1
                && partition.isUnhindered()
                && !rules.isExceeded(component.traits.stream().reduce(Traits.NONE, Traits::with));
    }

    /** Whether nothing is held, and no guarded link needed records of a contracted cluster, which are not at hand. */
    public boolean isUnhindered() {
        return held.isEmpty() && decided;
    }

    private static List<Link> inOrder(List<Link> links) {
        Link[] sorted = links.toArray(Link[]::new);
        Arrays.parallelSort(sorted, Link.ORDER);
        List<Link> distinct = new ArrayList<>(sorted.length);
        Link last = null;
        for (Link link : sorted) {
            if (last == null || Link.ORDER.compare(last, link) != 0) {
                distinct.add(link);
            }
            last = link;
        }
        return distinct;
    }

    private static int number(Clusters clusters, int[] clusterOf) {
        int[] numberOfRoot = new int[clusterOf.length];
        int count = 0;
        for (int member = 0; member < clusterOf.length; member++) {
            int root = clusters.find(member);
            if (numberOfRoot[root] == 0) {
                numberOfRoot[root] = ++count;
            }
            clusterOf[member] = numberOfRoot[root] - 1;
        }
        return count;
    }

    /** The number of a member's cluster, 0 to {@link #clusters()} - 1, in the order of their first members. */
    public int clusterOf(int member) {
        return clusterOf[member];
    }

    public int clusters() {
        return clusters;
    }

    /** The links that hold the clusters together, a spanning forest, in the order taken: strongest first. */
    public List<Link> accepted() {
        return accepted;
    }

    /**
     * Guarded links that were no longer redundant when their turn came: what became of them depends on the records of
     * both sides, so that one more record may change it. Some of them lie within a cluster that weaker links brought
     * together.
     */
    public List<Link> judged() {
        return judged;
    }

    /** Links between different clusters, each with the constraint that holds it. */
    public List<HeldLink> held() {
        return held;
    }

    /**
     * One run: the strong links in order, then the weak ones that may stand apart, then those that pick a side.
     *
     * @param clusters by what a steward said and by the evidence
     * @param evidence by the evidence alone, by which limits and vetoes judge; the same where no steward said anything
     */
    private record Partitioner(
            Clusters clusters, Clusters evidence, List<Link> accepted, List<HeldLink> held, List<Link> judged) {

        void run(List<Link> links) {
            List<Link> apart = new ArrayList<>();
            List<Link> siding = new ArrayList<>();
            for (Link link : links) {
                if (!link.linkClass().weak()) {
                    join(link);
                } else if (link.linkClass().standsApart()) {
                    apart.add(link);
                } else {
                    siding.add(link);
                }
            }
            attachGroups(apart);
            for (Link link : siding) {
                if (bothKnown(link)) {
                    hold(link, Constraint.WEAK, link.linkClass().name());
                } else {
                    join(link);
                }
            }
        }

        /** An anonymous group that touches one known cluster joins it; one that touches several stays apart. */
        private void attachGroups(List<Link> links) {
            List<Link> outward = new ArrayList<>();
            for (Link link : links) {
                if (bothKnown(link)) {
                    hold(link, Constraint.WEAK, link.linkClass().name());
                } else if (isKnown(link.left()) || isKnown(link.right())) {
                    outward.add(link);
                } else {
                    join(link);
                }
            }
            Map<Integer, Set<Integer>> touchedByGroup = new HashMap<>();
            int[] groupOfLink = new int[outward.size()];
            for (int i = 0; i < groupOfLink.length; i++) {
                Link link = outward.get(i);
                boolean leftKnown = isKnown(link.left());
                groupOfLink[i] = clusters.find(leftKnown ? link.right() : link.left());
                touchedByGroup
                        .computeIfAbsent(groupOfLink[i], absent -> new HashSet<>())
                        .add(clusters.find(leftKnown ? link.left() : link.right()));
            }
            for (int i = 0; i < groupOfLink.length; i++) {
                int touched = touchedByGroup.get(groupOfLink[i]).size();
                if (touched > 1) {
                    hold(outward.get(i), Constraint.CONTESTED, "claimed by " + touched + " customers");
                } else {
                    join(outward.get(i));
                }
            }
        }

        private void join(Link link) {
            int left = clusters.find(link.left());
            int right = clusters.find(link.right());
            if (left == right) {
                joinEvidence(link);
                return;
            }
            if (link.linkClass().guarded()) {
                judged.add(link);
            }
            Obstacle obstacle = clusters.areDifferent(left, right) ? STEWARD : obstacle(link);
            if (obstacle == null) {
                clusters.union(left, right);
                accepted.add(link);
                joinEvidence(link);
            } else {
                hold(link, obstacle.constraint(), obstacle.detail());
            }
        }

        /** What the evidence on both sides of the link says against it, or null; against a steward's word, nothing. */
        private Obstacle obstacle(Link link) {
            if (link.linkClass().asserted()) {
                return null;
            }
            int left = evidence.find(link.left());
            int right = evidence.find(link.right());
            Obstacle obstacle = evidence.obstacle(left, right, link.linkClass());
            return obstacle == null && link.linkClass().guarded() ? evidence.mismatch(left, right) : obstacle;
        }

        /** Joins what the link would join if no steward had said anything. */
        private void joinEvidence(Link link) {
            if (clusters == evidence || link.linkClass().asserted()) {
                return;
            }
            int left = evidence.find(link.left());
            int right = evidence.find(link.right());
            if (left != right && obstacle(link) == null) {
                evidence.union(left, right);
            }
        }

        private boolean bothKnown(Link link) {
            return isKnown(link.left()) && isKnown(link.right());
        }

        private boolean isKnown(int member) {
            return clusters.isKnown(clusters.find(member));
        }

        private void hold(Link link, Constraint constraint, String detail) {
            held.add(new HeldLink(link, constraint, detail));
        }
    }

    /** What stands in the way of a union. */
    record Obstacle(Constraint constraint, String detail) {}
}
