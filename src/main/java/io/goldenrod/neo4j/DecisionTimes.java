package io.goldenrod.neo4j;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Finds decisions by their time, by bisection: their times are in the order of their numbers. */
final class DecisionTimes {

    private DecisionTimes() {}

    /** The number of the last decision at that time or before it; 0 when there is none. */
    static long last(StatementRunner runner, Instant at) {
        List<Row> range = runner.run(ReadStatement.FIND_DECISION_RANGE, Map.of());
        if (range.isEmpty()) {
            return 0;
        }
        long low = range.get(0).number("first") - 1;
        long high = range.get(0).number("last");
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            List<Row> found = runner.run(ReadStatement.FIND_DECISION_TIMES, Map.of("seqs", List.of(middle)));
            if (found.isEmpty()
                    || StoredValues.instant(found.get(0).value("at")).isAfter(at)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
