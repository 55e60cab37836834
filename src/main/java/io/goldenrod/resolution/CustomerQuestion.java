package io.goldenrod.resolution;

import io.goldenrod.identity.RawRecord.RawIdentifier;
import java.util.List;
import java.util.Map;

/**
 * Who is meant by several identifiers and attributes together, at least one of them.
 *
 * @param identifiers as given, at most {@link #IDENTIFIERS_MAX}
 * @param attributes JSON values by name, to tell between customers and to confirm the answer
 * @param source whose conventions hold for what is given; null for none
 */
public record CustomerQuestion(List<RawIdentifier> identifiers, Map<String, Object> attributes, String source) {

    public static final int IDENTIFIERS_MAX = 100;

    public CustomerQuestion {
        identifiers = List.copyOf(identifiers);
        if (identifiers.size() > IDENTIFIERS_MAX || identifiers.isEmpty() && attributes.isEmpty()) {
            throw new IllegalArgumentException(
                    "a question has up to " + IDENTIFIERS_MAX + " identifiers, and attributes where it has none");
        }
    }
}
