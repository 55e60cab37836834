package io.goldenrod.match.training;

import io.goldenrod.match.MatchModel;
import java.util.List;

/**
 * A model learnt, and how.
 *
 * @param converged whether the last iteration changed next to nothing
 * @param fields in the model's order
 * @param warnings sentences on what is to be looked at before the model is used
 */
public record Training(
        MatchModel model,
        MatchModel template,
        TrainingSettings settings,
        Pairs pairs,
        List<Iteration> iterations,
        boolean converged,
        List<Evidence> fields,
        List<String> warnings) {

    public Training {
        iterations = List.copyOf(iterations);
        fields = List.copyOf(fields);
        warnings = List.copyOf(warnings);
    }

    /**
     * What was counted.
     *
     * @param all pairs of the records
     * @param candidates pairs that share a block; all of them where there are few
     * @param compared how many of the candidates were looked at
     * @param random pairs picked at random, or all of them where there are few
     * @param labelled pairs that are of one person as the labels say
     * @param same pairs of one person, as far as the model knows
     * @param related pairs of two people of one household, as far as the model knows
     */
    public record Pairs(
            long records,
            long all,
            long candidates,
            long compared,
            long random,
            long labelled,
            double same,
            double related) {}

    /**
     * One step of expectation maximisation.
     *
     * @param number from 1
     * @param change of the probability that changed most
     * @param logLikelihood mean of the pairs looked at, base e, before the step
     * @param same pairs of one person after it
     */
    public record Iteration(int number, double change, double logLikelihood, double same, double related) {}

    /**
     * What is known of a field.
     *
     * @param present the share of records that have it
     * @param samePairs of one person that both have it: so many pairs its m was learnt from
     */
    public record Evidence(String field, double present, double samePairs) {}
}
