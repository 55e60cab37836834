package io.goldenrod.match;

import java.util.Map;

/**
 * How frequent single values are, so that a shared Smith weighs less than a shared Zebrowski.
 *
 * @param shares of the most frequent values, each above 0 and at most 1
 * @param otherwise the share taken for any other value
 */
public record TermFrequencies(Map<String, Double> shares, double otherwise) {

    public static final TermFrequencies NONE = new TermFrequencies(Map.of(), 0);

    public TermFrequencies {
        shares = Map.copyOf(shares);
    }

    double shareOf(String term) {
        return shares.getOrDefault(term, otherwise);
    }
}
