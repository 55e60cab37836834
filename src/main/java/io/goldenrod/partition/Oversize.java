package io.goldenrod.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a component that has too many links down to size: it is partitioned without its weakest link class, then the
 * next, until each connected part fits. What a steward said is never left out. A function of the links alone.
 */
final class Oversize {

    private Oversize() {}

    /**
     * @param links in order, see {@link Link#ORDER}
     * @return the links that stay, in order; the others are added to {@code held}
     */
    static List<Link> reduce(int members, List<Link> links, int maxLinks, List<HeldLink> held) {
        List<Link> kept = new ArrayList<>(links.size());
        for (List<Link> part : connectedParts(members, links)) {
            int weakest = part.get(part.size() - 1).linkClass().rank();
            if (part.size() <= maxLinks || weakest == LinkClass.SAME.rank()) {
                kept.addAll(part);
                continue;
            }
            String detail = "component of " + part.size() + " links, at most " + maxLinks;
            List<Link> rest = new ArrayList<>();
            for (Link link : part) {
                if (link.linkClass().rank() == weakest) {
                    held.add(new HeldLink(link, Constraint.OVERSIZED, detail));
                } else {
                    rest.add(link);
                }
            }
            kept.addAll(reduce(members, rest, maxLinks, held));
        }
        kept.sort(Link.ORDER);
        return kept;
    }

    private static Iterable<List<Link>> connectedParts(int members, List<Link> links) {
        int[] parent = new int[members];
        for (int i = 0; i < members; i++) {
            parent[i] = i;
        }
        for (Link link : links) {
            parent[find(parent, link.left())] = find(parent, link.right());
        }
        Map<Integer, List<Link>> parts = new HashMap<>();
        for (Link link : links) {
            parts.computeIfAbsent(find(parent, link.left()), absent -> new ArrayList<>())
                    .add(link);
        }
        return parts.values();
    }

    private static int find(int[] parent, int member) {
        while (parent[member] != member) {
            parent[member] = parent[parent[member]];
            member = parent[member];
        }
        return member;
    }
}
