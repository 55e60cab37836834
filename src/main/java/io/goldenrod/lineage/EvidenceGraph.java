package io.goldenrod.lineage;

import io.goldenrod.partition.Link;
import io.goldenrod.partition.LinkClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a customer that is known so far: its members, named as decisions name them, and links that join them. A
 * member of which not all links are known is open.
 */
public final class EvidenceGraph {

    /** Stands for the rank of what cannot be missing. */
    static final int NOTHING = Integer.MAX_VALUE;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<List<Link>> linksOf = new ArrayList<>();
    private final Set<Link> added = new HashSet<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Integer> missingFrom = new ArrayList<>();
    private boolean complete;

    /** The index of the member, which is open when it was not known before. */
    public int member(String name) {
        Integer known = indexes.get(name);
        if (known != null) {
            return known;
        }
        int index = names.size();
        indexes.put(name, index);
        names.add(name);
        linksOf.add(new ArrayList<>(2));
        missingFrom.add(0);
        return index;
    }

    /**
     * Adds a link that joins; one that is there already counts once.
     *
     * @param at epoch milliseconds; 0 when it has no time
     * @param key tells apart links of one class between the same two members
     */
    public void link(String left, String right, LinkClass linkClass, double score, long at, String key) {
        Link link = new Link(member(left), member(right), linkClass, score, at, key);
        if (complete || added.add(link)) {
            links.add(link);
            linksOf.get(link.left()).add(link);
            linksOf.get(link.right()).add(link);
        }
    }

    /** All links of the member are known. */
    public void close(String name) {
        missingFrom.set(member(name), NOTHING);
    }

    /** All links of the identifier are known but for some of this, its own class, which lead to records. */
    public void closeBut(String name, LinkClass linkClass) {
        missingFrom.set(member(name), linkClass.rank());
    }

    /** Starts anew, with links that will be all there are, each once. */
    public void restartComplete() {
        names.clear();
        indexes.clear();
        linksOf.clear();
        added.clear();
        links.clear();
        missingFrom.clear();
        complete = true;
    }

    public int size() {
        return names.size();
    }

    public String name(int member) {
        return names.get(member);
    }

    public List<Link> links() {
        return links;
    }

    public List<Link> linksOf(int member) {
        return linksOf.get(member);
    }

    /** The lowest rank of a link that the member may have and that is not known. */
    int missingFrom(int member) {
        return complete ? NOTHING : missingFrom.get(member);
    }

    /** Whether no link of the member was asked for yet. */
    public boolean isUnexplored(String name) {
        Integer member = indexes.get(name);
        return member == null || missingFrom(member) == 0;
    }

    /** Members of which no link was asked for yet. */
    List<String> unexplored() {
        List<String> found = new ArrayList<>();
        for (int member = 0; member < names.size(); member++) {
            if (missingFrom(member) == 0) {
                found.add(names.get(member));
            }
        }
        return found;
    }

    /** Whether the member is open, and what is missing leads from it to records. */
    boolean isHub(int member) {
        int from = missingFrom(member);
        return from > 0 && from < NOTHING;
    }

    /** The link's end that is not this one. */
    public static int other(Link link, int member) {
        return link.left() == member ? link.right() : link.left();
    }
}
