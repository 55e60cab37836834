package io.goldenrod.normalize;

import io.goldenrod.normalize.OptionSpec.Values;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Numbers that a state gives to people: letters in upper case, separators dropped.
 *
 * <p>{@code kind} checks one country's number in full, {@code any} only the length ({@code minLength},
 * {@code maxLength}) and the {@code checksum}. One character throughout is refused in any case.
 */
final class NationalIdNormalizer implements ValueNormalizer {

    private final String kind;
    private final Predicate<String> rule;
    private final Checksums checksum;
    private final int lengthMin;
    private final int lengthMax;

    NationalIdNormalizer(Values options) {
        kind = options.choice("kind");
        rule = kind.equals("any") ? null : NationalIds.rule(kind);
        checksum = Checksums.of(options.choice("checksum"));
        lengthMin = options.count("minLength");
        lengthMax = options.count("maxLength");
    }

    @Override
    public String normalize(String raw, String region) {
        String upper = CleanText.identifier(raw).toUpperCase(Locale.ROOT);
        String text = CodeNormalizer.lettersAndDigits(CleanText.attribute(upper));
        if (text.chars().allMatch(c -> c == text.charAt(0))) {
            throw new RefusedValue("zeroed_id", "the value is one character throughout; leave the identifier out");
        }
        if (text.length() < lengthMin || text.length() > lengthMax) {
            throw new RefusedValue(
                    "invalid_length", "the value must have " + lengthMin + " to " + lengthMax + " letters and digits");
        }
        if (rule != null && !rule.test(text)) {
            throw new RefusedValue(
                    "invalid_national_id",
                    "the value is no " + kind + " number that could have been given out; look for a typing slip");
        }
        if (!checksum.holds(text)) {
            throw new RefusedValue("invalid_checksum", "the check digit does not fit the rest; look for a typing slip");
        }
        return text;
    }
}
