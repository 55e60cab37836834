package io.goldenrod.lineage;

import io.goldenrod.partition.Link;
import io.goldenrod.partition.LinkClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The strongest chain of evidence between two members: its weakest link is as strong as can be (the bottleneck path);
 * of those chains one with the fewest links; and of those, going from the member whose name sorts first, at each step
 * the newest link, then that to the name that sorts first. It is a function of the links alone, and the same either way
 * round.
 *
 * <p>Strength is the class, and within a class the score, as in {@link Link#ORDER}; time makes no link stronger.
 *
 * <p>Time O(L α(L)) for L links of a few strengths: links are united strength by strength until both members are joined
 * (Kruskal), and a search breadth first goes over the links so far.
 */
public final class StrongestPath {

    /** Strongest first. */
    static final Comparator<Link> STRENGTH =
            (one, other) -> one.linkClass().rank() != other.linkClass().rank()
                    ? Integer.compare(one.linkClass().rank(), other.linkClass().rank())
                    : Double.compare(other.score(), one.score());

    /** Strongest first. */
    public static <T> Comparator<T> byStrength(Function<T, Link> link) {
        return (one, other) -> STRENGTH.compare(link.apply(one), link.apply(other));
    }

    private static final int FAR = Integer.MAX_VALUE;

    private final EvidenceGraph graph;
    private final int from;
    private final int to;
    private final Link weakest;
    private final int[] distanceTo;
    private final List<Link> links;
    private final boolean turned;

    private StrongestPath(EvidenceGraph graph, int from, int to, boolean turned, Link weakest) {
        this.graph = graph;
        this.from = from;
        this.to = to;
        this.turned = turned;
        this.weakest = weakest;
        this.distanceTo = distances(to);
        this.links = walk();
    }

    /** @return null when what is known does not join the two */
    public static StrongestPath find(EvidenceGraph graph, String one, String other) {
        boolean turned = one.compareTo(other) > 0;
        int from = graph.member(turned ? other : one);
        int to = graph.member(turned ? one : other);
        Link weakest = bottleneck(graph, from, to);
        return weakest == null ? null : new StrongestPath(graph, from, to, turned, weakest);
    }

    /** A link of the least strength that is needed to join both; null when nothing joins them. */
    private static Link bottleneck(EvidenceGraph graph, int from, int to) {
        var byStrength = new TreeMap<Link, List<Link>>(STRENGTH);
        Link last = null;
        List<Link> same = null;
        for (Link link : graph.links()) {
            if (last == null || STRENGTH.compare(last, link) != 0) {
                same = byStrength.computeIfAbsent(link, absent -> new ArrayList<>());
                last = link;
            }
            same.add(link);
        }
        int[] parent = new int[graph.size()];
        Arrays.setAll(parent, member -> member);
        for (List<Link> equal : byStrength.values()) {
            for (Link link : equal) {
                parent[root(parent, link.left())] = root(parent, link.right());
            }
            if (root(parent, from) == root(parent, to)) {
                return equal.get(0);
            }
        }
        return null;
    }

    static int root(int[] parent, int member) {
        int at = member;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private boolean isUsable(Link link) {
        return STRENGTH.compare(link, weakest) <= 0;
    }

    private int[] distances(int start) {
        int[] distance = new int[graph.size()];
        Arrays.fill(distance, FAR);
        distance[start] = 0;
        var queue = new ArrayDeque<Integer>();
        queue.add(start);
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (Link link : graph.linksOf(at)) {
                int next = EvidenceGraph.other(link, at);
                if (distance[next] == FAR && isUsable(link)) {
                    distance[next] = distance[at] + 1;
                    queue.add(next);
                }
            }
        }
        return distance;
    }

    private List<Link> walk() {
        List<Link> walked = new ArrayList<>();
        int at = from;
        while (at != to) {
            Link best = null;
            for (Link link : graph.linksOf(at)) {
                int next = EvidenceGraph.other(link, at);
                boolean nearer = distanceTo[next] == distanceTo[at] - 1 && isUsable(link);
                if (nearer && (best == null || isBetter(link, best, at))) {
                    best = link;
                }
            }
            walked.add(best);
            at = EvidenceGraph.other(best, at);
        }
        return walked;
    }

    private boolean isBetter(Link link, Link than, int at) {
        if (link.at() != than.at()) {
            return link.at() > than.at();
        }
        int byName = graph.name(EvidenceGraph.other(link, at)).compareTo(graph.name(EvidenceGraph.other(than, at)));
        if (byName != 0) {
            return byName < 0;
        }
        int byStrength = STRENGTH.compare(link, than);
        return byStrength != 0 ? byStrength < 0 : link.key().compareTo(than.key()) < 0;
    }

    /** The links, from the member asked for first to the other. */
    public List<Link> links() {
        List<Link> inOrder = new ArrayList<>(links);
        if (turned) {
            Collections.reverse(inOrder);
        }
        return inOrder;
    }

    /** The class of the weakest link. */
    public LinkClass weakestClass() {
        return weakest.linkClass();
    }

    /**
     * Whether this is the strongest path whatever the links may be that are not known yet.
     *
     * <p>A stronger one would join both over stronger links alone, so it is enough that one side's surroundings over
     * such links are all known. Another one as strong, and no longer, runs over links that are not known: from one open
     * member to another, each at its distance from an end.
     */
    public boolean isCertain() {
        return (isExhausted(from) || isExhausted(to)) && unknownLength() > links.size();
    }

    /** Whether nothing stronger than the weakest link can lead further from what such links join to the member. */
    private boolean isExhausted(int start) {
        boolean[] seen = new boolean[graph.size()];
        seen[start] = true;
        var queue = new ArrayDeque<Integer>();
        queue.add(start);
        while (!queue.isEmpty()) {
            int at = queue.remove();
            if (graph.missingFrom(at) < weakest.linkClass().rank()) {
                return false;
            }
            for (Link link : graph.linksOf(at)) {
                int next = EvidenceGraph.other(link, at);
                if (!seen[next] && STRENGTH.compare(link, weakest) < 0) {
                    seen[next] = true;
                    queue.add(next);
                }
            }
        }
        return true;
    }

    /** A path that is not known cannot be shorter than this. */
    private long unknownLength() {
        List<int[]> left = nearestOpen(distances(from));
        List<int[]> right = nearestOpen(distanceTo);
        long shortest = FAR;
        for (int[] one : left) {
            for (int[] other : right) {
                if (one[0] != other[0]) {
                    // from one hub to another there is at least a record
                    int between = graph.isHub(one[0]) && graph.isHub(other[0]) ? 2 : 1;
                    shortest = Math.min(shortest, (long) one[1] + other[1] + between);
                }
            }
        }
        return shortest;
    }

    /** Of the open hubs and of the other open members the two that are nearest, with their distances. */
    private List<int[]> nearestOpen(int[] distance) {
        List<int[]> others = new ArrayList<>();
        List<int[]> hubs = new ArrayList<>();
        for (int member = 0; member < distance.length; member++) {
            if (distance[member] != FAR
                    && graph.missingFrom(member) <= weakest.linkClass().rank()) {
                List<int[]> nearest = graph.isHub(member) ? hubs : others;
                nearest.add(new int[] {member, distance[member]});
                nearest.sort(Comparator.comparingInt(each -> each[1]));
                if (nearest.size() > 2) {
                    nearest.remove(2);
                }
            }
        }
        others.addAll(hubs);
        return others;
    }
}
