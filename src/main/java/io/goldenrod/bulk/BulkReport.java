package io.goldenrod.bulk;

import io.goldenrod.bulk.BulkProgress.Phase;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.partition.Constraint;
import java.util.List;
import java.util.SortedMap;

/**
 * What a run came to.
 *
 * @param lines of all files, blank ones not counted
 * @param refused lines that were no record
 * @param refusedBy those by the code of their first problem
 * @param refusals the first of them, at most {@link #REFUSALS_MAX}
 * @param warnings how often which problem made a field be left out, by {@code code field}
 * @param replaced lines that took the place of an earlier one of the same record, the same said again among them
 * @param stale lines that an earlier one of the same record had outdated
 * @param records distinct ones
 * @param identifiers distinct ones that link
 * @param links of records to such identifiers
 * @param customers how many
 * @param sizes how many customers have so many records: 1, 2, 3, 4, then 5 to 8, 9 to 16 and so on, by the largest
 *     size of each step
 * @param largest the customers of the most records, at most {@link #LARGEST_MAX}
 * @param held links that a constraint holds, by constraint
 * @param suppressed identifiers that link nothing, by reason
 * @param matching what comparing pairs came to; null without
 * @param seconds by phase
 * @param memoryMax the most memory that the process had, in bytes: resident where the system tells, else its heap
 * @param spilled bytes that lay in the temporary file
 */
public record BulkReport(
        String policy,
        String policyHash,
        String model,
        String modelHash,
        long lines,
        long refused,
        SortedMap<String, Long> refusedBy,
        List<Refusal> refusals,
        SortedMap<String, Long> warnings,
        long replaced,
        long stale,
        long records,
        long identifiers,
        long links,
        long customers,
        SortedMap<Long, Long> sizes,
        List<Large> largest,
        SortedMap<Constraint, Long> held,
        SortedMap<String, Long> suppressed,
        Matching matching,
        SortedMap<Phase, Double> seconds,
        long memoryMax,
        long spilled) {

    /** Refused lines that are listed; the others are counted. */
    public static final int REFUSALS_MAX = 1_000;

    /** Customers that are listed as the largest. */
    public static final int LARGEST_MAX = 20;

    /** A refused line of a file. */
    public record Refusal(String file, long line, List<FieldProblem> problems) {}

    /** A large customer. */
    public record Large(String customerId, long records) {}

    /**
     * What comparing came to.
     *
     * @param compared pairs that share a block
     * @param matched pairs that join, held ones included
     * @param toReview pairs of different customers that a steward should look at
     */
    public record Matching(long compared, long matched, long toReview) {}
}
