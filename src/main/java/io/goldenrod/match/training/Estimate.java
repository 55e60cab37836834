package io.goldenrod.match.training;

import io.goldenrod.match.FieldModel;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.training.LevelTable.Label;
import java.util.Arrays;
import java.util.List;

/** What is believed of the three classes so far, and one step of expectation maximisation to believe better. */
final class Estimate {

    /** Above this, models are refused that leave too few pairs to strangers. */
    private static final double PRIOR_MAX = 0.45;

    private static final double NEAR_PRIOR_MAX = 0.14;

    /** In all the records have, so that a class that has died can come back. */
    private static final double PAIRS_MIN = 0.5;

    private static final double LOG_2 = Math.log(2);
    /** No level is rarer between strangers: a sample cannot tell, and the weight of one field stays below 24 bits. */
    private static final double U_MIN = 1e-7;
    /**
     * The template's figures for strangers count as such a share of the pairs, at most: a level that a sample of
     * strangers never reaches, and hardly any pair of one person, then weighs about what it weighs in the template.
     */
    private static final double U_PSEUDO_SHARE_MAX = 0.05;

    private final List<FieldModel> template;
    private final LevelTable candidates;
    private final LevelTable random;
    private final double population;
    private final double share;
    private final double pseudoPairs;

    final double[][] m;
    final double[][] u;
    final double[][] related;
    final double[][] neighbors;
    /** By field: how many pairs of one person have it, as far as is believed. */
    final double[] evidence;

    double prior;
    double relatedPrior;
    double neighborsPrior;
    private double logLikelihood;

    private double[][] logM;
    private double[][] logU;
    private double[][] logRelated;
    private double[][] logNeighbors;
    private double[] logPriors;

    /**
     * @param candidates the pairs among which those of one person are
     * @param random pairs picked at random, or all
     * @param population how many pairs there are in all, those that share no block included
     * @param share how many of the candidates are in the table, above 0 and at most 1
     */
    Estimate(
            MatchModel template,
            LevelTable candidates,
            LevelTable random,
            double population,
            double share,
            double pseudoPairs) {
        this.template = template.fields();
        this.candidates = candidates;
        this.random = random;
        this.population = population;
        this.share = share;
        this.pseudoPairs = pseudoPairs;
        int fields = this.template.size();
        m = new double[fields][];
        u = new double[fields][];
        related = new double[fields][];
        neighbors = new double[fields][];
        evidence = new double[fields];
        for (int i = 0; i < fields; i++) {
            m[i] = array(this.template.get(i).m());
            u[i] = array(this.template.get(i).u());
            related[i] = arrayOrNull(this.template.get(i).related());
            neighbors[i] = arrayOrNull(this.template.get(i).neighbors());
        }
    }

