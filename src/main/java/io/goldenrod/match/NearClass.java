package io.goldenrod.match;

import java.util.List;
import java.util.function.Function;

/** Pairs neither of one person nor of strangers: how much more often than strangers they reach each level. */
final class NearClass {

    private final double start;
    private final double[][] weights;

    /**
     * @param odds of such a pair against one of strangers; 0 for none
     * @param figures by level, empty where strangers' stand in
     */
    NearClass(double odds, List<FieldModel> fields, Function<FieldModel, List<Double>> figures) {
        start = odds == 0 ? Double.NEGATIVE_INFINITY : bits(odds);
        weights = new double[fields.size()][];
        for (int i = 0; i < weights.length; i++) {
            List<Double> known = figures.apply(fields.get(i));
            weights[i] = known.isEmpty() ? null : new double[known.size()];
            for (int level = 0; level < known.size(); level++) {
                weights[i][level] = bits(known.get(level) / fields.get(i).u().get(level));
            }
        }
    }

    private static double bits(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }

    /** Of any pair, in bits. */
    double start() {
        return start;
    }

    /** What a field adds, in bits. */
    double bits(int field, int level, double frequency) {
        return weights[field] == null ? 0 : weights[field][level] + frequency;
    }
}
