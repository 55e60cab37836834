package io.goldenrod.partition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a component that has too many links down to size: each connected part that is too large is partitioned
 * without its weakest link class, then the next, until what remains of it fits. What a steward said is never left out.
 * A function of the links alone.
 */
final class Oversize {

    private final Component component;
    private final int maxLinks;
    private final List<HeldLink> held;

    private Oversize(Component component, int maxLinks, List<HeldLink> held) {
        this.component = component;
        this.maxLinks = maxLinks;
        this.held = held;
    }

    /**
     * @param links distinct and in order, see {@link Link#ORDER}
     * @return the links that stay, in order; the others are added to {@code held}
     */
    static List<Link> reduce(Component component, List<Link> links, int maxLinks, List<HeldLink> held) {
        long linksWithin = component.linksWithin.values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (links.size() + linksWithin <= maxLinks) {
            return links;
        }
        var oversize = new Oversize(component, maxLinks, held);
        if (oversize.fits(links)) {
            return links;
        }
        List<Link> kept = new ArrayList<>(links.size());
        oversize.reduce(links, kept);
        kept.sort(Link.ORDER);
        return kept;
    }

    /** Whether no connected part is too large, as is usual when many parts come at once. */
    private boolean fits(List<Link> links) {
        int[] parent = joined(links);
        long[] sizes = new long[parent.length];
        component.linksWithin.forEach((member, within) -> sizes[find(parent, member)] += within);
        for (Link link : links) {
            if (++sizes[find(parent, link.left())] > maxLinks) {
                return false;
            }
        }
        return true;
    }

    private void reduce(List<Link> links, List<Link> kept) {
        for (Part part : connectedParts(links)) {
            int weakest = part.links.get(part.links.size() - 1).linkClass().rank();
            if (part.size() <= maxLinks) {
                kept.addAll(part.links);
            } else if (part.linksWithin > 0) {
                // Which of the links within are the weakest is not known here, so the part cannot come out whole.
                hold(part.links, part.size());
            } else if (weakest == LinkClass.SAME.rank()) {
                kept.addAll(part.links);
            } else {
                List<Link> rest = new ArrayList<>();
                List<Link> leftOut = new ArrayList<>();
                part.links.forEach(link -> (link.linkClass().rank() == weakest ? leftOut : rest).add(link));
                hold(leftOut, part.size());
                reduce(rest, kept);
            }
        }
    }

    private void hold(List<Link> links, long size) {
        String detail = "component of " + size + " links, at most " + maxLinks;
        links.forEach(link -> held.add(new HeldLink(link, Constraint.OVERSIZED, detail)));
    }

    /** Links that hang together, in order, and how many more are within the contracted clusters among their ends. */
    private static final class Part {
        final List<Link> links = new ArrayList<>();
        long linksWithin;

        long size() {
            return links.size() + linksWithin;
        }
    }

    private int[] joined(List<Link> links) {
        int[] parent = new int[component.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (Link link : links) {
            parent[find(parent, link.left())] = find(parent, link.right());
        }
        return parent;
    }

    private Collection<Part> connectedParts(List<Link> links) {
        int[] parent = joined(links);
        Map<Integer, Part> parts = new HashMap<>();
        for (Link link : links) {
            parts.computeIfAbsent(find(parent, link.left()), absent -> new Part())
                    .links
                    .add(link);
        }
        component.linksWithin.forEach((member, within) -> {
            Part part = parts.get(find(parent, member));
            if (part != null) {
                part.linksWithin += within;
            }
        });
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
