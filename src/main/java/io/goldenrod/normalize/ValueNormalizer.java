package io.goldenrod.normalize;

/** Makes the values of one identifier type comparable. Thread-safe; a normalised value normalises to itself. */
@FunctionalInterface
interface ValueNormalizer {

    /**
     * @param raw as sent, not null
     * @param region ISO 3166-1 alpha-2 region of the source's phone numbers, empty when there is none
     * @return the normalised value, never empty
     * @throws RefusedValue when it is not a value of this type
     */
    String normalize(String raw, String region);
}
