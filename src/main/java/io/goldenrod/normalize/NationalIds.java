package io.goldenrod.normalize;

import static io.goldenrod.normalize.Checksums.isDigits;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is known of single countries' numbers, on values in upper case without separators. */
final class NationalIds {

    private static final Map<String, Predicate<String>> RULES = new TreeMap<>();

    /** Printed in advertisements and examples, and never anybody's. */
    private static final Set<String> SSN_PRINTED = Set.of("078051120", "219099999", "123456789", "987654321");

    static {
        RULES.put("us_ssn", NationalIds::isUsSsn);
        RULES.put("gb_nino", NationalIds::isGbNino);
        RULES.put("ca_sin", text -> text.length() == 9 && text.charAt(0) != '0' && Checksums.LUHN.holds(text));
        RULES.put("br_cpf", NationalIds::isBrCpf);
        RULES.put("es_dni", NationalIds::isEsDni);
        RULES.put("fr_nir", NationalIds::isFrNir);
        RULES.put("it_cf", NationalIds::isItCodiceFiscale);
        RULES.put("nl_bsn", text -> text.length() == 9 && weigh(text, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0);
        RULES.put("pl_pesel", text -> text.length() == 11 && weigh(text, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0);
        RULES.put("se_personnummer", NationalIds::isSePersonnummer);
        RULES.put("fi_hetu", NationalIds::isFiHetu);
        RULES.put("za_id", text -> text.length() == 13 && Checksums.LUHN.holds(text));
        RULES.put("in_aadhaar", text -> text.length() == 12 && text.charAt(0) > '1' && Checksums.VERHOEFF.holds(text));
        RULES.put("cn_ric", text -> text.length() == 18 && Checksums.MOD11.holds(text));
        RULES.put("au_tfn", text -> text.length() == 9 && weigh(text, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0);
        RULES.put("no_fnr", NationalIds::isNoFnr);
    }

    private NationalIds() {}

    static List<String> kinds() {
        return List.copyOf(RULES.keySet());
    }

    static Predicate<String> rule(String kind) {
        return RULES.get(kind);
    }

    /** The weighted sum of the digits, never negative where it is used; a sum that fits no rule when not all are. */
    private static int weigh(String text, int... weights) {
        if (!isDigits(text) || text.length() < weights.length) {
            return 1;
        }
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (text.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    /** Social Security Administration: areas 000, 666 and 900–999, group 00 and serial 0000 are never given out. */
    private static boolean isUsSsn(String text) {
        return text.length() == 9
                && isDigits(text)
                && text.charAt(0) != '9'
                && !text.startsWith("000")
                && !text.startsWith("666")
                && !text.startsWith("00", 3)
                && !text.startsWith("0000", 5)
                && !SSN_PRINTED.contains(text);
    }

    /** HM Revenue and Customs, National Insurance Manual NIM39110. */
    private static boolean isGbNino(String text) {
        if (text.length() < 8 || text.length() > 9 || !isDigits(text.substring(2, 8))) {
            return false;
        }
        String prefix = text.substring(0, 2);
        return isLetter(prefix.charAt(0))
                && isLetter(prefix.charAt(1))
                && "DFIQUV".indexOf(prefix.charAt(0)) < 0
                && "DFIQUVO".indexOf(prefix.charAt(1)) < 0
                && !Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ").contains(prefix)
                && (text.length() == 8 || "ABCD".indexOf(text.charAt(8)) >= 0);
    }

    private static boolean isBrCpf(String text) {
        return text.length() == 11
                && isDigits(text)
                && weigh(text, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == text.charAt(9) - '0'
                && weigh(text, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == text.charAt(10) - '0';
    }

    /** DNI and NIE: the letter is the number modulo 23. */
    private static boolean isEsDni(String text) {
        if (text.length() != 9) {
            return false;
        }
        int foreign = "XYZ".indexOf(text.charAt(0));
        String number = foreign < 0 ? text.substring(0, 8) : foreign + text.substring(1, 8);
        return isDigits(number) && text.charAt(8) == "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number) % 23);
    }

    /** INSEE: 97 minus the number modulo 97; Corsica's 2A and 2B count as 19 and 18. */
    private static boolean isFrNir(String text) {
        if (text.length() != 15) {
            return false;
        }
        String number = text.substring(0, 13);
        if (number.startsWith("2A", 5)) {
            number = number.substring(0, 5) + "19" + number.substring(7);
        } else if (number.startsWith("2B", 5)) {
            number = number.substring(0, 5) + "18" + number.substring(7);
        }
        return isDigits(number)
                && isDigits(text.substring(13))
                && 97 - Long.parseLong(number) % 97 == Long.parseLong(text.substring(13));
    }

    /** Decreto ministeriale 12 March 1974. */
    private static boolean isItCodiceFiscale(String text) {
        if (text.length() != 16) {
            return false;
        }
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9')) {
                return false;
            }
            int value = isLetter(c) ? c - 'A' : c - '0';
            sum += i % 2 == 0 ? odd[value] : value;
        }
        return text.charAt(15) == 'A' + sum % 26;
    }

    /** Ten digits, or twelve with the century in front, which does not enter the check digit. */
    private static boolean isSePersonnummer(String text) {
        return text.length() == 10 && Checksums.LUHN.holds(text)
                || text.length() == 12 && isDigits(text) && Checksums.LUHN.holds(text.substring(2));
    }

    /** Six digits, a century sign that separators' dropping may have removed, three digits and a check character. */
    private static boolean isFiHetu(String text) {
        if (text.length() < 10 || text.length() > 11) {
            return false;
        }
        String number = text.substring(0, 6) + text.substring(text.length() - 4, text.length() - 1);
        return isDigits(number)
                && text.charAt(text.length() - 1)
                        == "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(number) % 31);
    }

    private static boolean isNoFnr(String text) {
        return text.length() == 11
                && weigh(text, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && weigh(text, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
