package io.goldenrod.generate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Errors as they happen: on a keyboard, in reading by machine or from handwriting, in listening, and in taking one
 * field for another. A slip never leaves a value that its type refuses.
 */
final class Slips {

    /** How a value got into its system. */
    enum Manner {
        KEYBOARD,
        SCAN,
        HEARING
    }

    private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"};

    private static final String[][] LOOK_ALIKE = {
        {"m", "rn"}, {"rn", "m"}, {"l", "i"}, {"i", "l"}, {"cl", "d"}, {"d", "cl"}, {"h", "b"}, {"e", "c"}, {"c", "e"},
        {"u", "v"}, {"v", "u"}, {"w", "vv"}, {"a", "o"}, {"o", "a"}, {"n", "h"}, {"t", "f"}, {"g", "q"}, {"1", "7"},
        {"7", "1"}, {"0", "8"}, {"8", "3"}, {"3", "8"}, {"5", "6"}, {"6", "5"}
    };

    private static final String[][] SOUND_ALIKE = {
        {"ph", "f"}, {"f", "ph"}, {"ie", "y"}, {"y", "ie"}, {"c", "k"}, {"k", "c"}, {"ck", "k"}, {"ee", "ea"},
        {"ea", "ee"}, {"ei", "ie"}, {"ie", "ei"}, {"s", "z"}, {"z", "s"}, {"v", "w"}, {"w", "v"}, {"ll", "l"},
        {"tt", "t"}, {"nn", "n"}, {"n", "nn"}, {"t", "th"}, {"th", "t"}, {"i", "y"}, {"ou", "u"}, {"er", "a"},
        {"qu", "kw"}, {"x", "ks"}, {"ai", "ay"}, {"ay", "ai"}, {"ss", "s"}, {"b", "p"}, {"d", "t"}, {"m", "n"}
    };

    private Slips() {}

    /** Where a slip can happen. */
    private enum Field {
        GIVEN,
        FAMILY,
        NAMES,
        BIRTH_DATE,
        EMAIL,
        PHONE,
        LINE,
        CITY,
        POSTCODE
    }

    /** One slip, now and then two or three. Nothing happens to a record that says nothing to get wrong. */
    static void make(Draw draw, Draft draft) {
        List<Field> fields = fields(draft);
        if (fields.isEmpty()) {
            return;
        }
        int count = draw.chance(0.75) ? 1 : draw.chance(0.7) ? 2 : 3;
        for (int i = 0; i < count; i++) {
            make(draw, draft, draw.oneOf(fields));
        }
    }

    /** Each as often as it is got wrong. */
    private static List<Field> fields(Draft draft) {
        List<Field> fields = new ArrayList<>(16);
        add(fields, Field.GIVEN, draft.givenName == null ? 0 : 4);
        add(fields, Field.FAMILY, draft.familyName == null ? 0 : 5);
        add(fields, Field.NAMES, draft.givenName == null || draft.familyName == null ? 0 : 1);
        add(fields, Field.BIRTH_DATE, draft.birthDate == null ? 0 : 3);
        add(fields, Field.EMAIL, draft.email == null ? 0 : 2);
        add(fields, Field.PHONE, draft.mobile == null && draft.landline == null ? 0 : 2);
        add(fields, Field.LINE, draft.line1 == null ? 0 : 4);
        add(fields, Field.CITY, draft.city == null ? 0 : 1);
        add(fields, Field.POSTCODE, draft.postcode == null ? 0 : 1);
        return fields;
    }

    private static void add(List<Field> fields, Field field, int times) {
        for (int i = 0; i < times; i++) {
            fields.add(field);
        }
    }

    private static void make(Draw draw, Draft draft, Field field) {
        Manner manner = draft.origin.manner();
        switch (field) {
            case GIVEN ->
                draft.givenName = draw.chance(0.12) ? initial(draft.givenName) : word(draw, manner, draft.givenName);
            case FAMILY -> draft.familyName = word(draw, manner, draft.familyName);
            case NAMES -> {
                String given = draft.givenName;
                draft.givenName = draft.familyName;
                draft.familyName = given;
            }
            case BIRTH_DATE -> draft.birthDate = date(draw, draft.birthDate);
            case EMAIL -> draft.email = email(draw, manner, draft.email);
            case PHONE -> {
                if (draft.mobile != null) {
                    draft.mobile = phone(draw, draft.mobile);
                } else {
                    draft.landline = phone(draw, draft.landline);
                }
            }
            case LINE -> draft.line1 = draw.chance(0.3) ? digit(draw, draft.line1) : word(draw, manner, draft.line1);
            case CITY -> draft.city = word(draw, manner, draft.city);
            case POSTCODE -> draft.postcode = digit(draw, draft.postcode);
        }
    }

