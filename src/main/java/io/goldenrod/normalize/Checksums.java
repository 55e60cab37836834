package io.goldenrod.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Check digits. Each holds over the whole code, its check digit last. */
enum Checksums {
    NONE {
        @Override
        boolean holds(String code) {
            return true;
        }
    },
    /** ISO/IEC 7812-1, Annex B. Digits only. */
    LUHN {
        @Override
        boolean holds(String code) {
            if (!isDigits(code)) {
                return false;
            }
            int sum = 0;
            for (int i = 0; i < code.length(); i++) {
                int digit = code.charAt(code.length() - 1 - i) - '0';
                int weighted = i % 2 == 0 ? digit : digit * 2;
                sum += weighted > 9 ? weighted - 9 : weighted;
            }
            return sum % 10 == 0;
        }
    },
    /** ISO/IEC 7064, MOD 11-2. Digits, the last perhaps {@code X}. */
    MOD11 {
        @Override
        boolean holds(String code) {
            int last = code.length() - 1;
            boolean tens = last > 0 && (code.charAt(last) == 'X' || code.charAt(last) == 'x');
            if (!isDigits(tens ? code.substring(0, last) : code)) {
                return false;
            }
            int remainder = 0;
            for (int i = 0; i <= last; i++) {
                int digit = i == last && tens ? 10 : code.charAt(i) - '0';
                remainder = i == last ? remainder + digit : (remainder + digit) * 2 % 11;
            }
            return remainder % 11 == 1;
        }
    },
    /** ISO/IEC 7064, MOD 97-10. Digits and letters, a letter counting 10 to 35. */
    MOD97 {
        @Override
        boolean holds(String code) {
            int remainder = 0;
            for (int i = 0; i < code.length(); i++) {
                int value = code.charAt(i) > 0x7f ? -1 : Character.digit(code.charAt(i), 36);
                if (value < 0) {
                    return false;
                }
                remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
            }
            return remainder == 1;
        }
    },
    /** J. Verhoeff, Error Detecting Decimal Codes, 1969. Digits only. */
    VERHOEFF {
        @Override
        boolean holds(String code) {
            if (!isDigits(code)) {
                return false;
            }
            int check = 0;
            for (int i = 0; i < code.length(); i++) {
                int digit = code.charAt(code.length() - 1 - i) - '0';
                check = product(check, permuted(digit, i % 8));
            }
            return check == 0;
        }
    };

    private static final int[] PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    /** Whether the code ends in the check digit that the rest asks for. */
    abstract boolean holds(String code);

    static Checksums of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As written in a policy, {@code none} first. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Checksums each : values()) {
            names.add(each.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The product in the dihedral group of order ten. */
    private static int product(int a, int b) {
        if (a < 5) {
            return b < 5 ? (a + b) % 5 : 5 + (a + b - 5) % 5;
        }
        return b < 5 ? 5 + (a - 5 + 5 - b) % 5 : (a - 5 + 5 - (b - 5)) % 5;
    }

    private static int permuted(int digit, int times) {
        int result = digit;
        for (int i = 0; i < times; i++) {
            result = PERMUTATION[result];
        }
        return result;
    }
}
