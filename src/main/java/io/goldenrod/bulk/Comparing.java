package io.goldenrod.bulk;

import io.goldenrod.bulk.BulkProgress.Phase;
import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Score;
import io.goldenrod.match.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Compares all pairs of records that share a block. As records made ready for that take some 1.5 KiB, only so many are
 * held at once as memory allows: each stretch of records is compared with itself and with every later one.
 */
final class Comparing {

    private static final long SUBJECT_BYTES = 1_700;
    private static final int STRETCH_MIN = 1 << 14;
    private static final int SUBJECTS_AT_ONCE = 256;
    private static final int REPORTED = 1 << 10;

    private final CandidatePairs candidates;
    private final IntColumn recordOf;
    private final Matcher matcher;
    private final Supplier<RecordReader> readers;
    private final int threads;
    private final BulkProgress progress;
    private final List<Matches.Builder> found = new ArrayList<>();
    private final AtomicLong done = new AtomicLong();
    private long total;

    /** @param recordOf the record of a candidate's number */
    Comparing(
            CandidatePairs candidates,
            IntColumn recordOf,
            Matcher matcher,
            Supplier<RecordReader> readers,
            int threads,
            BulkProgress progress) {
        this.candidates = candidates;
        this.recordOf = recordOf;
        this.matcher = matcher;
        this.readers = readers;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * How many records made ready the free memory holds, a quarter of it left for all else.
     *
     * @param records how many there are: when all fit, nothing more is asked
     */
    static int atOnceMax(int records) {
        int most = atOnceMax();
        if (most < records) {
            // what reading left behind must not pass for memory in use: each record held more saves making others twice
            Runtime.getRuntime().gc();
            most = atOnceMax();
        }
        return most;
    }

    private static int atOnceMax() {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        return (int) Math.max(2 * STRETCH_MIN, Math.min(Integer.MAX_VALUE, free / 4 * 3 / SUBJECT_BYTES));
    }

    /**
     * @param records how many there are
     * @param atOnceMax how many may be held; 2 or more
     */
    Matches run(int records, int atOnceMax) throws IOException {
        int count = candidates.records();
        int stretch = count <= atOnceMax ? Math.max(1, count) : atOnceMax / 2;
        long stretches = (count + stretch - 1L) / stretch;
        total = stretches * (stretches + 1) / 2 * stretch;
        for (int from = 0; from < count; from += stretch) {
            int to = Math.min(count, from + stretch);
            Subject[] left = subjects(from, to);
            compare(from, left, from, left);
            for (int next = to; next < count; next += stretch) {
                compare(from, left, next, subjects(next, Math.min(count, next + stretch)));
            }
        }
        return Matches.of(matcher, records, found);
    }

    private Subject[] subjects(int from, int to) throws IOException {
        Subject[] subjects = new Subject[to - from];
        int[] next = {from};
        InOrder.<Integer, Integer>run(
                threads,
                () -> {
                    int start = next[0];
                    next[0] = (int) Math.min(to, start + (long) SUBJECTS_AT_ONCE);
                    return start == next[0] ? null : start;
                },
                () -> {
                    RecordReader reader = readers.get();
                    return start -> {
                        for (int i = start; i < Math.min(to, start + SUBJECTS_AT_ONCE); i++) {
                            subjects[i - from] = matcher.model().subject(reader.whole(recordOf.get(i)));
                        }
                        return start;
                    };
                },
                start -> {});
        return subjects;
    }

    private void compare(int from, Subject[] lefts, int otherFrom, Subject[] rights) {
        MatchModel model = matcher.model();
        double weightMin = Score.weight(matcher.matching().review());
        int otherTo = otherFrom + rights.length;
        try {
            candidates.forEach(from, from + lefts.length, threads, () -> {
                Matches.Builder own = new Matches.Builder();
                synchronized (found) {
                    found.add(own);
                }
                int[] last = {-1};
                return (left, right) -> {
                    if (left != last[0]) {
                        last[0] = left;
                        report();
                    }
                    if (right >= otherFrom && right < otherTo) {
                        own.count(1);
                        double weight = model.weight(lefts[left - from], rights[right - otherFrom]);
                        if (weight >= weightMin) {
                            own.add(recordOf.get(left), recordOf.get(right), weight);
                        }
                    }
                };
            });
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    private void report() {
        long now = done.incrementAndGet();
        if (now % REPORTED == 0) {
            progress.at(Phase.MATCHING, Math.min(now, total), total);
        }
    }
}
