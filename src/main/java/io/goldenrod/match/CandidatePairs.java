package io.goldenrod.match;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The pairs of a whole file's records that are worth comparing: those that share a block of at most so many records.
 *
 * <p>Records are numbered from 0 in the order in which they were added; the pairs do not depend on it. A pair is given
 * once however many blocks it shares: while a record's blocks are walked through, the records met are marked, so
 * that no set of pairs is ever held. Some 12 bytes a record and block, and 4 bytes a record and thread.
 */
public final class CandidatePairs {

    /** How many records a thread takes at a time: enough to forget the taking, few enough to end together. */
    private static final int TURN = 256;

    /** Takes pairs of records by their numbers. */
    @FunctionalInterface
    public interface Sink {

        /**
         * @param left the smaller number
         * @param right the larger number
         */
        void take(int left, int right);
    }

    private final int records;
    private final int[] starts;
    private final int[] places;
    private final int[] ends;
    private final int[] members;

    private CandidatePairs(int records, int[] starts, int[] places, int[] ends, int[] members) {
        this.records = records;
        this.starts = starts;
        this.places = places;
        this.ends = ends;
        this.members = members;
    }

    public int records() {
        return records;
    }

    /** Every pair once, by the number of its left record. */
    public void forEach(Sink sink) {
        walk(0, records, new int[records], sink);
    }

    /**
     * Every pair once, over several threads: the pairs of one left record come to one sink, one after the other.
     *
     * @param threads 1 or more
     * @param sinks gives one for each thread
     */
    public void forEach(int threads, Supplier<? extends Sink> sinks) {
        AtomicInteger next = new AtomicInteger();
        Threads.run(threads, () -> {
            Sink sink = sinks.get();
            int[] marks = new int[records];
            for (int from = next.getAndAdd(TURN); from >= 0 && from < records; from = next.getAndAdd(TURN)) {
                walk(from, Math.min(from + TURN, records), marks, sink);
            }
        });
    }

    private void walk(int from, int to, int[] marks, Sink sink) {
        for (int left = from; left < to; left++) {
            int mark = left + 1;
            for (int i = starts[left]; i < starts[left + 1]; i++) {
                for (int place = places[i] + 1; place < ends[i]; place++) {
                    int right = members[place];
                    if (marks[right] != mark) {
                        marks[right] = mark;
                        sink.take(left, right);
                    }
                }
            }
        }
    }

    /** Takes the blocks of one record after the other. Not thread-safe. */
    public static final class Builder {

        private final int blockRecordsMax;
        private final KeyDictionary keys = new KeyDictionary();
        private int[] sizes = new int[1 << 11];
        private int[] starts = new int[1 << 10];
        private int[] blocks = new int[1 << 12];
        private int records;
        private int entries;

        /**
         * @param blockRecordsMax a block with more records is skipped; 2 or more
         */
        public Builder(int blockRecordsMax) {
            this.blockRecordsMax = blockRecordsMax;
        }

        /**
         * The next record, by the names of its blocks, {@code rule=value}.
         *
         * @return its number
         */
        public int add(SortedSet<String> names) {
            if (records + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, longer(starts.length));
            }
            for (String name : names) {
                int block = keys.number(name);
                if (block >= sizes.length) {
                    sizes = Arrays.copyOf(sizes, longer(sizes.length));
                }
                sizes[block]++;
                if (entries == blocks.length) {
                    blocks = Arrays.copyOf(blocks, longer(blocks.length));
                }
                blocks[entries++] = block;
            }
            starts[++records] = entries;
            return records - 1;
        }

        private static int longer(int length) {
            if (length > Integer.MAX_VALUE - 8 >> 1) {
                throw new IllegalStateException("more than a billion blocking keys: use fewer rules or files");
            }
            return length * 2;
        }

        /** Leaves the builder empty-handed: it is not used again. */
        public CandidatePairs build() {
            int[] next = new int[keys.size()];
            int live = 0;
            for (int block = 0; block < next.length; block++) {
                boolean worth = sizes[block] > 1 && sizes[block] <= blockRecordsMax;
                next[block] = worth ? live : -1;
                live += worth ? sizes[block] : 0;
            }
            int[] members = new int[live];
            int[] places = new int[live];
            int[] ends = new int[live];
            int[] liveStarts = new int[records + 1];
            int at = 0;
            for (int record = 0; record < records; record++) {
                for (int i = starts[record]; i < starts[record + 1]; i++) {
                    int block = blocks[i];
                    if (next[block] >= 0) {
                        members[next[block]] = record;
                        places[at] = next[block]++;
                        ends[at++] = block;
                    }
                }
                liveStarts[record + 1] = at;
            }
            for (int i = 0; i < live; i++) {
                ends[i] = next[ends[i]];
            }
            return new CandidatePairs(records, liveStarts, places, ends, members);
        }
    }
}