    private static double[] arrayOrNull(List<Double> values) {
        return values.isEmpty() ? null : array(values);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Sets where to start from: how many pairs of each class there are. */
    void start(double same, double household, double near) {
        prior = Math.min(PRIOR_MAX, Math.max(same, PAIRS_MIN) / population);
        relatedPrior = Math.min(NEAR_PRIOR_MAX, Math.max(household, PAIRS_MIN) / population);
        neighborsPrior = near == 0 ? 0 : Math.min(NEAR_PRIOR_MAX, near / population);
        countStrangers(false);
    }

    /** One iteration; answers by how much the probability changed that changed most. */
    double step() {
        double[][] before = copy(m);
        double[][] relatedBefore = copy(related);
        double[][] neighborsBefore = copy(neighbors);
        double[][] same = pseudo(m, i -> template.get(i).m(), pseudoPairs);
        double[][] household = pseudo(related, i -> template.get(i).related(), pseudoPairs);
        double[][] near = pseudo(neighbors, i -> template.get(i).neighbors(), pseudoPairs);
        Arrays.fill(evidence, 0);
        double samePairs = 0;
        double householdPairs = 0;
        double nearPairs = 0;
        double[] odds = new double[3];
        takeLogarithms();
        double total = 0;
        for (int kind = 0; kind < candidates.kinds(); kind++) {
            double all = posterior(candidates, kind, odds);
            double size = candidates.size(kind);
            double sameSize = odds[0] * size;
            double householdSize = odds[1] * size;
            Label label = candidates.label(kind);
            samePairs += label == Label.SAME ? sameSize : sameSize / share;
            double nearSize = odds[2] * size;
            householdPairs += householdSize / share;
            nearPairs += nearSize / share;
            total += all * size;
            for (int field = 0; field < m.length; field++) {
                int level = candidates.level(kind, field);
                if (level >= 0) {
                    same[field][level] += sameSize;
                    evidence[field] += sameSize;
                    if (household[field] != null) {
                        household[field][level] += householdSize;
                    }
                    if (near[field] != null) {
                        near[field][level] += nearSize;
                    }
                }
            }
        }
        logLikelihood = candidates.pairs() == 0 ? 0 : total / candidates.pairs();
        prior = Math.min(PRIOR_MAX, Math.max(samePairs, PAIRS_MIN) / population);
        relatedPrior = Math.min(NEAR_PRIOR_MAX, Math.max(householdPairs, PAIRS_MIN) / population);
        normalize(same, m);
        neighborsPrior =
                neighborsPrior == 0 ? 0 : Math.min(NEAR_PRIOR_MAX, Math.max(nearPairs, PAIRS_MIN) / population);
        normalize(household, related);
        normalize(near, neighbors);
        countStrangers(true);
        return Math.max(
                change(before, m), Math.max(change(relatedBefore, related), change(neighborsBefore, neighbors)));
    }

    /** Once for all kinds of pairs: it is what a step would spend its time on. */
    private void takeLogarithms() {
        logM = logarithms(m);
        logU = logarithms(u);
        logRelated = logarithms(related);
        logNeighbors = logarithms(neighbors);
        logPriors = new double[] {
            Math.log(prior),
            Math.log(relatedPrior),
            Math.log(neighborsPrior),
            Math.log(1 - prior - relatedPrior - neighborsPrior)
        };
    }

    private static double[][] logarithms(double[][] values) {
        return Arrays.stream(values)
                .map(each ->
                        each == null ? null : Arrays.stream(each).map(Math::log).toArray())
                .toArray(double[][]::new);
    }

    /** The mean logarithm (base e) of the chance of a candidate pair's levels, before the last step. */
    double logLikelihood() {
        return logLikelihood;
    }

    /**
     * Of one kind of pairs, the chance that they are of one person, of one household and of neighbours, into the array.
     *
     * @return the logarithm of the chance of the kind
     */
    private double posterior(LevelTable table, int kind, double[] into) {
        double ofSame = logPriors[0];
        double ofHousehold = logPriors[1];
        double ofNeighbors = logPriors[2];
        double ofStrangers = logPriors[3];
        for (int field = 0; field < m.length; field++) {
            int level = table.level(kind, field);
            if (level >= 0) {
                double frequency = table.frequencyBits(kind, field) * LOG_2;
                double stranger = logU[field][level];
                ofSame += logM[field][level] + frequency;
                ofHousehold += related[field] == null ? stranger : logRelated[field][level] + frequency;
                ofNeighbors += neighbors[field] == null ? stranger : logNeighbors[field][level] + frequency;
                ofStrangers += stranger;
            }
        }
        Label label = table.label(kind);
        if (label == Label.SAME) {
            Arrays.fill(into, 0);
            into[0] = 1;
            return ofSame;
        }
        if (label == Label.DIFFERENT) {
            ofSame = Double.NEGATIVE_INFINITY;
        }
        double most = Math.max(Math.max(ofStrangers, ofNeighbors), Math.max(ofSame, ofHousehold));
        into[0] = Math.exp(ofSame - most);
        into[1] = Math.exp(ofHousehold - most);
        into[2] = Math.exp(ofNeighbors - most);
        double sum = into[0] + into[1] + into[2] + Math.exp(ofStrangers - most);
        for (int i = 0; i < into.length; i++) {
            into[i] /= sum;
        }
        return most + Math.log(sum);
    }

    /** Of the pairs picked at random, those that are of one person or household are taken out. */
    private void countStrangers(boolean known) {
        double[][] strangers = new double[u.length][];
        for (int field = 0; field < u.length; field++) {
            strangers[field] = new double[u[field].length];
        }
        double[] odds = new double[3];
        if (known) {
            takeLogarithms();
        }
        for (int kind = 0; kind < random.kinds(); kind++) {
            if (known) {
                posterior(random, kind, odds);
            }
            double size = random.size(kind) * (1 - odds[0] - odds[1] - odds[2]);
            for (int field = 0; field < u.length; field++) {
                int level = random.level(kind, field);
                if (level >= 0) {
                    strangers[field][level] += size;
                }
            }
        }
        for (int field = 0; field < u.length; field++) {
            double share = pseudoPairs / (pseudoPairs + evidence[field]);
            double pseudo = Math.max(1, Arrays.stream(strangers[field]).sum() * Math.min(share, U_PSEUDO_SHARE_MAX));
            for (int level = 0; level < u[field].length; level++) {
                strangers[field][level] += pseudo * template.get(field).u().get(level);
            }
        }
        normalize(strangers, u);
        for (double[] field : u) {
            for (int level = 0; level < field.length; level++) {
                field[level] = Math.max(field[level], U_MIN);
            }
        }
    }

    private interface Figures {
        List<Double> of(int field);
    }

    private static double[][] pseudo(double[][] like, Figures figures, double pairs) {
        double[][] counts = new double[like.length][];
        for (int field = 0; field < like.length; field++) {
            if (like[field] != null) {
                double[] values = array(figures.of(field));
                for (int level = 0; level < values.length; level++) {
                    values[level] *= pairs;
                }
                counts[field] = values;
            }
        }
        return counts;
    }

    private static void normalize(double[][] counts, double[][] into) {
        for (int field = 0; field < counts.length; field++) {
            if (counts[field] != null) {
                double sum = Arrays.stream(counts[field]).sum();
                for (int level = 0; level < counts[field].length; level++) {
                    into[field][level] = counts[field][level] / sum;
                }
            }
        }
    }

    private static double[][] copy(double[][] values) {
        return Arrays.stream(values)
                .map(each -> each == null ? null : each.clone())
                .toArray(double[][]::new);
    }

    private static double change(double[][] before, double[][] after) {
        double most = 0;
        for (int field = 0; field < before.length; field++) {
            for (int level = 0; before[field] != null && level < before[field].length; level++) {
                most = Math.max(most, Math.abs(before[field][level] - after[field][level]));
            }
        }
        return most;
    }
}
