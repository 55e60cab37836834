package io.goldenrod.normalize;

import io.goldenrod.normalize.OptionSpec.Values;

/**
 * Identifiers in UUID form: lower case, hyphenated. Read in any case, with or without hyphens, braces or
 * {@code urn:uuid:}. What a device sends when tracking is off (all zeros, or any one digit throughout) is refused.
 *
 * <p>{@code acceptOther}: values in another form are kept as they are.
 */
final class UuidNormalizer implements ValueNormalizer {

    private static final int DIGITS = 32;
    private static final String URN = "urn:uuid:";

    private final boolean acceptOther;

    UuidNormalizer(Values options) {
        this(options.flag("acceptOther"));
    }

    UuidNormalizer(boolean acceptOther) {
        this.acceptOther = acceptOther;
    }

    @Override
    public String normalize(String raw, String region) {
        String text = CleanText.identifier(raw);
        char[] digits = digits(text);
        boolean same = true;
        if (digits == null) {
            if (!acceptOther) {
                throw new RefusedValue("invalid_uuid", "the value must be a UUID: 32 hexadecimal digits");
            }
            same = isOneCharacter(text);
        } else {
            for (char digit : digits) {
                same &= digit == digits[0];
            }
        }
        if (same) {
            throw new RefusedValue(
                    "zeroed_id", "the value is one digit throughout, as sent when tracking is off; leave it out");
        }
        return digits == null ? text : hyphenated(digits);
    }

    private static boolean isOneCharacter(String text) {
        char first = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (first != 0 && c != first) {
                    return false;
                }
                first = c;
            }
        }
        return true;
    }

    /** The 32 digits in lower case, or null. Hyphens stand in their four places or nowhere. */
    private static char[] digits(String text) {
        int start = text.regionMatches(true, 0, URN, 0, URN.length()) ? URN.length() : 0;
        int end = text.length();
        if (end - start > 2 && text.charAt(start) == '{' && text.charAt(end - 1) == '}') {
            start++;
            end--;
        }
        boolean hyphens = end - start == DIGITS + 4;
        if (!hyphens && end - start != DIGITS) {
            return null;
        }
        char[] digits = new char[DIGITS];
        int count = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int place = i - start;
            if (hyphens && (place == 8 || place == 13 || place == 18 || place == 23)) {
                if (c != '-') {
                    return null;
                }
            } else {
                int digit = c > 0x7f ? -1 : Character.digit(c, 16);
                if (digit < 0) {
                    return null;
                }
                digits[count++] = Character.forDigit(digit, 16);
            }
        }
        return digits;
    }

    private static String hyphenated(char[] digits) {
        return new StringBuilder(36)
                .append(digits, 0, 8)
                .append('-')
                .append(digits, 8, 4)
                .append('-')
                .append(digits, 12, 4)
                .append('-')
                .append(digits, 16, 4)
                .append('-')
                .append(digits, 20, 12)
                .toString();
    }
}
