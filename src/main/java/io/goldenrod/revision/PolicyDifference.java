package io.goldenrod.revision;

import java.util.List;
import java.util.SortedMap;

/**
 * What another policy would change.
 *
 * @param policy its hash
 * @param records how many there are
 * @param reread records of which other identifiers, attributes or names would be read
 * @param customers how many there are
 * @param customersAfter how many there would be
 * @param merged customers that would be part of a larger one, whole
 * @param split customers that would fall apart
 * @param moved records that would go from one that falls apart to another's customer
 * @param changed customers that stay as they are but for their golden values
 * @param changedValues of these, by attribute
 * @param suppressed identifiers that link and would not
 * @param unsuppressed identifiers that do not link and would
 * @param held links that would be held, and are not
 * @param released links that are held, and would not be, or would not be there
 * @param matchesAdded pairs that would match, and do not
 * @param matchesRemoved pairs that match, and would not
 * @param matchesReweighted pairs that match as before with another weight
 * @param examples the largest of each kind
 * @param sample some of all customers that are concerned, whatever their size
 */
public record PolicyDifference(
        String policy,
        long records,
        long reread,
        long customers,
        long customersAfter,
        long merged,
        long split,
        long moved,
        long changed,
        SortedMap<String, Long> changedValues,
        long suppressed,
        long unsuppressed,
        long held,
        long released,
        long matchesAdded,
        long matchesRemoved,
        long matchesReweighted,
        Examples examples,
        List<Concerned> sample) {

    /** Most examples of a kind, and most customers of the sample. */
    public static final int EXAMPLES_MAX = 20;

    /** Most customers or parts that an example names. */
    public static final int NAMED_MAX = 5;

    /** The largest of each kind, at most {@link #EXAMPLES_MAX}. */
    public record Examples(
            List<Merge> merged,
            List<Split> split,
            List<Suppression> suppressed,
            List<Suppression> unsuppressed,
            List<Hold> held,
            List<Match> matchesAdded,
            List<Match> matchesRemoved) {}

    /**
     * Customers that would be one.
     *
     * @param customers how many
     * @param records of all of them
     * @param customerIds some of them
     */
    public record Merge(int customers, int records, List<String> customerIds) {}

    /**
     * A customer that would fall apart.
     *
     * @param parts into how many
     * @param largest the largest parts
     */
    public record Split(String customerId, int parts, int records, List<Part> largest) {}

    /**
     * @param records how many of the customer's it would have
     * @param record one of them, {@code record:source/recordId}
     */
    public record Part(int records, String record) {}

    /** @param records that carry it */
    public record Suppression(String type, String value, int records) {}

    /** @param other the identifier, or the other record */
    public record Hold(String record, String other, String constraint, String detail) {}

    /** @param weight in bits */
    public record Match(String left, String right, double weight) {}

    /** @param changes what would happen to it: {@code MERGED, SPLIT, VALUES} */
    public record Concerned(String customerId, List<String> changes) {}
}
