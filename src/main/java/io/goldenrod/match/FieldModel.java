package io.goldenrod.match;

import java.util.List;

/**
 * What a model knows of one field.
 *
 * @param name what breakdowns call it
 * @param comparison how it is compared
 * @param reads the attributes, parts of them or types of identifiers that the comparison was told to read; empty for
 *     its own
 * @param m by level: how often two records of one person reach it, each above 0 and below 1, in sum 1
 * @param u by level: how often two records at random reach it
 * @param related by level: how often two records of different people who share a household do; empty for what tells
 *     such people apart no better or worse than any two (a given name, a birth date): then u stands in
 * @param neighbors by level: how often two do who share a place and nothing else; empty for what tells them apart no
 *     better or worse than any two
 * @param frequencies of single values; {@link TermFrequencies#NONE} where they do not count
 */
public record FieldModel(
        String name,
        Comparison<?> comparison,
        List<String> reads,
        List<Double> m,
        List<Double> u,
        List<Double> related,
        List<Double> neighbors,
        TermFrequencies frequencies) {

    public FieldModel {
        reads = List.copyOf(reads);
        m = List.copyOf(m);
        u = List.copyOf(u);
        related = List.copyOf(related);
        neighbors = List.copyOf(neighbors);
    }

    /** Of a comparison that reads its own fields. */
    public FieldModel(
            String name,
            Comparison<?> comparison,
            List<Double> m,
            List<Double> u,
            List<Double> related,
            TermFrequencies frequencies) {
        this(name, comparison, List.of(), m, u, related, List.of(), frequencies);
    }

    /** Of a model that knows no neighbours. */
    public FieldModel(
            String name,
            Comparison<?> comparison,
            List<String> reads,
            List<Double> m,
            List<Double> u,
            List<Double> related,
            TermFrequencies frequencies) {
        this(name, comparison, reads, m, u, related, List.of(), frequencies);
    }

    /** Whether it says who somebody is, rather than where or with whom they live. */
    public boolean isIdentity() {
        return related.isEmpty();
    }

    /** The weight of a level in bits, before the frequency of the value counts. */
    public double weight(int level) {
        return Math.log(m.get(level) / u.get(level)) / Math.log(2);
    }
}
