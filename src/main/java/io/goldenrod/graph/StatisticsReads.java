package io.goldenrod.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** How much there is. What would need a read of everything is counted now and then, and marked with its time. */
public interface StatisticsReads {

    /** How many days back decisions are counted. */
    int DAYS = 30;

    Counts counts();

    /** Customers by number of records; may be a minute old, as its time says. */
    Sizes sizes();

    /** Decisions by day in UTC, for the last {@link #DAYS} days, days without any included; may be a minute old. */
    SortedMap<LocalDate, Long> decisionsByDay();

    /** What was decided in the last {@link #DAYS} days; after a start, several looks may be needed to count it all. */
    Activity activity();

    /**
     * What was decided, by day in UTC, days without any included.
     *
     * @param counted decisions that are in it
     * @param left decisions that are still to be counted by the next looks
     */
    record Activity(SortedMap<LocalDate, Day> days, long counted, long left) {}

    /**
     * One day.
     *
     * @param decisions by kind
     * @param records how many came, less those that went
     * @param identifiers how many came, less those that went
     */
    record Day(Map<String, Long> decisions, long records, long identifiers) {
        /** How many of a kind. */
        public long of(String kind) {
            return decisions.getOrDefault(kind, 0L);
        }
    }

    /**
     * @param customers current ones
     * @param former merged and retired ones
     * @param held links that a constraint keeps apart
     * @param suppressed identifiers that do not link
     */
    record Counts(
            long customers,
            long former,
            long records,
            long identifiers,
            long held,
            long suppressed,
            long decisions,
            long merges,
            long quarantined) {}

    /**
     * @param at when it was counted
     * @param largest records of the largest customer
     */
    record Sizes(Instant at, List<Bucket> buckets, long largest) {}

    /**
     * Customers of {@code from} to {@code to} records.
     *
     * @param to inclusive; {@link Long#MAX_VALUE} for the last
     */
    record Bucket(long from, long to, long customers) {}
}
