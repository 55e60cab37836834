package io.goldenrod.resolution;

import io.goldenrod.normalize.IdentifierOutcome;

/** Makes an identifier comparable, as it would be made in a record. */
@FunctionalInterface
public interface IdentifierNormalizer {

    /** @param source whose conventions hold, such as a default phone region; null for none */
    IdentifierOutcome normalize(String type, String value, String source);
}
