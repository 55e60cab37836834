package io.goldenrod.quality;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.file.PairFile;
import io.goldenrod.ingest.file.PairFile.Pair;
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

/**
 * Judges a supplied set of pairs by a model and two thresholds, against what people said of them: match, possible
 * match, or no match.
 *
 * <p>A set of pairs that somebody picked holds far more matches than all pairs of a population, and far fewer that
 * look nothing alike. So the model is fitted to the set first, without what people said: its prior, and how often two
 * records of different people agree.
 */
public final class PairsEvaluation {

    private final RecordsRead read;
    private final List<Said> pairs = new ArrayList<>();
    private long unread;

    private record Said(long line, SourceRecord left, SourceRecord right, Verdict expected, String group) {}

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

    /**
     * @param learning whether to learn from the pairs how often records of one person agree, too
     * @param prior the share of pairs of one person, above 0 and below 1; 0 to learn it
     * @param worstMax how many of the worst mistakes are told
     */
    public PairsReport report(MatchModel model, Matching matching, boolean learning, double prior, int worstMax) {
        List<Score> scores = pairs.stream().map(pair -> score(model, pair)).toList();
        MatchModel fitted = PairSetModel.fitted(model, scores, learning, prior);
        var all = new PairsReport.Confusion();
        Map<String, PairsReport.Confusion> groups = new TreeMap<>();
        List<PairsReport.Judged> judged = new ArrayList<>();
        for (Said pair : pairs) {
            Score score = score(fitted, pair);
            Verdict verdict = score.probability() >= matching.match()
                    ? Verdict.MATCH
                    : score.probability() >= matching.review() ? Verdict.REVIEW : Verdict.NONE;
            all.add(pair.expected(), verdict);
            groups.computeIfAbsent(pair.group(), name -> new PairsReport.Confusion())
                    .add(pair.expected(), verdict);
            judged.add(new PairsReport.Judged(pair.line(), pair.group(), pair.expected(), verdict, score));
        }
        return new PairsReport(
                pairs.size(),
                unread,
                fitted,
                matching.match(),
                matching.review(),
                all,
                groups,
                worst(judged, worstMax),
                read.warnings(),
                read.refusals());
    }

    private static Score score(MatchModel model, Said pair) {
        return model.score(model.subject(pair.left()), model.subject(pair.right()));
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
        return Math.abs(right - pair.score().probability());
    }
}
