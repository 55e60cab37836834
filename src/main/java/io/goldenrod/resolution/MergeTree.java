package io.goldenrod.resolution;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a customer comes together, step by step, in the order in which the partition takes its links: strongest first. It
 * is a function of the records alone, not of the order in which they came.
 *
 * @param members records and identifiers: the leaves
 * @param steps one for each link that joins two parts
 * @param redundant links that join nothing, as other links joined both ends before
 * @param held links of the customer's members that a constraint holds, counted by constraint
 */
public record MergeTree(int members, List<Step> steps, long redundant, Map<String, Long> held) {

    public MergeTree {
        steps = List.copyOf(steps);
    }

    /**
     * A link that joins two parts.
     *
     * @param number from 1
     * @param kind OBSERVED, MATCHED or ASSERTED
     * @param linkClass an identifier type or {@code matched}
     * @param left a member of one part, as {@code record:source/recordId} or {@code type:value}
     * @param leftSize members of that part
     * @param right a member of the other part
     * @param rightSize members of that part
     * @param at when it was observed; null for a match
     * @param weight of a match, in bits; null for an observation
     * @param probability of a match, 0 to 1; null for an observation
     * @param size members of both together
     */
    public record Step(
            int number,
            String kind,
            String linkClass,
            String left,
            int leftSize,
            String right,
            int rightSize,
            Instant at,
            Double weight,
            Double probability,
            int size) {}
}
