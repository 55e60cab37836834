package io.goldenrod.identity;

import java.util.Objects;

/**
 * One attribute of a record, for showing and for comparing.
 *
 * @param value what a profile shows: a JSON value ({@code String, Number, Boolean, List, Map}), tidied but not folded
 * @param comparable the normalised form; two values say the same exactly when these are equal. Never empty
 */
public record AttributeValue(Object value, String comparable) {

    public AttributeValue {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(comparable, "comparable");
    }
}
