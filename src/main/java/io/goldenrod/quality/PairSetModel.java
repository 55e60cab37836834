package io.goldenrod.quality;

import io.goldenrod.match.Comparisons;
import io.goldenrod.match.FieldModel;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.ModelWriter;
import io.goldenrod.match.Score;
import io.goldenrod.match.TermFrequencies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A model fitted to a supplied set of pairs by expectation maximisation, without what people said of them.
 *
 * <p>How often two records of one person agree is a fact about people, and comes from the model at hand. How often two
 * of different people do is a fact about the set: whoever picked the pairs picked them because they look alike, by the
 * same birth date perhaps, and agreement there then says nothing. Two people of one household are a class of their own,
 * as they are in the model: address and postal code agree together or not at all, and would count twice otherwise.
 */
final class PairSetModel {

    private static final int ITERATIONS_MAX = 500;
    private static final double CHANGE_MAX = 1e-7;

    /** The model's figures count as so many pairs where they are learnt anew. */
    private static final double PSEUDO_PAIRS = 500;

    private static final double SMOOTHING = 0.5;
    private static final String ADDRESS = "address";

    private final MatchModel model;
    private final List<int[]> levels;
    private final boolean learning;
    private final double given;
    private final double[][] m;
    private final double[][] u;
    private final double[][] related;

    /** Of a field's weight, what counts: fields of one address agree and disagree together, and count as one. */
    private final double[] portion;

    private double prior;
    private double relatedPrior;

    /**
     * @param learning whether to learn how often records of one person agree as well
     * @param given the share of pairs of one person; 0 to learn it
     */
    private PairSetModel(MatchModel model, List<int[]> levels, boolean learning, double given) {
        this.model = model;
        this.levels = levels;
        this.learning = learning;
        this.given = given;
        prior = given > 0 ? given : 0.5;
        m = new double[model.fields().size()][];
        u = new double[m.length][];
        related = new double[m.length][];
        portion = portions(model);
        relatedPrior = model.relatedPrior() > 0 ? (1 - prior) / 2 : 0;
        for (int i = 0; i < m.length; i++) {
            List<Double> start = model.fields().get(i).m();
            m[i] = start.stream().mapToDouble(Double::doubleValue).toArray();
            u[i] = new double[m[i].length];
            related[i] = model.fields().get(i).related().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
    }

    private static double[] portions(MatchModel model) {
        boolean[] place = new boolean[model.fields().size()];
        int places = 0;
        for (int i = 0; i < place.length; i++) {
            FieldModel field = model.fields().get(i);
            List<String> reads = Comparisons.fields(field.comparison().kind(), field.reads());
            place[i] = reads.stream().allMatch(read -> read.equals(ADDRESS) || read.startsWith(ADDRESS + "."));
            places += place[i] ? 1 : 0;
        }
        double[] portions = new double[place.length];
        for (int i = 0; i < place.length; i++) {
            portions[i] = place[i] ? 1.0 / places : 1;
        }
        return portions;
    }

    /** @param scores of the pairs by the model */
    static MatchModel fitted(MatchModel model, List<Score> scores, boolean learning, double given) {
        List<int[]> levels = scores.stream().map(score -> levels(model, score)).toList();
        var set = new PairSetModel(model, levels, learning, given);
        set.step(true);
        double before = -1;
        for (int i = 0; i < ITERATIONS_MAX && Math.abs(set.prior - before) > CHANGE_MAX; i++) {
            before = set.prior;
            set.step(false);
        }
        return set.result();
    }

    private static int[] levels(MatchModel model, Score score) {
        int[] levels = new int[model.fields().size()];
        for (int i = 0; i < levels.length; i++) {
            FieldModel field = model.fields().get(i);
            levels[i] = score.parts().stream()
                    .filter(part -> part.field().equals(field.name()))
                    .mapToInt(part -> field.comparison().levels().indexOf(part.level()))
                    .findFirst()
                    .orElse(-1);
        }
        return levels;
    }

    /** @param start whether all pairs count as if they were of two people, to begin with */
    private void step(boolean start) {
        double[][] same = new double[m.length][];
        double[][] other = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            same[i] = new double[m[i].length];
            other[i] = new double[m[i].length];
            for (int level = 0; level < m[i].length; level++) {
                same[i][level] = PSEUDO_PAIRS * model.fields().get(i).m().get(level);
                other[i][level] = SMOOTHING;
            }
        }
        double samePairs = 1;
        double relatedPairs = 1;
        for (int[] pair : levels) {
            double[] shares = start ? new double[] {0, 0, 1} : shares(pair);
            samePairs += shares[0];
            relatedPairs += shares[1];
            for (int i = 0; i < pair.length; i++) {
                if (pair[i] >= 0) {
                    same[i][pair[i]] += shares[0];
                    other[i][pair[i]] += shares[2] + (related[i].length == 0 ? shares[1] : 0);
                }
            }
        }
        for (int i = 0; i < m.length; i++) {
            u[i] = normalized(other[i]);
            m[i] = learning && !start && related[i].length == 0 ? normalized(same[i]) : m[i];
        }
        if (!start) {
            double all = levels.size() + 3;
            prior = given > 0 ? given : samePairs / all;
            relatedPrior = relatedPrior == 0 ? 0 : relatedPairs / (all - samePairs) * (1 - prior);
        }
    }

    private static double[] normalized(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            shares[i] = counts[i] / sum;
        }
        return shares;
    }

    /** How likely the pair is of one person, of one household, of neither. */
    private double[] shares(int[] pair) {
        double[] odds = {prior, relatedPrior, 1 - prior - relatedPrior};
        for (int i = 0; i < pair.length; i++) {
            if (pair[i] >= 0) {
                double strangers = u[i][pair[i]];
                odds[0] *= Math.pow(m[i][pair[i]] / strangers, portion[i]);
                odds[1] *= related[i].length == 0 ? 1 : Math.pow(related[i][pair[i]] / strangers, portion[i]);
            }
        }
        double sum = odds[0] + odds[1] + odds[2];
        return new double[] {odds[0] / sum, odds[1] / sum, odds[2] / sum};
    }

    private MatchModel result() {
        List<FieldModel> fields = new ArrayList<>();
        for (int i = 0; i < m.length; i++) {
            FieldModel field = model.fields().get(i);
            fields.add(new FieldModel(
                    field.name(),
                    field.comparison(),
                    field.reads(),
                    Arrays.stream(m[i]).boxed().toList(),
                    toward(m[i], u[i], portion[i]),
                    toward(m[i], related[i], portion[i]),
                    TermFrequencies.NONE));
        }
        return ModelWriter.hashed(model.name(), model.version(), prior, relatedPrior, fields);
    }

    /** So much nearer to m that of the weight the portion is left. */
    private static List<Double> toward(double[] m, double[] other, double portion) {
        List<Double> nearer = new ArrayList<>();
        for (int level = 0; level < other.length; level++) {
            nearer.add(m[level] * Math.pow(other[level] / m[level], portion));
        }
        return nearer;
    }
}
