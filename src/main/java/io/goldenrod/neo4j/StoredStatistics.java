package io.goldenrod.neo4j;

import io.goldenrod.graph.StatisticsReads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Counts. What reads more than a fixed number of nodes is kept for a minute, and counted by one caller at a time. */
public final class StoredStatistics implements StatisticsReads {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long[] BUCKETS_FROM = {1, 2, 3, 6, 11, 101, 1_001, 10_001};

    /** Identifiers of a type that does not link were never meant to: they are no exceptions to be counted. */
    static final List<String> SUPPRESSIONS = List.of("DENIED", "SHARED", "NAMES");

    private final Database database;
    private final Clock clock;
    private final Kept<Sizes> sizes = new Kept<>();
    private final Kept<SortedMap<LocalDate, Long>> days = new Kept<>();
    private final CountedActivity activity;

    public StoredStatistics(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.activity = new CountedActivity(database);
    }

    @Override
    public Counts counts() {
        Row row = database.query(ReadStatement.COUNT_ALL, Map.of("suppressions", SUPPRESSIONS))
                .get(0);
        long former = row.number("former");
        return new Counts(
                row.number("customersEver") - former,
                former,
                row.number("records"),
                row.number("identifiers"),
                counter(row, "held"),
                counter(row, "suppressed"),
                row.number("decisions"),
                counter(row, "merges"),
                row.number("quarantined"));
    }

    /** A counter that nothing has moved yet is absent. */
    private static long counter(Row row, String column) {
        return row.value(column) == null ? 0 : row.number(column);
    }

    @Override
    public Sizes sizes() {
        return sizes.get(clock.instant(), this::countSizes);
    }

    private Sizes countSizes() {
        var customers = new long[BUCKETS_FROM.length];
        long largest = 0;
        for (Row row : database.query(ReadStatement.COUNT_SIZES, Map.of())) {
            long size = counter(row, "size");
            int bucket = BUCKETS_FROM.length - 1;
            while (bucket > 0 && BUCKETS_FROM[bucket] > size) {
                bucket--;
            }
            customers[bucket] += row.number("customers");
            largest = Math.max(largest, size);
        }
        var buckets = new ArrayList<Bucket>();
        for (int i = 0; i < BUCKETS_FROM.length; i++) {
            long to = i + 1 < BUCKETS_FROM.length ? BUCKETS_FROM[i + 1] - 1 : Long.MAX_VALUE;
            buckets.add(new Bucket(BUCKETS_FROM[i], to, customers[i]));
        }
        return new Sizes(clock.instant(), List.copyOf(buckets), largest);
    }

    @Override
    public Activity activity() {
        return activity.upTo(clock.instant());
    }

    @Override
    public SortedMap<LocalDate, Long> decisionsByDay() {
        return days.get(clock.instant(), this::countDays);
    }

    /**
     * Decisions are numbered without gaps in the order of their time, so the number of a day's decisions is the
     * distance between the first of that day and the first of the next: found by bisection, all days at once, in a few
     * dozen look-ups for each instead of a read of every decision.
     */
    private SortedMap<LocalDate, Long> countDays() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate start = today.minusDays(DAYS - 1L);
        var counts = new TreeMap<LocalDate, Long>();
        for (int day = 0; day < DAYS; day++) {
            counts.put(start.plusDays(day), 0L);
        }
        List<Row> range = database.query(ReadStatement.FIND_DECISION_RANGE, Map.of());
        if (range.isEmpty()) {
            return counts;
        }
        long[] first =
                firstOfDays(start, range.get(0).number("first"), range.get(0).number("last"));
        for (int day = 0; day < DAYS; day++) {
            counts.put(start.plusDays(day), first[day + 1] - first[day]);
        }
        return counts;
    }

    /** For each day, and the one after the last, the number of the first decision at its midnight or later. */
    private long[] firstOfDays(LocalDate start, long first, long last) {
        var low = new long[DAYS + 1];
        var high = new long[DAYS + 1];
        java.util.Arrays.fill(low, first);
        java.util.Arrays.fill(high, last + 1);
        high[DAYS] = last + 1;
        low[DAYS] = last + 1;
        while (true) {
            var middles = new HashMap<Integer, Long>();
            for (int day = 0; day < DAYS; day++) {
                if (low[day] < high[day]) {
                    middles.put(day, (low[day] + high[day]) >>> 1);
                }
            }
            if (middles.isEmpty()) {
                return low;
            }
            Map<Long, Instant> times = times(List.copyOf(middles.values()));
            middles.forEach((day, middle) -> {
                Instant midnight =
                        start.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
                Instant at = times.get(middle);
                if (at != null && at.isBefore(midnight)) {
                    low[day] = middle + 1;
                } else {
                    high[day] = middle;
                }
            });
        }
    }

    private Map<Long, Instant> times(List<Long> seqs) {
        var times = new HashMap<Long, Instant>();
        for (Row row : database.query(ReadStatement.FIND_DECISION_TIMES, Map.of("seqs", seqs))) {
            times.put(row.number("seq"), StoredValues.instant(row.value("at")));
        }
        return times;
    }

    /** A value that is good for a while. */
    private static final class Kept<T> {
        private T value;
        private Instant until = Instant.MIN;

        synchronized T get(Instant now, Supplier<T> count) {
            if (now.isAfter(until)) {
                value = count.get();
                until = now.plus(KEPT);
            }
            return value;
        }
    }
}
