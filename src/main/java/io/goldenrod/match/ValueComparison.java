package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A comparison of fields that may have several values: the best level of any two of them counts. Of each record the
 * first {@value FieldValues#VALUES_MAX} values are looked at.
 *
 * @param <V> one value, prepared
 */
abstract class ValueComparison<V> implements Comparison<List<V>> {

    /** For {@link #compare}: two values that cannot be compared, which is no evidence. */
    static final int NOT_COMPARABLE = -1;

    private final String kind;
    private final List<String> levels;

    ValueComparison(String kind, String... levels) {
        this.kind = kind;
        this.levels = List.copyOf(Arrays.asList(levels));
    }

    /** What the record says; values that say nothing may be null. */
    abstract List<V> values(SourceRecord record);

    /** The level of two values, or {@link #NOT_COMPARABLE}. Symmetric. */
    abstract int compare(V left, V right);

    /** The terms of one of the values at a level; null where frequency does not count. */
    abstract String term(V value, int level);

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final List<String> levels() {
        return levels;
    }

    @Override
    public final List<V> prepare(SourceRecord record) {
        List<V> found = new ArrayList<>(2);
        for (V value : values(record)) {
            if (value != null && found.size() < FieldValues.VALUES_MAX) {
                found.add(value);
            }
        }
        return found.isEmpty() ? null : List.copyOf(found);
    }

    @Override
    public final int level(List<V> left, List<V> right) {
        if (left.size() == 1 && right.size() == 1) {
            return compare(left.get(0), right.get(0));
        }
        int best = NOT_COMPARABLE;
        for (int i = 0; i < left.size() && best != 0; i++) {
            for (int j = 0; j < right.size() && best != 0; j++) {
                int level = compare(left.get(i), right.get(j));
                best = level >= 0 && (best < 0 || level < best) ? level : best;
            }
        }
        return best;
    }

    /** Of every two values that reach the level, in order. */
    @Override
    public final List<String> terms(List<V> left, List<V> right, int level) {
        if (level < 0 || level == levels.size() - 1) {
            return List.of();
        }
        if (left.size() == 1 && left == right) {
            String only = level == compare(left.get(0), left.get(0)) ? term(left.get(0), level) : null;
            return only == null ? List.of() : List.of(only);
        }
        TreeSet<String> terms = new TreeSet<>();
        for (V one : left) {
            for (V other : right) {
                if (compare(one, other) == level) {
                    String first = term(one, level);
                    String second = term(other, level);
                    if (first != null && second != null) {
                        terms.add(first);
                        terms.add(second);
                    }
                }
            }
        }
        return List.copyOf(terms);
    }

    @Override
    public final boolean isSingle(List<V> value) {
        return value.size() == 1;
    }

    @Override
    public final String onlyTerm(List<V> value, int level) {
        return level < 0 || level == levels.size() - 1 ? null : term(value.get(0), level);
    }
}
