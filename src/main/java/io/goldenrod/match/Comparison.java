package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.List;

/**
 * One aspect of two records, compared by ordered levels of agreement. Without state, symmetric, and bounded in time
 * for values of any length.
 *
 * @param <V> what it prepares of a record, once, so that comparing is cheap
 */
public interface Comparison<V> {

    /** Its name in models: {@code givenName}. */
    String kind();

    /** The names of its levels, strongest agreement first; the last one is disagreement. At least two. */
    List<String> levels();

    /** What it needs of the record; null when the record says nothing of it, which is no evidence. */
    V prepare(SourceRecord record);

    /**
     * The index in {@link #levels()} that two prepared values reach; below 0 when they cannot be compared, which is no
     * evidence, as of names in different scripts. Symmetric.
     */
    int level(V left, V right);

    /**
     * The values whose frequency counts at this level: the one that both have, or those of the two that come near; the
     * most frequent of them decides. Empty where frequency does not count.
     */
    default List<String> terms(V left, V right, int level) {
        return List.of();
    }

    /** Whether a prepared value is one alone, so that {@link #onlyTerm} stands for {@link #terms}. */
    default boolean isSingle(V value) {
        return false;
    }

    /** The term of a value that is one alone; null where frequency does not count. */
    default String onlyTerm(V value, int level) {
        return null;
    }
}
