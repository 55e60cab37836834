package io.goldenrod.quality;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.RecordSource;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.match.Blocking;
import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.CandidatePairs.RulePairs;
import io.goldenrod.match.RuleBlocks;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.policy.BlockingRule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Which pairs of records blocking rules find in files, and how many of the true ones. Of several statements of one
 * record the newest counts. Holds the keys of all records, not the records themselves.
 */
public final class BlockingAnalysis {

    private final BiFunction<RawRecord, Instant, NormalizedRecord> normalizer;
    private final List<BlockingRule> rules;
    private final Blocking blocking;
    private final int blockRecordsMax;
    private final Instant arrival;
    private final CandidatePairs.Builder blocks;
    private final Map<RecordKey, Statement> statements = new LinkedHashMap<>();
    private long lines;
    private long refused;

    private record Statement(int number, Instant observedAt) {}

    /**
     * What was found.
     *
     * @param lines of all files, blank ones not counted
     * @param records distinct ones
     * @param refused lines that were no record
     * @param blockRecordsMax a block with more records was skipped
     * @param allPairs that the records could make
     * @param pairs distinct ones that some rule finds
     * @param rules in the order in which they were written
     * @param truth how many of the true pairs; null when the truth was not given
     */
    public record Findings(
            long lines,
            long records,
            long refused,
            int blockRecordsMax,
            long allPairs,
            long pairs,
            List<RuleFindings> rules,
            TruthFindings truth) {

        /** The share of all pairs that need not be compared, 0 to 1. */
        public double reduction() {
            return allPairs == 0 ? 1 : 1 - (double) pairs / allPairs;
        }
    }

    /**
     * What one rule found.
     *
     * @param rule as it is written
     * @param blocks its blocks; those of a rule of which no record has all parts are none
     * @param pairs that it finds, and those that no rule before it finds, in the order of their names
     * @param truePairs that it finds; 0 without a truth
     * @param trueAlone those of them that no other rule finds
     */
    public record RuleFindings(BlockingRule rule, RuleBlocks blocks, RulePairs pairs, long truePairs, long trueAlone) {}

    /**
     * How many of the true pairs the rules find together.
     *
     * @param unlabelled records that the truth does not name
     * @param pairs of records of one entity
     * @param found those of them that some rule finds
     * @param skipped those missed for the size of their blocks alone
     * @param missed the first of those that are missed
     */
    public record TruthFindings(long unlabelled, long pairs, long found, long skipped, List<Missed> missed) {

        /** The share of the true pairs that are compared, 0 to 1. */
        public double recall() {
            return pairs == 0 ? 1 : (double) found / pairs;
        }
    }

    /**
     * A true pair that no rule finds.
     *
     * @param skipped whether they share a block that is too large
     */
    public record Missed(RecordKey left, RecordKey right, boolean skipped) {}

    /** @param arrival when all records count as taken in; dates after it lie in the future */
    public BlockingAnalysis(
            BiFunction<RawRecord, Instant, NormalizedRecord> normalizer,
            List<BlockingRule> rules,
            int blockRecordsMax,
            Instant arrival) {
        this.normalizer = normalizer;
        this.rules = List.copyOf(rules);
        this.blocking = new Blocking(rules);
        this.blockRecordsMax = blockRecordsMax;
        this.arrival = arrival;
        this.blocks = new CandidatePairs.Builder(blockRecordsMax);
    }

    /** Takes the records of a file. */
    public void add(RecordSource source) throws IOException {
        for (SourceLine line = source.next(); line != null; line = source.next()) {
            lines++;
            if (line.parsed() instanceof ParsedRecord.Read read
                    && normalizer.apply(read.record(), arrival) instanceof NormalizedRecord.Accepted accepted) {
                take(accepted.record());
            } else {
                refused++;
            }
        }
    }

    private void take(SourceRecord record) {
        Statement before = statements.get(record.key());
        if (before != null && record.observedAt().isBefore(before.observedAt)) {
            return;
        }
        if (before != null) {
            blocks.remove(before.number);
        }
        statements.put(record.key(), new Statement(blocks.add(blocking.keys(record)), record.observedAt()));
    }

    /**
     * @param truthOrNull what the truth says of the records
     * @param missedMax so many pairs that are missed are told
     * @param threads 1 or more
     */
    public Findings find(Truth truthOrNull, int missedMax, int threads) {
        CandidatePairs pairs = blocks.build();
        List<RulePairs> counts = pairs.count(threads);
        long[] truePairs = new long[pairs.rules().size()];
        long[] trueAlone = new long[pairs.rules().size()];
        TruthFindings truth = truthOrNull == null ? null : compare(truthOrNull, pairs, missedMax, truePairs, trueAlone);
        List<RuleFindings> found = new ArrayList<>();
        for (BlockingRule rule : rules) {
            int at = placeOf(rule, pairs);
            found.add(
                    at < 0
                            ? new RuleFindings(
                                    rule,
                                    new RuleBlocks(rule.name(), 0, 0, 0, 0, 0, List.of()),
                                    new RulePairs(0, 0),
                                    0,
                                    0)
                            : new RuleFindings(
                                    rule, pairs.rules().get(at), counts.get(at), truePairs[at], trueAlone[at]));
        }
        long records = statements.size();
        return new Findings(
                lines,
                records,
                refused,
                blockRecordsMax,
                records * (records - 1) / 2,
                counts.stream().mapToLong(RulePairs::added).sum(),
                found,
                truth);
    }

    private static int placeOf(BlockingRule rule, CandidatePairs pairs) {
        for (int i = 0; i < pairs.rules().size(); i++) {
            if (pairs.rules().get(i).rule().equals(rule.name())) {
                return i;
            }
        }
        return -1;
    }

    private TruthFindings compare(
            Truth truth, CandidatePairs pairs, int missedMax, long[] truePairs, long[] trueAlone) {
        Map<String, List<RecordKey>> entities = new HashMap<>();
        long unlabelled = 0;
        for (RecordKey key : statements.keySet()) {
            String entity = truth.entityOf(key);
            if (entity == null) {
                unlabelled++;
            } else {
                entities.computeIfAbsent(entity, absent -> new ArrayList<>()).add(key);
            }
        }
        long all = 0;
        long found = 0;
        long skipped = 0;
        List<Missed> missed = new ArrayList<>();
        for (List<RecordKey> entity : entities.values()) {
            for (int i = 0; i < entity.size(); i++) {
                int left = statements.get(entity.get(i)).number;
                for (int j = i + 1; j < entity.size(); j++) {
                    int right = statements.get(entity.get(j)).number;
                    all++;
                    long by = pairs.rulesOf(left, right);
                    if (by != 0) {
                        found++;
                        tally(by, truePairs, trueAlone);
                        continue;
                    }
                    boolean together = blocks.areTogether(left, right);
                    skipped += together ? 1 : 0;
                    if (missed.size() < missedMax) {
                        missed.add(new Missed(entity.get(i), entity.get(j), together));
                    }
                }
            }
        }
        return new TruthFindings(unlabelled, all, found, skipped, missed);
    }

    private static void tally(long by, long[] truePairs, long[] trueAlone) {
        for (long rest = by; rest != 0; rest &= rest - 1) {
            int rule = Long.numberOfTrailingZeros(rest);
            truePairs[rule]++;
            trueAlone[rule] += Long.bitCount(by) == 1 ? 1 : 0;
        }
    }
}
