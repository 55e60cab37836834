package io.goldenrod.resolution;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pairs of records that share a block and are worth a steward's look or more, with their weights. */
final class ScoredPairs {

    private final Subject[] subjects;
    private final MatchModel model;
    private int[] lefts = new int[1024];
    private int[] rights = new int[1024];
    private double[] weights = new double[1024];
    private int size;
    private long compared;

    private ScoredPairs(List<SourceRecord> records, MatchModel model) {
        this.model = model;
        subjects = new Subject[records.size()];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = model.subject(records.get(i));
        }
    }

    /**
     * @param records in the order of their keys
     */
    static ScoredPairs of(List<SourceRecord> records, Matcher matcher) {
        ScoredPairs pairs = new ScoredPairs(records, matcher.model());
        List<List<int[]>> blocksOf = blocks(records, matcher);
        int[] comparedWith = new int[records.size()];
        Arrays.fill(comparedWith, -1);
        for (int left = 0; left < comparedWith.length; left++) {
            for (int[] block : blocksOf.get(left)) {
                for (int right : block) {
                    if (right > left && comparedWith[right] != left) {
                        comparedWith[right] = left;
                        pairs.compare(left, right, matcher);
                    }
                }
            }
        }
        return pairs;
    }

    /** By record, the blocks that are not too large. */
    private static List<List<int[]>> blocks(List<SourceRecord> records, Matcher matcher) {
        Map<String, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            for (String block : matcher.blocks(records.get(i))) {
                members.computeIfAbsent(block, absent -> new ArrayList<>(2)).add(i);
            }
        }
        List<List<int[]>> blocksOf = new ArrayList<>(records.size());
        records.forEach(record -> blocksOf.add(new ArrayList<>()));
        for (List<Integer> block : members.values()) {
            if (block.size() > 1 && block.size() <= matcher.matching().blockRecordsMax()) {
                int[] indexes = block.stream().mapToInt(Integer::intValue).toArray();
                block.forEach(index -> blocksOf.get(index).add(indexes));
            }
        }
        return blocksOf;
    }

    private void compare(int left, int right, Matcher matcher) {
        double weight = weight(left, right);
        compared++;
        if (matcher.verdict(weight) == Verdict.NONE) {
            return;
        }
        if (size == lefts.length) {
            lefts = Arrays.copyOf(lefts, 2 * size);
            rights = Arrays.copyOf(rights, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        lefts[size] = left;
        rights[size] = right;
        weights[size] = weight;
        size++;
    }

    /** The weight of any two records, whether they share a block or not. */
    double weight(int left, int right) {
        return model.weight(subjects[left], subjects[right]);
    }

    int size() {
        return size;
    }

    int left(int pair) {
        return lefts[pair];
    }

    int right(int pair) {
        return rights[pair];
    }

    double weight(int pair) {
        return weights[pair];
    }

    /** How many pairs share a block. */
    long compared() {
        return compared;
    }
}
