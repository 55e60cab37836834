package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pairs of a whole file's records that reach a weight, in the order of their records. The same for any number of
 * threads. Held as 16 bytes a pair.
 */
public final class PairScoring {

    private final int[] starts;
    private final int[] rights;
    private final double[] weights;
    private final int[] lefts;
    private final long compared;

    private PairScoring(int records, List<Found> found) {
        long total = found.stream().mapToLong(each -> each.size).sum();
        if (total > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException(
                    total + " pairs reach the weight for review: raise it, or take fewer records at a time");
        }
        compared = found.stream().mapToLong(each -> each.compared).sum();
        starts = new int[records + 1];
        for (Found each : found) {
            for (int i = 0; i < each.size; i++) {
                starts[each.lefts[i] + 1]++;
            }
        }
        for (int record = 0; record < records; record++) {
            starts[record + 1] += starts[record];
        }
        lefts = new int[(int) total];
        rights = new int[(int) total];
        weights = new double[(int) total];
        int[] next = Arrays.copyOf(starts, records);
        for (Found each : found) {
            for (int i = 0; i < each.size; i++) {
                insert(each.lefts[i], each.rights[i], each.weights[i], next[each.lefts[i]]++);
            }
        }
    }

    /** By insertion, as a record has few pairs. */
    private void insert(int left, int right, double weight, int end) {
        int at = end;
        while (at > starts[left] && rights[at - 1] > right) {
            rights[at] = rights[at - 1];
            weights[at] = weights[at - 1];
            at--;
        }
        lefts[end] = left;
        rights[at] = right;
        weights[at] = weight;
    }

    /** What one thread found. */
    private static final class Found {
        private int[] lefts = new int[1 << 10];
        private int[] rights = new int[1 << 10];
        private double[] weights = new double[1 << 10];
        private int size;
        private long compared;

        private void add(int left, int right, double weight) {
            if (size == lefts.length) {
                int longer = (int) Math.min(size * 3L / 2, Integer.MAX_VALUE - 8);
                lefts = Arrays.copyOf(lefts, longer);
                rights = Arrays.copyOf(rights, longer);
                weights = Arrays.copyOf(weights, longer);
            }
            lefts[size] = left;
            rights[size] = right;
            weights[size++] = weight;
        }
    }

    /**
     * Records as the model sees them, in their order. Some 1.5 KiB of memory each for people with name, birth date,
     * address and contacts.
     *
     * @param threads 1 or more
     */
    public static Subject[] subjects(MatchModel model, List<SourceRecord> records, int threads) {
        Subject[] subjects = new Subject[records.size()];
        Threads.inTurns(threads, subjects.length, () -> (from, to) -> {
            for (int i = from; i < to; i++) {
                subjects[i] = model.subject(records.get(i));
            }
        });
        return subjects;
    }

    /**
     * Scores every candidate pair.
     *
     * @param subjects by the numbers of the candidates
     * @param weightMin pairs below it are left out, in bits
     * @param threads 1 or more
     */
    public static PairScoring of(
            MatchModel model, Subject[] subjects, CandidatePairs candidates, double weightMin, int threads) {
        List<Found> found = new ArrayList<>();
        candidates.forEach(threads, () -> {
            Found own = new Found();
            synchronized (found) {
                found.add(own);
            }
            return (left, right) -> {
                own.compared++;
                double weight = model.weight(subjects[left], subjects[right]);
                if (weight >= weightMin) {
                    own.add(left, right, weight);
                }
            };
        });
        return new PairScoring(subjects.length, found);
    }

    /** How many pairs reach the weight. */
    public int size() {
        return lefts.length;
    }

    /** How many pairs were scored. */
    public long compared() {
        return compared;
    }

    /** The number of the left record of a pair, the smaller one. */
    public int left(int pair) {
        return lefts[pair];
    }

    public int right(int pair) {
        return rights[pair];
    }

    /** In bits. */
    public double weight(int pair) {
        return weights[pair];
    }
}
