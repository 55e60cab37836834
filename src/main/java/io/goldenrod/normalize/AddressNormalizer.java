package io.goldenrod.normalize;

import io.goldenrod.normalize.OptionSpec.Values;

/**
 * A postal address in one line, as its tokens ({@link Addresses#tokens}). {@code requireNumber} (the default): it holds
 * a number, for a street or a town alone is shared by thousands.
 */
final class AddressNormalizer implements ValueNormalizer {

    private final boolean numberRequired;

    AddressNormalizer(Values options) {
        numberRequired = options.flag("requireNumber");
    }

    @Override
    public String normalize(String raw, String region) {
        String line = raw.replace("\r\n", ", ").replace('\n', ',');
        String tokens = Addresses.tokens(CleanText.identifier(line));
        boolean number = tokens.codePoints().anyMatch(Character::isDigit);
        if (tokens.isEmpty() || numberRequired && (!number || tokens.indexOf(' ') < 0)) {
            throw new RefusedValue("invalid_address", "an address holds a number and a street, a box or a postal code");
        }
        return tokens;
    }
}
