package io.goldenrod.quality;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.file.PairFile;
import io.goldenrod.ingest.file.PairFile.Pair;
import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Score;
import io.goldenrod.policy.Matching;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges a supplied set of pairs by a model and two thresholds, against what people said of them: match, possible match,
 * or no match.
 *
 * <p>A set of pairs that somebody picked holds far more matches than all pairs of a population, so the prior of the set
 * takes the place of the model's: given, or learnt from the weights of the pairs, without what people said.
 */
public final class PairsEvaluation {

    private static final int ITERATIONS_MAX = 500;
    private static final double CHANGE_MAX = 1e-9;

    private final RecordsRead read;
    private final List<Said> pairs = new ArrayList<>();
    private long unread;

    private record Said(long line, SourceRecord left, SourceRecord right, Verdict expected, String group) {}

    /** What a score says of the classes: how much likelier the pair is for one person, or for a household, than not. */
    private record Ratios(double same, double related) {}

    /** @param read takes the records of both sides, and tells what was refused */
    public PairsEvaluation(RecordsRead read) {
        this.read = read;
    }

    /**
     * Takes the pairs of a file. A line is left out when either record is refused, or nobody said what it is.
     *
     * @param expect the column that says what the pair is
     * @param group a column by which the result is told apart; null for none
     */
    public void add(String name, PairFile file, String expect, String group) throws IOException {
        for (Pair pair = file.next(); pair != null; pair = file.next()) {
            SourceRecord left = read.add(name, pair.number(), pair.left());
            SourceRecord right = read.add(name, pair.number(), pair.right());
            Verdict expected = verdict(pair.columns().getOrDefault(expect, ""));
            if (left == null || right == null || expected == null) {
                unread++;
            } else {
                pairs.add(new Said(
                        pair.number(),
                        left,
                        right,
                        expected,
                        group == null ? "" : pair.columns().getOrDefault(group, "")));
            }
        }
    }

    private static Verdict verdict(String said) {
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "match", "same", "yes", "true", "1", "duplicate" -> Verdict.MATCH;
            case "possible match", "possible", "review", "maybe", "unsure" -> Verdict.REVIEW;
            case "not a match", "no match", "different", "no", "false", "0", "distinct" -> Verdict.NONE;
            default -> null;
        };
    }

    /** The records of both sides, pair by pair: what a model can be learnt from. */
    public List<SourceRecord> records() {
        List<SourceRecord> records = new ArrayList<>();
        pairs.forEach(pair -> records.addAll(List.of(pair.left(), pair.right())));
        return records;
    }

    /** The pairs themselves, numbered as in {@link #records()}. */
    public CandidatePairs candidates() {
        var builder = new CandidatePairs.Builder(2);
        for (Said pair : pairs) {
            var block = new TreeSet<>(List.of("pair=" + pair.line()));
            builder.add(block);
            builder.add(block);
        }
        return builder.build();
    }

    /**
     * @param prior the share of pairs of one person, above 0 and below 1; 0 to learn it
     * @param worstMax how many of the worst mistakes are told
     */
    public PairsReport report(MatchModel model, Matching matching, double prior, int worstMax) {
        List<Score> scores = new ArrayList<>();
        List<Ratios> ratios = new ArrayList<>();
        for (Said pair : pairs) {
            Score score = model.score(model.subject(pair.left()), model.subject(pair.right()));
            scores.add(score);
            ratios.add(ratios(score, model));
        }
        double[] shares = shares(ratios, prior);
        var all = new PairsReport.Confusion();
        Map<String, PairsReport.Confusion> groups = new TreeMap<>();
        List<PairsReport.Judged> judged = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Said pair = pairs.get(i);
            Ratios ratio = ratios.get(i);
            double odds = shares[0] * ratio.same() / (shares[1] * ratio.related() + shares[2]);
            double probability = odds / (1 + odds);
            Verdict verdict = probability >= matching.match()
                    ? Verdict.MATCH
                    : probability >= matching.review() ? Verdict.REVIEW : Verdict.NONE;
            all.add(pair.expected(), verdict);
            groups.computeIfAbsent(pair.group(), name -> new PairsReport.Confusion())
                    .add(pair.expected(), verdict);
            judged.add(new PairsReport.Judged(
                    pair.line(), pair.group(), pair.expected(), verdict, probability, scores.get(i)));
        }
        return new PairsReport(
                pairs.size(),
                unread,
                model,
                matching.match(),
                matching.review(),
                shares[0],
                shares[1],
                all,
                groups,
                worst(judged, worstMax),
                read.warnings(),
                read.refusals());
    }

    private static List<PairsReport.Judged> worst(List<PairsReport.Judged> judged, int worstMax) {
        return judged.stream()
                .filter(pair -> pair.expected() != pair.verdict())
                .sorted(Comparator.comparingDouble(PairsEvaluation::distance)
                        .reversed()
                        .thenComparing(PairsReport.Judged::line))
                .limit(worstMax)
                .toList();
    }

    private static double distance(PairsReport.Judged pair) {
        double right = pair.expected() == Verdict.MATCH ? 1 : pair.expected() == Verdict.REVIEW ? 0.5 : 0;
        return Math.abs(right - pair.probability());
    }

    private static Ratios ratios(Score score, MatchModel model) {
        double related = 0;
        double same = score.weight();
        for (Score.Part part : score.parts()) {
            if (part.field().equals("related")) {
                related = Math.pow(2, -part.weight()) - 1;
                same -= part.weight();
            } else if (part.field().equals("prior")) {
                same -= part.weight();
            }
        }
        double others = 1 - model.prior() - model.relatedPrior();
        return new Ratios(Math.pow(2, same), model.relatedPrior() == 0 ? 0 : related * others / model.relatedPrior());
    }

    /** The shares of pairs of one person, of a household, and of neither, by expectation maximisation. */
    private static double[] shares(List<Ratios> ratios, double prior) {
        double[] shares =
                prior > 0 ? new double[] {prior, (1 - prior) / 2, (1 - prior) / 2} : new double[] {0.4, 0.3, 0.3};
        boolean related = ratios.stream().anyMatch(ratio -> ratio.related() > 0);
        if (!related) {
            shares[2] += shares[1];
            shares[1] = 0;
        }
        double change = 1;
        for (int i = 0; i < ITERATIONS_MAX && change > CHANGE_MAX && !ratios.isEmpty(); i++) {
            double[] sums = {1, related ? 1 : 0, 1};
            for (Ratios ratio : ratios) {
                double same = shares[0] * Math.min(ratio.same(), 1e100);
                double kin = shares[1] * Math.min(ratio.related(), 1e100);
                double all = same + kin + shares[2];
                sums[0] += same / all;
                sums[1] += kin / all;
                sums[2] += shares[2] / all;
            }
            double total = sums[0] + sums[1] + sums[2];
            double rest = prior > 0 ? (1 - prior) / (sums[1] + sums[2]) : 1 / total;
            double[] next = {prior > 0 ? prior : sums[0] / total, sums[1] * rest, sums[2] * rest};
            change = Math.abs(next[0] - shares[0]) + Math.abs(next[1] - shares[1]);
            shares = next;
        }
        return shares;
    }
}
