package io.goldenrod.quality;

import io.goldenrod.match.MatchModel;
import io.goldenrod.quality.Contingency.Mistake;
import io.goldenrod.quality.RecordsRead.Refusal;
import java.util.List;
import java.util.Map;

/**
 * How good a resolution is.
 *
 * @param counts of records and customers
 * @param sizes how many customers and true entities are of which size, smallest first; labelled records alone
 * @param heldLinks how many links each constraint holds
 * @param matching what the model did; null without one
 * @param falseMerges worst first
 * @param misses worst first
 * @param warnings how often which problem made a field be left out, by {@code code field}
 * @param refusals the first of them
 */
public record EvaluationReport(
        Counts counts,
        PairwiseQuality pairwise,
        BCubed b3,
        List<Sizes> sizes,
        Map<String, Long> heldLinks,
        Matching matching,
        List<Explained> falseMerges,
        List<Explained> misses,
        Map<String, Long> warnings,
        List<Refusal> refusals) {

    /**
     * @param lines of all files, blank ones not counted
     * @param records distinct ones that were resolved
     * @param refused lines that were no record
     * @param unlabelled records that the truth does not name; left out of the measures
     * @param truthUnused records of the truth that no file has; left out of the measures
     * @param customers of all records, labelled or not
     * @param largestCustomer records of the largest customer
     * @param entities true ones among the records
     * @param largestTrue records of the largest true entity
     */
    public record Counts(
            long lines,
            long records,
            long refused,
            long unlabelled,
            long truthUnused,
            long customers,
            long largestCustomer,
            long entities,
            long largestTrue) {}

    /** How many customers and true entities are of one size. */
    public record Sizes(long records, long customers, long entities) {}

    /**
     * @param matchedLinks pairs that the model joins; held ones not among them
     * @param reviews pairs for a steward
     * @param reviewsSame those of them that are of one entity
     * @param pairsCompared pairs that share a block
     * @param blocked of the true pairs, those that share a block
     * @param weights of the compared pairs of labelled records
     * @param curve pair by pair, without the partition
     * @param partitions the whole again, with other probabilities of a match
     */
    public record Matching(
            MatchModel model,
            double match,
            double review,
            long matchedLinks,
            long reviews,
            long reviewsSame,
            long pairsCompared,
            PairwiseQuality blocked,
            List<WeightCounts.Step> weights,
            List<WeightCounts.Point> curve,
            List<AtThreshold> partitions) {}

    /** What the whole comes to when pairs are joined from another probability on. */
    public record AtThreshold(double match, PairwiseQuality pairwise, BCubed b3, long largestCustomer) {}

    /**
     * A mistake with what speaks for it and against it.
     *
     * @param evidence of a false merge, the wrong pairs that joined it; of a miss, the pairs nearest to joining
     */
    public record Explained(Mistake mistake, List<PairEvidence> evidence) {}
}
