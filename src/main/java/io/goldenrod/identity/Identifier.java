package io.goldenrod.identity;

import java.util.Objects;

/**
 * A typed, normalised value: {@code email:ada@example.org}. Two identifiers are the same exactly when their keys are.
 *
 * @param type the name of an identifier type of the policy; holds no colon
 * @param value the normalised value, never empty
 */
public record Identifier(String type, String value) implements Comparable<Identifier> {

    public Identifier {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
        if (type.isEmpty() || type.indexOf(':') >= 0) {
            throw new IllegalArgumentException("an identifier type is not empty and holds no colon");
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an identifier value is not empty");
        }
    }

    /**
     * Reads {@code type:value}.
     *
     * @throws IllegalArgumentException when there is no colon, or either side is empty
     */
    public static Identifier parse(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("an identifier is written type:value");
        }
        return new Identifier(key.substring(0, colon), key.substring(colon + 1));
    }

    /** The key of the identifier's node. */
    public String key() {
        return type + ":" + value;
    }

    @Override
    public int compareTo(Identifier other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return key();
    }
}
