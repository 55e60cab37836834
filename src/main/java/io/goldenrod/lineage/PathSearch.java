package io.goldenrod.lineage;

import java.util.List;

/**
 * Finds the strongest path between two members of one customer while looking at as little of it as can be: it looks
 * around both ends, a few steps far, until what is not known cannot matter; else it takes all links of the customer.
 */
public final class PathSearch {

    /** An identifier of more records is not looked through: a record on its other side names it as well. */
    public static final int HUB_RECORDS = 50;

    /** Steps around both ends. */
    private static final int ROUNDS_MAX = 6;

    /** More members at once cost more than taking all links. */
    private static final int FRONTIER_MAX = 300;

    /** Where links come from: only those that join, so none that is held or of a suppressed identifier. */
    public interface Source {

        /**
         * Adds all links of the members, and closes them. Of an identifier of more than {@link #HUB_RECORDS} records it
         * may leave those to its records out, and close it but for their class.
         */
        void expand(List<String> members, EvidenceGraph graph);

        /** Adds all links of the customer, each once, up to a limit; returns whether that is all. */
        boolean expandAll(EvidenceGraph graph);
    }

    /**
     * What was found.
     *
     * @param path null when the links do not join the two, as when the graph changed meanwhile
     * @param graph the links that were looked at
     * @param cut whether there are more links than the limit: there may be a stronger path, or one at all
     */
    public record Result(StrongestPath path, EvidenceGraph graph, boolean cut) {}

    private PathSearch() {}

    public static Result find(String from, String to, Source source) {
        EvidenceGraph graph = new EvidenceGraph();
        graph.member(from);
        graph.member(to);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            List<String> next = graph.unexplored();
            if (next.isEmpty() || next.size() > FRONTIER_MAX) {
                break;
            }
            source.expand(next, graph);
            StrongestPath path = StrongestPath.find(graph, from, to);
            if (path != null && path.isCertain()) {
                return new Result(path, graph, false);
            }
        }
        graph.restartComplete();
        boolean all = source.expandAll(graph);
        return new Result(StrongestPath.find(graph, from, to), graph, !all);
    }
}
