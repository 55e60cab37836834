package io.goldenrod.normalize;

import java.util.Locale;

/** Postal codes as the main countries write them. A code that does not fit its country's form is kept as written. */
final class Postcodes {

    private Postcodes() {}

    /**
     * For showing.
     *
     * @param country ISO 3166-1 alpha-2, or null when not known
     */
    static String tidy(String text, String country) {
        String upper = text.toUpperCase(Locale.ROOT).replace("〒", "").strip();
        String bare = bare(upper, country);
        if (country == null) {
            return isGb(bare) ? split(bare, bare.length() - 3, " ") : isCa(bare) ? split(bare, 3, " ") : upper;
        }
        boolean digits = Checksums.isDigits(bare);
        return switch (country) {
            case "GB", "JE", "GG", "IM" -> isGb(bare) ? split(bare, bare.length() - 3, " ") : upper;
            case "CA" -> isCa(bare) ? split(bare, 3, " ") : upper;
            case "US", "PR" -> digits ? zip(bare, upper) : upper;
            case "NL" -> bare.length() == 6 ? split(bare, 4, " ") : upper;
            case "IE" -> bare.length() == 7 ? split(bare, 3, " ") : upper;
            case "JP" -> digits && bare.length() == 7 ? split(bare, 3, "-") : upper;
            case "BR" -> digits && bare.length() == 8 ? split(bare, 5, "-") : upper;
            case "PT" -> digits && bare.length() == 7 ? split(bare, 4, "-") : upper;
            case "PL" -> digits && bare.length() == 5 ? split(bare, 2, "-") : upper;
            case "SE", "CZ", "SK", "GR" -> digits && bare.length() == 5 ? split(bare, 3, " ") : upper;
            case "DE", "FR", "ES", "IT", "FI", "MX" ->
                digits && bare.length() == 4 ? "0" + bare : digits ? bare : upper;
            case "AU" -> digits && bare.length() == 3 ? "0" + bare : digits ? bare : upper;
            case "CH", "LI", "AT", "BE", "DK", "NO", "LU", "HU", "IN", "CN", "RU", "KR", "SG" -> digits ? bare : upper;
            default -> upper;
        };
    }

    /** For comparing: letters and digits; in the United States the five digits that name the place. */
    static String comparable(String tidied, String country) {
        String bare = Folding.fold(tidied).replace(" ", "");
        return "US".equals(country) && bare.length() == 9 && Checksums.isDigits(bare) ? bare.substring(0, 5) : bare;
    }

    /** Without separators, and without a country's sign in front ({@code D-10115}, {@code CH-8001}). */
    private static String bare(String upper, String country) {
        StringBuilder bare = new StringBuilder(upper.length());
        upper.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        int hyphen = upper.indexOf('-');
        if (country != null && (hyphen == 1 || hyphen == 2) && Character.isLetter(upper.charAt(0))) {
            return Checksums.isDigits(bare.substring(hyphen)) ? bare.substring(hyphen) : bare.toString();
        }
        return bare.toString();
    }

    /** Spreadsheets drop leading zeros. */
    private static String zip(String digits, String upper) {
        return switch (digits.length()) {
            case 3, 4, 5 -> "0".repeat(5 - digits.length()) + digits;
            case 9 -> split(digits, 5, "-");
            default -> upper;
        };
    }

    private static boolean isGb(String bare) {
        int length = bare.length();
        return length >= 5
                && length <= 7
                && isLetter(bare.charAt(0))
                && bare.charAt(length - 3) >= '0'
                && bare.charAt(length - 3) <= '9'
                && isLetter(bare.charAt(length - 2))
                && isLetter(bare.charAt(length - 1))
                && bare.substring(1, length - 3).chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isCa(String bare) {
        if (bare.length() != 6) {
            return false;
        }
        for (int i = 0; i < 6; i++) {
            char c = bare.charAt(i);
            if (i % 2 == 0 ? !isLetter(c) : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static String split(String text, int at, String separator) {
        return text.substring(0, at) + separator + text.substring(at);
    }
}
