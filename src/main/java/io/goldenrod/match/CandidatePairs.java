package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The pairs of a whole file's records that are worth comparing: those that share a block of at most so many records.
 *
 * <p>Records are numbered from 0 in the order in which they were added; the pairs do not depend on it. A pair is given
 * once however many blocks it shares: while a record's blocks are walked through, the records met are marked, so that
 * no set of pairs is ever held. Some 13 bytes a record and block, and 4 bytes a record and thread.
 */
public final class CandidatePairs {

    /** So many records' block names are held at a time. */
    private static final int PART = 1 << 16;

    /** Takes pairs of records by their numbers. */
    @FunctionalInterface
    public interface Sink {

        /**
         * @param left the smaller number
         * @param right the larger number
         */
        void take(int left, int right);
    }

    /**
     * How many pairs a rule finds.
     *
     * @param pairs distinct ones that share one of its blocks
     * @param added those of them that no rule before it finds, in the order of {@link #rules()}
     */
    public record RulePairs(long pairs, long added) {}

    private final int records;
    private final List<RuleBlocks> rules;
    private final int[] starts;
    private final int[] places;
    private final int[] ends;
    private final byte[] ruleOf;
    private final int[] members;

    CandidatePairs(
            int records, List<RuleBlocks> rules, int[] starts, int[] places, int[] ends, byte[] ruleOf, int[] members) {
        this.records = records;
        this.rules = List.copyOf(rules);
        this.starts = starts;
        this.places = places;
        this.ends = ends;
        this.ruleOf = ruleOf;
        this.members = members;
    }

    /**
     * The pairs of records, numbered as they are listed.
     *
     * @param blocks the names of a record's blocks, {@code rule=value}; asked for on several threads
     * @param blockRecordsMax a block with more records is skipped; 2 or more
     * @param threads 1 or more
     */
    public static CandidatePairs of(
            List<SourceRecord> records,
            Function<SourceRecord, SortedSet<String>> blocks,
            int blockRecordsMax,
            int threads) {
        Builder builder = new Builder(blockRecordsMax);
        List<SortedSet<String>> names = new ArrayList<>(Collections.nCopies(Math.min(PART, records.size()), null));
        for (int start = 0; start < records.size(); start += PART) {
            int from = start;
            int size = Math.min(PART, records.size() - from);
            Threads.inTurns(threads, size, () -> (first, last) -> {
                for (int i = first; i < last; i++) {
                    names.set(i, blocks.apply(records.get(from + i)));
                }
            });
            names.subList(0, size).forEach(builder::add);
        }
        return builder.build();
    }

    public int records() {
        return records;
    }

    /** The rules by which there are keys, in the order of the keys. */
    public List<RuleBlocks> rules() {
        return rules;
    }

    /** Every pair once, by the number of its left record. */
    public void forEach(Sink sink) {
        walk(0, records, new int[records], sink);
    }

    /**
     * Every pair once, over several threads: the pairs of one left record come to one sink, one after the other.
     *
     * @param threads 1 or more
     * @param sinks gives one for each thread, which calls it
     */
    public void forEach(int threads, Supplier<? extends Sink> sinks) {
        forEach(0, records, threads, sinks);
    }

