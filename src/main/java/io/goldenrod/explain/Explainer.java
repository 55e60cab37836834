package io.goldenrod.explain;

import io.goldenrod.explain.Ends.Located;
import io.goldenrod.explain.RefusedQuestion.Kind;
import io.goldenrod.graph.ExplainReads;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.MatchReads;
import io.goldenrod.lineage.PathSearch;
import io.goldenrod.resolution.PolicyInUse;

/** Explains why two members are one customer, or why they are not. Changes nothing. */
public final class Explainer {

    /** A path that is not found was changed while it was looked for; a few tries find it. */
    private static final int ATTEMPTS_MAX = 4;

    private final ExplainReads graph;
    private final Ends ends;
    private final TogetherReport together;
    private final MatchReads matches;
    private final PolicyInUse inUse;

    public Explainer(ExplainReads graph, MatchReads matches, PolicyInUse inUse) {
        this.graph = graph;
        this.ends = new Ends(graph, inUse);
        this.together = new TogetherReport(graph);
        this.matches = matches;
        this.inUse = inUse;
    }

    /**
     * What the customer's being one rests on. Reads all its links.
     *
     * @param customerId of a current customer
     * @return null when it has one record, or more than {@link ExplainReads#LINKS_MAX} links
     * @throws GraphUnavailableException when the store does not answer
     */
    public Confidence confidence(String customerId) {
        return Confidence.of(customerId, graph);
    }

    /**
     * @param from {@code record:source/recordId}, an identifier as {@code type:value} in any writing, or a customer ID,
     *     for which the record stands that founded it
     * @param to another one
     * @throws RefusedQuestion when one cannot be read or is not there, or both are the same
     * @throws GraphUnavailableException when the store does not answer, or changes all the time
     */
    public Explanation explain(String from, String to) {
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            Located left = ends.locate("from", from);
            Located right = ends.locate("to", to);
            if (left.member().equals(right.member())) {
                throw new RefusedQuestion(
                        Kind.SAME, "to", "same_member", "from and to are the same member; name another one");
            }
            if (left.customerId() == null || !left.customerId().equals(right.customerId())) {
                PolicyInUse.Parts parts = inUse.parts();
                return new ApartReport(graph, matches, parts.policy(), parts.matcher()).report(left, right);
            }
            PathSearch.Source links = graph.links(left.customerId());
            PathSearch.Result found = PathSearch.find(left.member(), right.member(), links);
            if (found.path() != null || found.cut()) {
                return together.report(left.end(), right.end(), found, links);
            }
        }
        throw new GraphUnavailableException("the customer changed while its evidence was read", null);
    }
}
