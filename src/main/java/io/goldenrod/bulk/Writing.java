package io.goldenrod.bulk;

import io.goldenrod.bulk.BulkOutput.Customer;
import io.goldenrod.bulk.BulkProgress.Phase;
import io.goldenrod.bulk.BulkReport.Large;
import io.goldenrod.golden.CustomerIds;
import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.policy.Policy;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Gives out the customers, with their profiles, and their members. */
final class Writing {

    /** Records of the customers that a thread takes at a time. */
    private static final int RECORDS = 512;

    /** Of more records, profiles are put together of partial ones: each step costs what the profiles hold. */
    private static final int FOLDED_MAX = 256;

    private static final int EVERY_SIZE_MAX = 4;

    private static final Comparator<Large> SMALLEST_FIRST =
            Comparator.comparingLong(Large::records).thenComparing(Large::customerId, Comparator.reverseOrder());

    private final Census census;
    private final Customers customers;
    private final BulkOutput output;
    private final BulkProgress progress;
    private final int[] order;

    /** The identifiers in the order of their customers. */
    private final int[] identifiers;

    private int nextIdentifier;
    private int given;

    long count;
    final SortedMap<Long, Long> sizes = new TreeMap<>();
    private final PriorityQueue<Large> largest = new PriorityQueue<>(SMALLEST_FIRST);

    Writing(Census census, Customers customers, BulkOutput output, BulkProgress progress) {
        this.census = census;
        this.customers = customers;
        this.output = output;
        this.progress = progress;
        this.order = customers.recordsInOrder();
        this.identifiers = identifiersInOrder();
    }

    private int[] identifiersInOrder() {
        int[] next = new int[census.records() + 1];
        for (int identifier = 0; identifier < census.identifiers(); identifier++) {
            if (customers.ofIdentifier(identifier) >= 0) {
                next[customers.ofIdentifier(identifier) + 1]++;
            }
        }
        for (int i = 0; i < census.records(); i++) {
            next[i + 1] += next[i];
        }
        int[] placed = new int[next[census.records()]];
        for (int identifier = 0; identifier < census.identifiers(); identifier++) {
            if (customers.ofIdentifier(identifier) >= 0) {
                placed[next[customers.ofIdentifier(identifier)]++] = identifier;
            }
        }
        return placed;
    }

    /** Whole customers, by the places of their records. */
    private record Stretch(int from, int to) {}

    /** A customer but for its identifiers, which are counted as they are given out. */
    private record Draft(
            int from,
            int to,
            String customerId,
            Instant firstObservedAt,
            Instant lastObservedAt,
            GoldenProfile profile) {}

    void write(int threads, Supplier<RecordReader> readers) throws IOException {
        int[] next = {0};
        InOrder.<Stretch, List<Draft>>run(
                threads,
                () -> {
                    int from = next[0];
                    while (next[0] < order.length && next[0] - from < RECORDS) {
                        next[0] = endOf(next[0]);
                    }
                    return from == next[0] ? null : new Stretch(from, next[0]);
                },
                () -> {
                    RecordReader reader = readers.get();
                    return stretch -> drafts(stretch, reader);
                },
                this::give);
    }

    private int endOf(int place) {
        int customer = customers.ofRecord(order[place]);
        int end = place + 1;
        while (end < order.length && customers.ofRecord(order[end]) == customer) {
            end++;
        }
        return end;
    }

    private List<Draft> drafts(Stretch stretch, RecordReader reader) throws IOException {
        List<Draft> drafts = new ArrayList<>();
        for (int place = stretch.from; place < stretch.to; ) {
            int end = endOf(place);
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (int i = place; i < end; i++) {
                long at = census.observedAt.get(order[i]);
                first = Math.min(first, at);
                last = Math.max(last, at);
            }
            drafts.add(new Draft(
                    place,
                    end,
                    CustomerIds.mint(census.key(order[place]), 0),
                    Instant.ofEpochMilli(first),
                    Instant.ofEpochMilli(last),
                    profile(place, end, reader)));
            place = end;
        }
        return drafts;
    }

    private GoldenProfile profile(int from, int to, RecordReader reader) throws IOException {
        Policy policy = census.types.policy;
        if (to - from > FOLDED_MAX) {
            int middle = from + to >>> 1;
            return profile(from, middle, reader).with(profile(middle, to, reader), policy);
        }
        GoldenProfile profile = GoldenProfile.of(reader.attributes(order[from]), policy);
        for (int i = from + 1; i < to; i++) {
            profile = profile.with(GoldenProfile.of(reader.attributes(order[i]), policy), policy);
        }
        return profile;
    }

    private void give(List<Draft> drafts) throws IOException {
        for (Draft draft : drafts) {
            int first = order[draft.from];
            int start = nextIdentifier;
            while (nextIdentifier < identifiers.length
                    && customers.ofIdentifier(identifiers[nextIdentifier]) == first) {
                nextIdentifier++;
            }
            int records = draft.to - draft.from;
            output.customer(new Customer(
                    draft.customerId,
                    records,
                    nextIdentifier - start,
                    draft.firstObservedAt,
                    draft.lastObservedAt,
                    customers.bond(first),
                    draft.profile));
            for (int i = draft.from; i < draft.to; i++) {
                output.member("record:" + census.records.text(order[i]), draft.customerId);
            }
            for (int i = start; i < nextIdentifier; i++) {
                output.member(census.identifiers.text(identifiers[i]), draft.customerId);
            }
            count(new Large(draft.customerId, records));
            given += records;
        }
        progress.at(Phase.WRITING, given, order.length);
    }

    private void count(Large customer) {
        count++;
        long size = customer.records();
        long step = size <= EVERY_SIZE_MAX ? size : Long.highestOneBit(size - 1) * 2;
        sizes.merge(step, 1L, Long::sum);
        if (largest.size() < BulkReport.LARGEST_MAX) {
            largest.add(customer);
        } else if (SMALLEST_FIRST.compare(customer, largest.peek()) > 0) {
            largest.poll();
            largest.add(customer);
        }
    }

    /** The customers of the most records, the largest first. */
    List<Large> largest() {
        return largest.stream().sorted(SMALLEST_FIRST.reversed()).toList();
    }
}
