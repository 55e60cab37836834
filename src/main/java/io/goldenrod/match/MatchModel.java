package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Knows how much each agreement and disagreement says about whether two records are of one person (Fellegi and Sunter,
 * 1969). Immutable: another model is another hash.
 *
 * <p>Two records that are not of one person are, as a rule, of two strangers; but some are of two people of one
 * household, who share name, address and phone (of two sites of one owner, where organisations are compared), and some
 * of two neighbours, who share a place. The model knows these as classes of their own, and takes from a pair's weight
 * what they explain as well: with M, R, N and U the chance of the pair's levels in each class, the odds are {@code
 * prior·M / (relatedPrior·R + neighborsPrior·N + rest·U)}.
 *
 * <p>At the strongest level the frequency of the shared value stands for u (a shared Zebrowski says more than a shared
 * Smith); at weaker ones half of it counts, in bits, for the two values are not the same.
 */
public final class MatchModel {

    private static final double LOG_2 = Math.log(2);
    /** Of the frequency's bits, at levels below the strongest. */
    private static final double FREQUENCY_PART = 0.5;

    private final String name;
    private final int version;
    private final double prior;
    private final double relatedPrior;
    private final double neighborsPrior;
    private final List<FieldModel> fields;
    private final String hash;

    private final double priorWeight;
    private final double[][] weights;
    private final NearClass related;
    private final NearClass neighbors;
    private final double[] agreementBits;

    private final Comparison<Object>[] comparisons;
    /** The fields in which the frequency of a value counts. */
    private final int[] frequencyFields;
    /** By field, its place among those; -1 for none. */
    private final int[] frequencyPlaces;

    /** As the other constructor, of a model that knows no household. */
    public MatchModel(String name, int version, double prior, List<FieldModel> fields, String hash) {
        this(name, version, prior, 0, 0, fields, hash);
    }

