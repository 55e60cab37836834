package io.goldenrod.bulk;

import io.goldenrod.bulk.BulkOutput.Held;
import io.goldenrod.partition.Constraint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Links that constraints hold, 12 bytes each; what exactly holds them is kept once. */
final class HeldLinks {

    private final IntColumn records = new IntColumn();

    /** An identifier, or the complement of a record. */
    private final IntColumn others = new IntColumn();

    private final IntColumn reasons = new IntColumn();
    private final Map<Reason, Integer> numbers = new HashMap<>();
    private final List<Reason> known = new ArrayList<>();

    /** What holds a link. */
    record Reason(Constraint constraint, String detail) {}

    /**
     * One of them.
     *
     * @param other an identifier, or the complement of a record
     */
    record Entry(int record, int other, Reason reason) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry that) {
            int byRecord = Integer.compare(record, that.record);
            return byRecord != 0 ? byRecord : Integer.compare(other, that.other);
        }
    }

    int size() {
        return records.size();
    }

    void add(Entry entry) {
        records.add(entry.record);
        others.add(entry.other);
        reasons.add(numbers.computeIfAbsent(entry.reason, absent -> {
            known.add(absent);
            return known.size() - 1;
        }));
    }

    Constraint constraint(int place) {
        return known.get(reasons.get(place)).constraint();
    }

    Held describe(int place, Census census, Matches matches) {
        Reason reason = known.get(reasons.get(place));
        int record = records.get(place);
        int other = others.get(place);
        boolean isMatch = other < 0;
        return new Held(
                "record:" + census.records.text(record),
                isMatch ? "record:" + census.records.text(~other) : census.identifiers.text(other),
                isMatch ? "matched" : census.types.type(census.type(other)).name(),
                isMatch ? matches.weightOf(record, ~other) : 0,
                isMatch ? null : Instant.ofEpochMilli(census.observedAt.get(record)),
                reason.constraint(),
                reason.detail());
    }
}
