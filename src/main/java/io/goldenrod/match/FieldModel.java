package io.goldenrod.match;

import java.util.List;

/**
 * What a model knows of one field.
 *
 * @param name what breakdowns call it
 * @param comparison how it is compared
 * @param m by level: how often two records of one person reach it, each above 0 and below 1, in sum 1
 * @param u by level: how often two records at random reach it
 * @param related by level: how often two records of different people who share a household do; empty when not known
 * @param frequencies of single values; {@link TermFrequencies#NONE} where they do not count
 */
public record FieldModel(
        String name,
        Comparison<?> comparison,
        List<Double> m,
        List<Double> u,
        List<Double> related,
        TermFrequencies frequencies) {

    public FieldModel {
        m = List.copyOf(m);
        u = List.copyOf(u);
        related = List.copyOf(related);
    }
}