    private static String initial(String name) {
        return name.substring(0, 1);
    }

    /** A word of two letters or more gets another form; a shorter one stays. */
    static String word(Draw draw, Manner manner, String word) {
        if (word.length() < 2) {
            return word;
        }
        String slipped = switch (manner) {
            case KEYBOARD -> typed(draw, word);
            case SCAN -> draw.chance(0.6) ? replaced(draw, word, LOOK_ALIKE) : typed(draw, word);
            case HEARING -> draw.chance(0.8) ? replaced(draw, word, SOUND_ALIKE) : typed(draw, word);
        };
        return slipped.equals(word) ? typed(draw, word) : slipped;
    }

    private static String typed(Draw draw, String word) {
        int at = draw.below(word.length());
        char c = word.charAt(at);
        if (!Character.isLetterOrDigit(c)) {
            return word.substring(0, at) + word.substring(at + 1);
        }
        int next = Math.min(at, word.length() - 2);
        return switch (draw.weighted(35, 25, 20, 20)) {
            case 0 -> word.substring(0, at) + near(draw, c) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, next) + word.charAt(next + 1) + word.charAt(next) + word.substring(next + 2);
            default -> word.substring(0, at) + c + word.substring(at);
        };
    }

    /** The key beside, in the same case. */
    private static char near(Draw draw, char c) {
        char lower = Character.toLowerCase(c);
        for (String row : KEYS) {
            int at = row.indexOf(lower);
            if (at >= 0) {
                int beside = at == 0 ? 1 : at == row.length() - 1 || draw.chance(0.5) ? at - 1 : at + 1;
                return Character.isUpperCase(c) ? Character.toUpperCase(row.charAt(beside)) : row.charAt(beside);
            }
        }
        return 'e';
    }

    /** One of the letters or pairs that occur, put for another. */
    private static String replaced(Draw draw, String word, String[][] pairs) {
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        if (lower.length() != word.length()) {
            return word;
        }
        int start = draw.below(pairs.length);
        for (int i = 0; i < pairs.length; i++) {
            String[] pair = pairs[(start + i) % pairs.length];
            int at = lower.indexOf(pair[0], draw.below(2));
            if (at >= 0) {
                boolean capital = Character.isUpperCase(word.charAt(at));
                String put = capital ? Character.toUpperCase(pair[1].charAt(0)) + pair[1].substring(1) : pair[1];
                return word.substring(0, at) + put + word.substring(at + pair[0].length());
            }
        }
        return word;
    }

    /** Another digit for one of them; a text without digits stays. */
    static String digit(Draw draw, String text) {
        int start = draw.below(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = (start + i) % text.length();
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                return text.substring(0, at)
                        + (char) ('0' + (c - '0' + 1 + draw.below(9)) % 10)
                        + text.substring(at + 1);
            }
        }
        return text;
    }

    /** Day and month swapped, a digit wrong, or a neighbouring year; always a date. */
    static LocalDate date(Draw draw, LocalDate date) {
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        int kind = draw.weighted(35, 30, 15, 20);
        if (kind == 0 && day <= 12 && day != month) {
            return LocalDate.of(date.getYear(), day, month);
        }
        try {
            return switch (kind) {
                case 2 -> LocalDate.of(date.getYear(), 1 + (month + draw.below(11)) % 12, day);
                case 3 ->
                    LocalDate.of(
                            date.getYear() + (draw.chance(0.5) ? -1 : 1) * (draw.chance(0.3) ? 10 : 1), month, day);
                default -> LocalDate.of(date.getYear(), month, 1 + (day + draw.below(26)) % 28);
            };
        } catch (DateTimeException noSuchDay) {
            return date.withDayOfMonth(1);
        }
    }

    /** In the letters of the local part. */
    private static String email(Draw draw, Manner manner, String email) {
        int end = email.indexOf('@');
        while (end > 0 && email.charAt(end - 1) >= '0' && email.charAt(end - 1) <= '9') {
            end--;
        }
        int dot = Math.max(
                        email.substring(0, end).indexOf('.'),
                        email.substring(0, end).indexOf('_'))
                + 1;
        return email.substring(0, dot) + word(draw, manner, email.substring(dot, end)) + email.substring(end);
    }

    /** In the last four digits, so that the number stays in its range. */
    private static String phone(Draw draw, String number) {
        int at = number.length() - 4;
        String last = number.substring(at);
        int swap = draw.below(3);
        if (draw.chance(0.5) && last.charAt(swap) != last.charAt(swap + 1)) {
            return number.substring(0, at + swap)
                    + last.charAt(swap + 1)
                    + last.charAt(swap)
                    + last.substring(swap + 2);
        }
        return number.substring(0, at) + digit(draw, last);
    }
}