    /**
     * @param name a word or two
     * @param version counts up, 1 or more
     * @param prior the probability that two records picked at random are of one person, above 0 and below 1
     * @param relatedPrior the probability that they are of two people of one household; 0 when not known
     * @param neighborsPrior the probability that they are of two neighbours; 0 when not known
     * @param hash SHA-256 (hex) over its canonical form
     */
    public MatchModel(
            String name,
            int version,
            double prior,
            double relatedPrior,
            double neighborsPrior,
            List<FieldModel> fields,
            String hash) {
        this.name = name;
        this.version = version;
        this.prior = prior;
        this.relatedPrior = relatedPrior;
        this.neighborsPrior = neighborsPrior;
        this.fields = List.copyOf(fields);
        this.hash = hash;
        double strangers = 1 - prior - relatedPrior - neighborsPrior;
        priorWeight = bits(prior / strangers);
        related = new NearClass(relatedPrior / strangers, fields, FieldModel::related);
        neighbors = new NearClass(neighborsPrior / strangers, fields, FieldModel::neighbors);
        int count = fields.size();
        weights = new double[count][];
        agreementBits = new double[count];
        comparisons = comparisons(fields);
        frequencyFields = IntStream.range(0, count)
                .filter(i -> !fields.get(i).frequencies().isEmpty())
                .toArray();
        frequencyPlaces = new int[count];
        Arrays.fill(frequencyPlaces, -1);
        for (int i = 0; i < frequencyFields.length; i++) {
            frequencyPlaces[frequencyFields[i]] = i;
        }
        for (int i = 0; i < count; i++) {
            FieldModel field = fields.get(i);
            weights[i] = new double[field.m().size()];
            agreementBits[i] =
                    field.frequencies().isEmpty() ? 0 : bits(field.frequencies().agreement());
            for (int level = 0; level < weights[i].length; level++) {
                weights[i][level] = field.weight(level);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Comparison<Object>[] comparisons(List<FieldModel> fields) {
        return fields.stream()
                .map(field -> (Comparison<Object>) field.comparison())
                .toArray(Comparison[]::new);
    }

    private static double bits(double ratio) {
        return Math.log(ratio) / LOG_2;
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    public double prior() {
        return prior;
    }

    /** The probability that two records picked at random are of two people of one household; 0 when not known. */
    public double relatedPrior() {
        return relatedPrior;
    }

    /** The probability that two records picked at random are of two neighbours; 0 when not known. */
    public double neighborsPrior() {
        return neighborsPrior;
    }

    public List<FieldModel> fields() {
        return fields;
    }

    public String hash() {
        return hash;
    }

    /** The record as this model sees it. */
    public Subject subject(SourceRecord record) {
        Object[] values = new Object[comparisons.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = comparisons[i].prepare(record);
        }
        return new Subject(record.key(), values, this, termBits(values));
    }

    /** The same record as this model sees it, taken over from a model of the same comparisons. */
    public Subject subject(Subject other) {
        return new Subject(other.key(), other.values, this, termBits(other.values));
    }

    /** What the rarity of each field's value adds at the strongest level, as {@link Subject#termBits}. */
    private double[] termBits(Object[] values) {
        double[] found = new double[frequencyFields.length];
        for (int i = 0; i < found.length; i++) {
            int field = frequencyFields[i];
            String term = values[field] == null ? null : onlyTerm(field, values[field], 0);
            found[i] = values[field] == null || !isSingle(field, values[field])
                    ? Double.NaN
                    : term == null
                            ? Double.POSITIVE_INFINITY
                            : agreementBits[field]
                                    - bits(fields.get(field).frequencies().shareOf(term));
        }
        return found;
    }

    /** The weight of {@link #score}, in bits, without its parts. */
    public double weight(Subject left, Subject right) {
        double sum = priorWeight;
        double kin = related.start();
        double near = neighbors.start();
        for (int i = 0; i < weights.length; i++) {
            int level = levelOf(i, left, right);
            if (level >= 0) {
                double frequency = frequencyBits(i, level, left, right);
                sum += weights[i][level] + frequency;
                kin += related.bits(i, level, frequency);
                near += neighbors.bits(i, level, frequency);
            }
        }
        return sum + correction(kin, near);
    }

    /** Symmetric, and the same for ever. */
    public Score score(Subject left, Subject right) {
        List<Score.Part> parts = new ArrayList<>(weights.length + 2);
        double sum = priorWeight;
        double kin = related.start();
        double near = neighbors.start();
        parts.add(new Score.Part("prior", "any two records", sum));
        for (int i = 0; i < weights.length; i++) {
            int level = levelOf(i, left, right);
            FieldModel field = fields.get(i);
            if (level < 0) {
                parts.add(new Score.Part(field.name(), "missing", 0));
                continue;
            }
            double frequency = frequencyBits(i, level, left, right);
            double weight = weights[i][level] + frequency;
            parts.add(new Score.Part(field.name(), field.comparison().levels().get(level), weight));
            sum += weight;
            kin += related.bits(i, level, frequency);
            near += neighbors.bits(i, level, frequency);
        }
        double correction = correction(kin, near);
        if (relatedPrior + neighborsPrior > 0) {
            parts.add(new Score.Part("related", near > kin ? "neighbors" : "household", correction));
        }
        double weight = sum + correction;
        return new Score(weight, Score.probability(weight), parts);
    }

    /** The weight, in bits, of a pair that agrees in every field as strongly as can be; rare values left out. */
    public double weightMax() {
        double sum = priorWeight;
        double kin = related.start();
        double near = neighbors.start();
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i][strongest(i)];
            kin += related.bits(i, strongest(i), 0);
            near += neighbors.bits(i, strongest(i), 0);
        }
        return sum + correction(kin, near);
    }

    private int strongest(int field) {
        int strongest = 0;
        for (int level = 1; level < weights[field].length; level++) {
            strongest = weights[field][level] > weights[field][strongest] ? level : strongest;
        }
        return strongest;
    }

    /** The level that two subjects reach in the field of that index; -1 when one does not have it. */
    public int levelOf(int field, Subject left, Subject right) {
        Object one = left.values[field];
        Object other = right.values[field];
        return one == null || other == null ? -1 : comparisons[field].level(one, other);
    }

    /** What the rarity of the shared value adds to the level's weight, in bits; negative for a frequent one. */
    public double frequencyBits(int field, int level, Subject left, Subject right) {
        int place = frequencyPlaces[field];
        if (place < 0) {
            return 0;
        }
        if (level == 0 && left.model == this && right.model == this) {
            double bits = Math.min(left.termBits[place], right.termBits[place]);
            if (!Double.isNaN(bits)) {
                boolean counts = Math.max(left.termBits[place], right.termBits[place]) < Double.POSITIVE_INFINITY;
                return counts ? bits : 0;
            }
        }
        double share = share(field, level, left.values[field], right.values[field]);
        double bits = share == 0 ? 0 : agreementBits[field] - bits(share);
        return level == 0 ? bits : FREQUENCY_PART * bits;
    }

    /** The share of the most frequent term of two values at a level; 0 when frequency does not count. */
    private double share(int field, int level, Object left, Object right) {
        TermFrequencies frequencies = fields.get(field).frequencies();
        if (isSingle(field, left) && isSingle(field, right)) {
            String one = onlyTerm(field, left, level);
            String other = one == null ? null : onlyTerm(field, right, level);
            return other == null ? 0 : Math.max(frequencies.shareOf(one), frequencies.shareOf(other));
        }
        double share = 0;
        for (String term : comparisons[field].terms(left, right, level)) {
            share = Math.max(share, frequencies.shareOf(term));
        }
        return share;
    }

    private boolean isSingle(int field, Object value) {
        return comparisons[field].isSingle(value);
    }

    private String onlyTerm(int field, Object value, int level) {
        return comparisons[field].onlyTerm(value, level);
    }

    /** The values of a subject's field whose frequency counts; empty when it has none. */
    public List<String> termsOf(int field, Subject subject) {
        Object value = subject.values[field];
        return value == null ? List.of() : comparisons[field].terms(value, value, 0);
    }

    /** What a household or a place explains as well as the person does is no reason to join; never above 0. */
    private static double correction(double kin, double near) {
        double most = Math.max(0, Math.max(kin, near));
        return -most - bits(Math.pow(2, -most) + Math.pow(2, kin - most) + Math.pow(2, near - most));
    }
}
