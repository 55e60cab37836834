package io.goldenrod.match;

import io.goldenrod.identity.RecordKey;

/** A record as a model sees it: one prepared value for each of the model's fields. */
public final class Subject {

    private final RecordKey key;
    final Object[] values;

    /** Whose subject it is: another model knows other frequencies. */
    final MatchModel model;

    /**
     * For each field of the model in which the frequency of a value counts, what it adds at the strongest level, in
     * bits; infinite when the value has no term, not a number when there is not exactly one value.
     */
    final double[] termBits;

    Subject(RecordKey key, Object[] values, MatchModel model, double[] termBits) {
        this.key = key;
        this.values = values;
        this.model = model;
        this.termBits = termBits;
    }

    public RecordKey key() {
        return key;
    }

    /** Whether the record says anything of the field of that index. */
    public boolean has(int field) {
        return values[field] != null;
    }
}
