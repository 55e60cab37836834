package io.goldenrod.resolution;

import io.goldenrod.identity.RawRecord.RawIdentifier;
import java.util.List;
import java.util.Map;

/**
 * Who is meant by several identifiers together.
 *
 * @param identifiers as given, at least one and at most {@link #IDENTIFIERS_MAX}
 * @param attributes JSON values by name, to tell between customers and to confirm the answer
 * @param source whose conventions hold for what is given; null for none
 */
public record CustomerQuestion(List<RawIdentifier> identifiers, Map<String, Object> attributes, String source) {

    public static final int IDENTIFIERS_MAX = 100;

    public CustomerQuestion {
        identifiers = List.copyOf(identifiers);
        if (identifiers.isEmpty() || identifiers.size() > IDENTIFIERS_MAX) {
            throw new IllegalArgumentException("a question has 1 to " + IDENTIFIERS_MAX + " identifiers");
        }
    }
}
