package io.goldenrod.match;

import java.util.List;

/**
 * What one blocking rule does to a file.
 *
 * @param rule its name
 * @param records that have a key by it
 * @param keys of all records together
 * @param blocks distinct keys
 * @param skippedBlocks those with more records than are compared
 * @param skippedPairs those that all skipped blocks would have given, repeats included
 * @param largest blocks, skipped ones too, the largest first
 */
public record RuleBlocks(
        String rule, int records, long keys, int blocks, int skippedBlocks, long skippedPairs, List<Block> largest) {

    public RuleBlocks {
        largest = List.copyOf(largest);
    }

    /**
     * One block.
     *
     * @param key its name, which holds values of its records
     * @param records how many are in it
     */
    public record Block(String key, int records) {}
}
