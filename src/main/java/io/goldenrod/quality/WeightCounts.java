package io.goldenrod.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * How many pairs of one person, and of two, have which weight: in steps of one bit, those beyond the ends with the
 * ends.
 */
public final class WeightCounts {

    /** The weight at which the first and the last step start, in bits. */
    public static final int WEIGHT_MIN = -40;

    public static final int WEIGHT_MAX = 60;

    private final long[] same = new long[WEIGHT_MAX - WEIGHT_MIN + 1];
    private final long[] different = new long[same.length];

    /**
     * One step.
     *
     * @param from the least weight, in bits; it goes to the next whole one
     */
    public record Step(int from, long same, long different) {}

    /**
     * What joining the pairs from one weight on would come to, pair by pair.
     *
     * @param weight in bits
     */
    public record Point(int weight, PairwiseQuality quality) {}

    void add(double weight, boolean isSame) {
        int step = (int) Math.max(0, Math.min(same.length - 1, Math.floor(weight) - WEIGHT_MIN));
        (isSame ? same : different)[step]++;
    }

    /** From the first to the last that holds a pair. */
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        int last = -1;
        for (int i = 0; i < same.length; i++) {
            boolean empty = same[i] + different[i] == 0;
            if (!empty || !steps.isEmpty()) {
                steps.add(new Step(i + WEIGHT_MIN, same[i], different[i]));
            }
            last = empty ? last : steps.size();
        }
        return last < 0 ? List.of() : List.copyOf(steps.subList(0, last));
    }

    /** Pairs of one person that were counted. */
    long same() {
        long sum = 0;
        for (long each : same) {
            sum += each;
        }
        return sum;
    }

    /** @param truePairs those that were never compared included */
    List<Point> curve(long truePairs) {
        var points = new ArrayList<Point>();
        long found = 0;
        long correct = 0;
        for (int i = same.length - 1; i >= 0; i--) {
            found += same[i] + different[i];
            correct += same[i];
            if (same[i] + different[i] > 0 || !points.isEmpty()) {
                points.add(0, new Point(i + WEIGHT_MIN, new PairwiseQuality(found, truePairs, correct)));
            }
        }
        while (points.size() > 1 && points.get(0).quality().equals(points.get(1).quality())) {
            points.remove(0);
        }
        return List.copyOf(points);
    }
}
