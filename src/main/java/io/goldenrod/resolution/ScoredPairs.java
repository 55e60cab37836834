package io.goldenrod.resolution;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The pairs of records that share a block and are worth a steward's look or more, with their weights. */
final class ScoredPairs {

    private final Subject[] subjects;
    private final MatchModel model;
    private final List<Found> found = Collections.synchronizedList(new ArrayList<>());

    private ScoredPairs(List<SourceRecord> records, MatchModel model) {
        this.model = model;
        subjects = new Subject[records.size()];
        Arrays.parallelSetAll(subjects, record -> model.subject(records.get(record)));
    }

    /** Takes scored pairs, in an order of its own. */
    @FunctionalInterface
    interface Taker {
        void take(int left, int right, double weight);
    }

    /** All that one thread found. */
    private final class Found implements CandidatePairs.Sink {
        private final Matcher matcher;
        private int[] lefts = new int[1024];
        private int[] rights = new int[1024];
        private double[] weights = new double[1024];
        private int size;
        private long compared;

        Found(Matcher matcher) {
            this.matcher = matcher;
            found.add(this);
        }

        @Override
        public void take(int left, int right) {
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
    }

    /**
     * Over all processors that there are.
     *
     * @param records in the order of their keys
     */
    static ScoredPairs of(List<SourceRecord> records, Matcher matcher) {
        var builder = new CandidatePairs.Builder(matcher.matching().blockRecordsMax());
        records.forEach(record -> builder.add(matcher.blocks(record)));
        CandidatePairs candidates = builder.build();
        ScoredPairs pairs = new ScoredPairs(records, matcher.model());
        candidates.forEach(Runtime.getRuntime().availableProcessors(), () -> pairs.new Found(matcher));
        return pairs;
    }

    /** The weight of any two records, whether they share a block or not. */
    double weight(int left, int right) {
        return model.weight(subjects[left], subjects[right]);
    }

    void forEach(Taker taker) {
        for (Found each : found) {
            for (int i = 0; i < each.size; i++) {
                taker.take(each.lefts[i], each.rights[i], each.weights[i]);
            }
        }
    }

    int size() {
        return found.stream().mapToInt(each -> each.size).sum();
    }

    /** How many pairs share a block. */
    long compared() {
        return found.stream().mapToLong(each -> each.compared).sum();
    }
}
