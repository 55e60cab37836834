package io.goldenrod.console.overview;

import io.goldenrod.graph.StatisticsReads.Activity;
import io.goldenrod.graph.StatisticsReads.Counts;
import io.goldenrod.graph.StatisticsReads.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** How much there was at the end of each day: what there is now, less what came since. */
final class Growth {

    private Growth() {}

    /**
     * A day.
     *
     * @param customers at its end
     * @param records at its end
     * @param identifiers at its end
     * @param merges of that day; so {@code splits}, {@code held}
     * @param decisions of any kind
     */
    record Row(
            LocalDate day,
            long customers,
            long records,
            long identifiers,
            long merges,
            long splits,
            long held,
            long decisions) {}

    /** The oldest day first. */
    static List<Row> rows(Counts now, Activity activity) {
        long customers = now.customers();
        long records = now.records();
        long identifiers = now.identifiers();
        List<Row> rows = new ArrayList<>();
        List<Map.Entry<LocalDate, Day>> days = new ArrayList<>(activity.days().entrySet());
        Collections.reverse(days);
        for (Map.Entry<LocalDate, Day> each : days) {
            Day day = each.getValue();
            rows.add(new Row(
                    each.getKey(),
                    Math.max(0, customers),
                    Math.max(0, records),
                    Math.max(0, identifiers),
                    day.of("MERGED"),
                    day.of("SPLIT") + day.of("RESTORED"),
                    day.of("HELD"),
                    day.decisions().values().stream().mapToLong(Long::longValue).sum()));
            customers -= customersMore(day);
            records -= day.records();
            identifiers -= day.identifiers();
        }
        Collections.reverse(rows);
        return rows;
    }

    private static long customersMore(Day day) {
        return day.of("CREATED") + day.of("SPLIT") + day.of("RESTORED") - day.of("MERGED") - day.of("RETIRED");
    }

    static List<Long> column(List<Row> rows, ToLongFunction<Row> of) {
        return rows.stream().map(of::applyAsLong).toList();
    }
}
