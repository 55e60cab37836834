package io.goldenrod.partition;

import io.goldenrod.partition.Partition.Obstacle;
import io.goldenrod.policy.Matching;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Looks at the records on both sides of a link before it joins them: a is like b, b is like c, but a is not like c.
 *
 * <p>The mean over the pairs across is summed in whole 2<sup>-20</sup> bits, so that it comes out the same in whatever
 * order the pairs are taken.
 */
final class ChainGuard {

    private static final double UNITS_PER_BIT = 1 << 20;

    /** No weight counts for more, so that one pair cannot outweigh any number of others. */
    private static final double WEIGHT_LIMIT = 1_000;

    private static final Obstacle UNDECIDED = new Obstacle(Constraint.CHAIN, "some of the records are not at hand");

    private final Component component;
    private final Matching.Chain chain;
    private final Samples samples;
    private final Map<Long, Refusal> refusals = new HashMap<>();
    private boolean decided = true;

    ChainGuard(Component component, Matching.Chain chain) {
        this.component = component;
        this.chain = chain;
        this.samples = new Samples(component, chain.sampleMax());
    }

    /** An answer that stands as long as neither side has other records to look at. */
    private record Refusal(int[] left, int[] right, Obstacle obstacle) {}

    /** What keeps the clusters of these two roots apart, or null. */
    Obstacle obstacle(int left, int right) {
        int[] ours = samples.of(left);
        int[] theirs = samples.of(right);
        if (ours.length == 0 && !samples.isOpaque(left) || theirs.length == 0 && !samples.isOpaque(right)) {
            return null;
        }
        if (samples.isOpaque(left) || samples.isOpaque(right)) {
            decided = false;
            return UNDECIDED;
        }
        long pair = (long) Math.min(left, right) << 32 | Math.max(left, right);
        boolean turned = left > right;
        Refusal before = refusals.get(pair);
        if (before != null && before.left == (turned ? theirs : ours) && before.right == (turned ? ours : theirs)) {
            return before.obstacle;
        }
        double mean = mean(ours, theirs);
        if (mean >= chain.weightMin()) {
            return null;
        }
        var obstacle = new Obstacle(
                Constraint.CHAIN,
                String.format(
                        Locale.ROOT,
                        "mean weight %.1f over %d pairs, at least %s",
                        mean,
                        ours.length * theirs.length,
                        chain.weightMin()));
        refusals.put(pair, new Refusal(turned ? theirs : ours, turned ? ours : theirs, obstacle));
        return obstacle;
    }

    /** Whether all records that it had to look at were at hand. */
    boolean isDecided() {
        return decided;
    }

    private double mean(int[] left, int[] right) {
        if (component.pairWeight == null) {
            throw new IllegalStateException("a guard against chains needs the weights of pairs");
        }
        long units = 0;
        for (int ours : left) {
            for (int theirs : right) {
                double weight = component.pairWeight.between(ours, theirs);
                units += Math.round(Math.max(-WEIGHT_LIMIT, Math.min(WEIGHT_LIMIT, weight)) * UNITS_PER_BIT);
            }
        }
        return units / UNITS_PER_BIT / (left.length * right.length);
    }

    void merge(int root, int child) {
        samples.merge(root, child);
    }
}
