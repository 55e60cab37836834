package io.goldenrod.match;

import java.util.Map;

/**
 * How frequent single values are, so that a shared Smith weighs less than a shared Zebrowski.
 *
 * @param shares of the most frequent values, each above 0 and at most 1
 * @param otherwise the share taken for any other value, above 0 and at most 1; 0 when nothing is known
 */
public record TermFrequencies(Map<String, Double> shares, double otherwise) {

    /** How many values a model knows by name, for each field. */
    public static final int TERMS_MAX = 2_000;

    public static final TermFrequencies NONE = new TermFrequencies(Map.of(), 0);

    public TermFrequencies {
        shares = Map.copyOf(shares);
    }

    /** Whether nothing is known, so that every value weighs the same. */
    public boolean isEmpty() {
        return otherwise == 0;
    }

    /** How often two values picked at random are the same one. */
    public double agreement() {
        double named = 0;
        double squares = 0;
        for (String term : shares.keySet().stream().sorted().toList()) {
            double share = shares.get(term);
            named += share;
            squares += share * share;
        }
        return squares + Math.max(0, 1 - named) * otherwise;
    }

    double shareOf(String term) {
        return shares.getOrDefault(term, otherwise);
    }
}
