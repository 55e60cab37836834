package io.goldenrod.match;

import io.goldenrod.match.RuleBlocks.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Counts a file's blocks by rule. */
final class BlockCensus {

    private static final int LARGEST_MAX = 10;

    private final List<String> rules;
    private final byte[] ruleOf;
    private final int[] sizes;
    private final int blockRecordsMax;

    /**
     * @param rules their names
     * @param ruleOf by block, its rule
     * @param sizes by block, its records
     */
    BlockCensus(List<String> rules, byte[] ruleOf, int[] sizes, int blockRecordsMax) {
        this.rules = rules;
        this.ruleOf = ruleOf;
        this.sizes = sizes;
        this.blockRecordsMax = blockRecordsMax;
    }

    /**
     * @param starts where the blocks of each record start in the list
     * @param blocks of one record after the other
     */
    List<RuleBlocks> describe(KeyDictionary keys, int[] starts, int[] blocks, int records) {
        int[] recordsOf = new int[rules.size()];
        int[] lastOf = new int[rules.size()];
        long[] keysOf = new long[rules.size()];
        for (int record = 0; record < records; record++) {
            for (int i = starts[record]; i < starts[record + 1]; i++) {
                if (blocks[i] < 0) {
                    continue;
                }
                int rule = ruleOf[blocks[i]];
                keysOf[rule]++;
                recordsOf[rule] += lastOf[rule] == record + 1 ? 0 : 1;
                lastOf[rule] = record + 1;
            }
        }
        int[] blocksOf = new int[rules.size()];
        int[] skippedOf = new int[rules.size()];
        long[] skippedPairsOf = new long[rules.size()];
        for (int block = 0; block < ruleOf.length; block++) {
            int rule = ruleOf[block];
            blocksOf[rule] += sizes[block] > 0 ? 1 : 0;
            if (sizes[block] > blockRecordsMax) {
                skippedOf[rule]++;
                skippedPairsOf[rule] += (long) sizes[block] * (sizes[block] - 1) / 2;
            }
        }
        List<List<Block>> largest = largest(keys);
        List<RuleBlocks> described = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            described.add(new RuleBlocks(
                    rules.get(rule),
                    recordsOf[rule],
                    keysOf[rule],
                    blocksOf[rule],
                    skippedOf[rule],
                    skippedPairsOf[rule],
                    largest.get(rule)));
        }
        return described;
    }

    /** By rule; of blocks alike in size those first in the alphabet. */
    private List<List<Block>> largest(KeyDictionary keys) {
        Comparator<Block> bySize =
                Comparator.comparingInt(Block::records).thenComparing(Block::key, Comparator.reverseOrder());
        List<PriorityQueue<Block>> queues = new ArrayList<>();
        rules.forEach(rule -> queues.add(new PriorityQueue<>(bySize)));
        for (int block = 0; block < ruleOf.length; block++) {
            PriorityQueue<Block> queue = queues.get(ruleOf[block]);
            if (queue.size() < LARGEST_MAX || sizes[block] >= queue.peek().records()) {
                queue.add(new Block(keys.text(block), sizes[block]));
                if (queue.size() > LARGEST_MAX) {
                    queue.poll();
                }
            }
        }
        return queues.stream()
                .map(queue -> queue.stream().sorted(bySize.reversed()).toList())
                .toList();
    }
}
