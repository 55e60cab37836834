package io.goldenrod.graph;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.partition.Constraint;
import java.util.SortedSet;

/**
 * Two records that matching tied.
 *
 * @param left the smaller of the two keys
 * @param right the larger one
 * @param kind whether it joins
 * @param weight how sure it is that both are of one person, in bits, the prior included
 * @param rules the blocking rules by which the pair is found at present, by name
 * @param held the constraint that holds the link; null when it is not held, and always when it is only possible
 * @param detail what exactly holds it; null when it is not held
 */
public record StoredPair(
        RecordKey left,
        RecordKey right,
        Kind kind,
        double weight,
        SortedSet<String> rules,
        Constraint held,
        String detail) {

    /** What a pair is for. */
    public enum Kind {
        /** A link that joins, unless a constraint holds it. */
        MATCHED,
        /** Shown to a steward. */
        POSSIBLE;

        /** By the type of the relationship. */
        public static Kind of(String type) {
            return type.equals("MATCHED") ? MATCHED : POSSIBLE;
        }
    }

    public StoredPair {
        if (left.compareTo(right) >= 0) {
            throw new IllegalArgumentException("a pair is written with the smaller key first");
        }
    }

    /** Names the pair: the smaller key, a tilde, the larger key. */
    public String key() {
        return key(left, right);
    }

    /** The name of the pair of two records, in either order. */
    public static String key(RecordKey one, RecordKey other) {
        return one.compareTo(other) < 0 ? one + "~" + other : other + "~" + one;
    }

    /** The one of the two that is not this. */
    public RecordKey other(RecordKey one) {
        return one.equals(left) ? right : left;
    }

    public boolean isMatched() {
        return kind == Kind.MATCHED;
    }
}
