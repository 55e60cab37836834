package io.goldenrod.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.graph.ExplainReads;
import io.goldenrod.lineage.EvidenceGraph;
import io.goldenrod.lineage.WeakestLink;
import io.goldenrod.match.Score;
import io.goldenrod.partition.Link;
import java.time.Instant;

/**
 * What a customer's being one rests on: the weakest link that its records cannot do without. A shared identifier has no
 * probability: how sure it makes is what its class says.
 *
 * @param linkClass an identifier type, {@code matched} or {@code same}
 * @param probability that both records of a match are of one person, 0 to 1; null for other links
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Confidence(String linkClass, Double probability, WeakLink link) {

    /**
     * Its two ends.
     *
     * @param observedAt null for a match
     * @param weight of a match, in bits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WeakLink(String from, String to, Instant observedAt, Double weight) {}

    /** @return null when the customer has one record, or more links than are looked at */
    static Confidence of(String customerId, ExplainReads reads) {
        EvidenceGraph graph = new EvidenceGraph();
        graph.restartComplete();
        Link weakest = reads.links(customerId).expandAll(graph) ? WeakestLink.of(graph) : null;
        if (weakest == null) {
            return null;
        }
        boolean match = weakest.linkClass().matched();
        return new Confidence(
                weakest.linkClass().name(),
                match ? Score.probability(weakest.score()) : null,
                new WeakLink(
                        graph.name(weakest.left()),
                        graph.name(weakest.right()),
                        match || weakest.at() == 0 ? null : Instant.ofEpochMilli(weakest.at()),
                        match ? weakest.score() : null));
    }
}