    /**
     * Every pair of which the left record is one of these, as {@link #forEach(int, Supplier)}.
     *
     * @param start the first left record
     * @param end the one behind the last
     */
    public void forEach(int start, int end, int threads, Supplier<? extends Sink> sinks) {
        Threads.inTurns(threads, end - start, () -> {
            Sink sink = sinks.get();
            int[] marks = new int[records];
            return (from, to) -> walk(start + from, start + to, marks, sink);
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

    /** How many pairs each of {@link #rules()} finds. */
    public List<RulePairs> count(int threads) {
        AtomicLongArray pairs = new AtomicLongArray(rules.size());
        AtomicLongArray added = new AtomicLongArray(rules.size());
        Threads.inTurns(threads, records, () -> {
            int[] marks = new int[records];
            long[] ruleMarks = new long[records];
            return (from, to) -> {
                for (int left = from; left < to; left++) {
                    count(left, marks, ruleMarks, pairs, added);
                }
            };
        });
        RulePairs[] counts = new RulePairs[rules.size()];
        Arrays.setAll(counts, rule -> new RulePairs(pairs.get(rule), added.get(rule)));
        return List.of(counts);
    }

    private void count(int left, int[] marks, long[] ruleMarks, AtomicLongArray pairs, AtomicLongArray added) {
        for (int i = starts[left]; i < starts[left + 1]; i++) {
            long ruleMark = (long) (left + 1) << Byte.SIZE | ruleOf[i];
            int found = 0;
            int first = 0;
            for (int place = places[i] + 1; place < ends[i]; place++) {
                int right = members[place];
                if (ruleMarks[right] != ruleMark) {
                    ruleMarks[right] = ruleMark;
                    found++;
                }
                if (marks[right] != left + 1) {
                    marks[right] = left + 1;
                    first++;
                }
            }
            if (found > 0) {
                pairs.addAndGet(ruleOf[i], found);
                added.addAndGet(ruleOf[i], first);
            }
        }
    }

    /** By which of {@link #rules()} two records share a block that is compared: bit 0 for the first of them. */
    public long rulesOf(int left, int right) {
        long found = 0;
        for (int i = starts[left]; i < starts[left + 1]; i++) {
            for (int j = starts[right]; j < starts[right + 1]; j++) {
                // Blocks with members end at different places.
                found |= ends[i] == ends[j] ? 1L << ruleOf[i] : 0;
            }
        }
        return found;
    }

    /** Takes the blocks of one record after the other. Not thread-safe. */
    public static final class Builder {

        private static final int RULES_MAX = Long.SIZE;
        private static final int NO_BLOCK = -1;

        private final int blockRecordsMax;
        private final KeyDictionary keys = new KeyDictionary();
        private final RuleNames rules = new RuleNames(RULES_MAX);
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
                if (block == rules.size()) {
                    rules.add(name);
                }
                if (entries == blocks.length) {
                    blocks = Arrays.copyOf(blocks, longer(blocks.length));
                }
                blocks[entries++] = block;
            }
            starts[++records] = entries;
            return records - 1;
        }

        /** Takes a record out of its blocks, as one that was said anew; its number stays. */
        public void remove(int record) {
            for (int i = starts[record]; i < starts[record + 1]; i++) {
                if (blocks[i] >= 0) {
                    sizes[blocks[i]]--;
                    blocks[i] = NO_BLOCK;
                }
            }
        }

        /** Whether two records share a block, be it as large as it may. */
        public boolean areTogether(int left, int right) {
            for (int i = starts[left]; i < starts[left + 1]; i++) {
                for (int j = starts[right]; j < starts[right + 1]; j++) {
                    if (blocks[i] == blocks[j] && blocks[i] != NO_BLOCK) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static int longer(int length) {
            if (length > Integer.MAX_VALUE - 8 >> 1) {
                throw new IllegalStateException("more than a billion blocking keys: use fewer rules or files");
            }
            return length * 2;
        }

        /** To be called after the last record. */
        public CandidatePairs build() {
            byte[] ruleOfBlock = rules.inOrder();
            List<RuleBlocks> described = new BlockCensus(rules.names(), ruleOfBlock, sizes, blockRecordsMax)
                    .describe(keys, starts, blocks, records);
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
            byte[] ruleOf = new byte[live];
            int[] liveStarts = new int[records + 1];
            int at = 0;
            for (int record = 0; record < records; record++) {
                for (int i = starts[record]; i < starts[record + 1]; i++) {
                    int block = blocks[i];
                    if (block != NO_BLOCK && next[block] >= 0) {
                        members[next[block]] = record;
                        places[at] = next[block]++;
                        ruleOf[at] = ruleOfBlock[block];
                        ends[at++] = block;
                    }
                }
                liveStarts[record + 1] = at;
            }
            for (int i = 0; i < live; i++) {
                ends[i] = next[ends[i]];
            }
            return new CandidatePairs(records, described, liveStarts, places, ends, ruleOf, members);
        }
    }
}
