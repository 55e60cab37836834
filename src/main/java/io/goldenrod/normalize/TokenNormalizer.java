package io.goldenrod.normalize;

import io.goldenrod.normalize.OptionSpec.Values;

/** Opaque values made by programs, cookies above all: kept to the letter, and never with white space inside. */
final class TokenNormalizer implements ValueNormalizer {

    private final int lengthMin;
    private final int lengthMax;

    TokenNormalizer(Values options) {
        lengthMin = options.count("minLength");
        lengthMax = options.count("maxLength");
    }

    @Override
    public String normalize(String raw, String region) {
        String text = CleanText.exact(raw);
        for (int i = 0; i < text.length(); i++) {
            if (CleanText.isSpace(text.charAt(i))) {
                throw new RefusedValue("invalid_token", "the value must not hold white space");
            }
        }
        if (text.length() < lengthMin || text.length() > lengthMax) {
            throw new RefusedValue(
                    "invalid_length", "the value must have " + lengthMin + " to " + lengthMax + " characters");
        }
        return text;
    }
}
