package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows how much each agreement and disagreement says about whether two records are of one person (Fellegi and Sunter,
 * 1969). Immutable: another model is another hash.
 */
public final class MatchModel {

    private static final double LOG_2 = Math.log(2);

    private final String name;
    private final int version;
    private final double prior;
    private final List<FieldModel> fields;
    private final String hash;
    private final double[][] weights;

    /**
     * @param name a word or two
     * @param version counts up, 1 or more
     * @param prior the probability that two records picked at random are of one person, above 0 and below 1
     * @param hash SHA-256 (hex) over its canonical form
     */
    public MatchModel(String name, int version, double prior, List<FieldModel> fields, String hash) {
        this.name = name;
        this.version = version;
        this.prior = prior;
        this.fields = List.copyOf(fields);
        this.hash = hash;
        weights = new double[fields.size()][];
        for (int i = 0; i < weights.length; i++) {
            FieldModel field = fields.get(i);
            weights[i] = new double[field.m().size()];
            for (int level = 0; level < weights[i].length; level++) {
                weights[i][level] = Math.log(field.m().get(level) / field.u().get(level)) / LOG_2;
            }
        }
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

    public List<FieldModel> fields() {
        return fields;
    }

    public String hash() {
        return hash;
    }

    /** The record as this model sees it. */
    public Subject subject(SourceRecord record) {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).comparison().prepare(record);
        }
        return new Subject(record.key(), values);
    }

    /** The weight of {@link #score}, in bits, without its parts. */
    public double weight(Subject left, Subject right) {
        double weight = Score.weight(prior);
        for (int i = 0; i < weights.length; i++) {
            weight += weightOf(i, levelOf(i, left, right), left, right);
        }
        return weight;
    }

    /** Symmetric, and the same for ever. */
    public Score score(Subject left, Subject right) {
        List<Score.Part> parts = new ArrayList<>(weights.length + 1);
        double sum = Score.weight(prior);
        parts.add(new Score.Part("prior", "any two records", sum));
        for (int i = 0; i < weights.length; i++) {
            int level = levelOf(i, left, right);
            double weight = weightOf(i, level, left, right);
            String named =
                    level < 0 ? "missing" : fields.get(i).comparison().levels().get(level);
            parts.add(new Score.Part(fields.get(i).name(), named, weight));
            sum += weight;
        }
        return new Score(sum, Score.probability(sum), parts);
    }

    /** The level that two subjects reach in a field; -1 when one does not have it. */
    int levelOf(int field, Subject left, Subject right) {
        Object one = left.values[field];
        Object other = right.values[field];
        return one == null || other == null ? -1 : compare(fields.get(field).comparison(), one, other);
    }

    @SuppressWarnings("unchecked")
    private static <V> int compare(Comparison<V> comparison, Object left, Object right) {
        return comparison.level((V) left, (V) right);
    }

    private double weightOf(int field, int level, Subject left, Subject right) {
        return level < 0 ? 0 : weights[field][level];
    }
}
