package io.goldenrod.match;

import io.goldenrod.identity.RecordKey;

/** A record as a model sees it: one prepared value for each of the model's fields. */
public final class Subject {

    private final RecordKey key;
    final Object[] values;

    Subject(RecordKey key, Object[] values) {
        this.key = key;
        this.values = values;
    }

    public RecordKey key() {
        return key;
    }

    /** Whether the record says anything of the field of that index. */
    public boolean has(int field) {
        return values[field] != null;
    }
}
