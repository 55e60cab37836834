package io.goldenrod.normalize;

import io.goldenrod.normalize.OptionSpec.Values;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers that a business gives to its customers: account, loyalty, customer and user ids.
 *
 * <p>By default the writing is kept but for white space, for a system may tell {@code a1} from {@code A1} and
 * {@code 7} from {@code 007}; the options say where one does not: {@code case}, {@code stripSeparators} (all but
 * letters and digits), {@code stripLeadingZeros}. Checked on the result: {@code minLength}, {@code maxLength},
 * {@code pattern} (matched in full), {@code checksum}.
 */
final class CodeNormalizer implements ValueNormalizer {

    private final String letterCase;
    private final boolean stripSeparators;
    private final boolean stripLeadingZeros;
    private final int lengthMin;
    private final int lengthMax;
    private final Optional<Pattern> pattern;
    private final Checksums checksum;

    CodeNormalizer(Values options) {
        letterCase = options.choice("case");
        stripSeparators = options.flag("stripSeparators");
        stripLeadingZeros = options.flag("stripLeadingZeros");
        lengthMin = options.count("minLength");
        lengthMax = options.count("maxLength");
        pattern = options.pattern("pattern");
        checksum = Checksums.of(options.choice("checksum"));
    }

    @Override
    public String normalize(String raw, String region) {
        String text = CleanText.identifier(raw);
        text = switch (letterCase) {
            case "lower" -> CleanText.attribute(text.toLowerCase(Locale.ROOT));
            case "upper" -> CleanText.attribute(text.toUpperCase(Locale.ROOT));
            default -> text;
        };
        text = stripSeparators ? lettersAndDigits(text) : text;
        text = stripLeadingZeros ? withoutLeadingZeros(text) : text;
        if (text.length() < lengthMin || text.length() > lengthMax) {
            throw new RefusedValue(
                    "invalid_length", "the value must have " + lengthMin + " to " + lengthMax + " characters");
        }
        if (pattern.isPresent() && !pattern.get().matcher(text).matches()) {
            throw new RefusedValue(
                    "invalid_pattern", "the value must match the pattern that the policy gives its type");
        }
        if (!checksum.holds(text)) {
            throw new RefusedValue("invalid_checksum", "the check digit does not fit the rest; look for a typing slip");
        }
        return text;
    }

    /** Combining marks stay with their letters. May be empty only where the text held neither. */
    static String lettersAndDigits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK)
                .forEach(kept::appendCodePoint);
        if (kept.length() == 0) {
            throw new RefusedValue("empty_value", "the value holds no letter and no digit; leave the identifier out");
        }
        return java.text.Normalizer.normalize(kept, java.text.Normalizer.Form.NFKC);
    }

    private static String withoutLeadingZeros(String text) {
        int start = 0;
        while (start < text.length() - 1 && text.charAt(start) == '0') {
            start++;
        }
        return text.substring(start);
    }
}
