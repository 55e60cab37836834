package io.goldenrod.neo4j;

import io.goldenrod.graph.StatisticsReads;
import io.goldenrod.graph.StatisticsReads.Activity;
import io.goldenrod.graph.StatisticsReads.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by day and kind, kept in memory. Decisions are only ever appended, so each is counted once in the life of this
 * process: a look goes on behind the last one counted, a limited way.
 */
final class CountedActivity {

    private static final int STEP = 20_000;
    private static final int STEPS_MAX = 5;

    private final Database database;
    private final SortedMap<LocalDate, Map<String, Long>> days = new TreeMap<>();
    private final Map<LocalDate, long[]> members = new HashMap<>();
    private long first;
    private long counted = -1;

    CountedActivity(Database database) {
        this.database = database;
    }

    synchronized Activity upTo(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate start = today.minusDays(StatisticsReads.DAYS - 1L);
        List<Row> range = database.query(ReadStatement.FIND_DECISION_RANGE, Map.of());
        long last = range.isEmpty() ? 0 : range.get(0).number("last");
        if (counted < 0) {
            // what was decided the moment before midnight is of the day before
            counted = DecisionTimes.last(
                    database::query,
                    start.atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1));
            first = counted;
        }
        for (int step = 0; step < STEPS_MAX && counted < last; step++) {
            long to = Math.min(last, counted + STEP);
            database.query(ReadStatement.COUNT_ACTIVITY, Map.of("after", counted, "to", to))
                    .forEach(this::add);
            counted = to;
        }
        days.headMap(start).clear();
        members.keySet().removeIf(day -> day.isBefore(start));
        SortedMap<LocalDate, Day> shown = new TreeMap<>();
        for (int day = 0; day < StatisticsReads.DAYS; day++) {
            LocalDate date = start.plusDays(day);
            long[] change = members.getOrDefault(date, new long[2]);
            shown.put(date, new Day(Map.copyOf(days.getOrDefault(date, Map.of())), change[0], change[1]));
        }
        return new Activity(shown, Math.max(0, counted - first), Math.max(0, last - counted));
    }

    private void add(Row row) {
        LocalDate day = LocalDate.parse(row.text("day"));
        String kind = row.text("kind");
        days.computeIfAbsent(day, each -> new HashMap<>()).merge(kind, row.number("decisions"), Long::sum);
        int sign = kind.equals("CREATED") || kind.equals("JOINED") ? 1 : kind.equals("LEFT") ? -1 : 0;
        long[] change = members.computeIfAbsent(day, each -> new long[2]);
        change[0] += sign * row.number("records");
        change[1] += sign * row.number("identifiers");
    }
}
