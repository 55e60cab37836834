package io.goldenrod.match;

import java.util.List;

/**
 * How sure it is that two records are of one person, and why.
 *
 * @param weight log2 of the odds, the prior included, in bits
 * @param probability of the same, 0 to 1
 * @param parts what adds up to the weight: the prior first, then each field in the model's order
 */
public record Score(double weight, double probability, List<Part> parts) {

    public Score {
        parts = List.copyOf(parts);
    }

    /**
     * What one field says.
     *
     * @param field the model's field; {@code prior} and {@code related} stand for what holds for any pair
     * @param level of agreement; {@code missing} when a record does not have the field
     * @param weight in bits; 0 when missing
     */
    public record Part(String field, String level, double weight) {}

    /** The same without the parts that say nothing, for those who keep many. */
    public Score saying() {
        return new Score(
                weight,
                probability,
                parts.stream().filter(part -> part.weight() != 0).toList());
    }

    /** The probability that a weight in bits stands for. */
    public static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    /** The weight, in bits, of a probability above 0 and below 1. */
    public static double weight(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }
}
