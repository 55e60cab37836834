package io.goldenrod.resolution;

import io.goldenrod.identity.AttributeValue;
import java.util.Map;

/** Makes attributes comparable, as they would be made in a record. */
@FunctionalInterface
public interface AttributeNormalizer {

    /**
     * @param source whose conventions hold; null for none
     * @return those that could be understood, by name
     */
    Map<String, AttributeValue> normalize(Map<String, Object> attributes, String source);
}
