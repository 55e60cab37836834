package io.goldenrod.quality;

import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Score;
import io.goldenrod.quality.RecordsRead.Refusal;
import java.util.List;
import java.util.Map;

/**
 * How a model judges a supplied set of pairs.
 *
 * @param pairs that were judged
 * @param unread lines that were left out
 * @param model as fitted to the pairs; its prior is the share of pairs of one person
 * @param worst those farthest from what was said of them
 * @param warnings how often which problem made a field be left out, by {@code code field}
 * @param refusals the first refused records
 */
public record PairsReport(
        long pairs,
        long unread,
        MatchModel model,
        double match,
        double review,
        Confusion all,
        Map<String, Confusion> groups,
        List<Judged> worst,
        Map<String, Long> warnings,
        List<Refusal> refusals) {

    /** A pair, what was said of it, and what the model says. */
    public record Judged(long line, String group, Verdict expected, Verdict verdict, Score score) {}

    /** How many pairs of which people said one thing are judged to be another. */
    public static final class Confusion {

        private final long[][] counts = new long[Verdict.values().length][Verdict.values().length];

        void add(Verdict expected, Verdict verdict) {
            counts[expected.ordinal()][verdict.ordinal()]++;
        }

        public long count(Verdict expected, Verdict verdict) {
            return counts[expected.ordinal()][verdict.ordinal()];
        }

        /** How many pairs people said this of. */
        public long expected(Verdict expected) {
            long sum = 0;
            for (long count : counts[expected.ordinal()]) {
                sum += count;
            }
            return sum;
        }

        public long pairs() {
            long sum = 0;
            for (Verdict verdict : Verdict.values()) {
                sum += expected(verdict);
            }
            return sum;
        }

        /** The share of pairs that are judged as people said, 0 to 1; 1 of none. */
        public double accuracy() {
            long right = 0;
            for (Verdict verdict : Verdict.values()) {
                right += count(verdict, verdict);
            }
            return pairs() == 0 ? 1 : (double) right / pairs();
        }

        /** The share of the pairs that people said one thing of that is judged to be another, 0 to 1. */
        public double share(Verdict expected, Verdict verdict) {
            long all = expected(expected);
            return all == 0 ? 0 : (double) count(expected, verdict) / all;
        }
    }
}
