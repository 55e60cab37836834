package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Telephone numbers, international or local, by their digits.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>+442079460018, 020 7946 0018</td></tr>
 * <tr><td>local</td><td>+17029191300, 9191300; 702-919-1300, 725-919-1300: the last seven digits</td></tr>
 * <tr><td>typo</td><td>7029191300, 7029193100: one digit, or two transposed</td></tr>
 * <tr><td>different</td><td>7029191300, 7024567890</td></tr>
 * </table>
 */
final class PhoneComparison extends ValueComparison<Word> {

    private static final int EXACT = 0;
    private static final int LOCAL = 1;
    private static final int TYPO = 2;
    private static final int DIFFERENT = 3;

    private static final int DIGITS_MIN = 5;
    private static final int LOCAL_DIGITS = 7;

    /** Numbers that differ in front of so many digits differ by how country and area are dialled. */
    private static final int NATIONAL_DIGITS = 9;

    private final List<String> fields;

    PhoneComparison(List<String> fields) {
        super("phone", "exact", "local", "typo", "different");
        this.fields = fields;
    }

    @Override
    List<Word> values(SourceRecord record) {
        List<Word> numbers = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            StringBuilder digits = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                int digit = Character.digit(text.charAt(i), 10);
                if (digit > 0 || digit == 0 && digits.length() > 0) {
                    digits.append((char) ('0' + digit));
                }
            }
            numbers.add(digits.length() < DIGITS_MIN ? null : Word.of(digits.toString()));
        }
        return numbers;
    }

    @Override
    int compare(Word left, Word right) {
        if (left.same(right)) {
            return EXACT;
        }
        String one = left.text;
        String other = right.text;
        int ending = commonEnding(one, other);
        int shorter = Math.min(one.length(), other.length());
        if (ending == shorter && ending >= NATIONAL_DIGITS) {
            return EXACT;
        }
        if (ending >= LOCAL_DIGITS) {
            return LOCAL;
        }
        return shorter >= LOCAL_DIGITS && left.isWithin(right, 1) ? TYPO : DIFFERENT;
    }

    private static int commonEnding(String left, String right) {
        int max = Math.min(left.length(), right.length());
        int count = 0;
        while (count < max && left.charAt(left.length() - 1 - count) == right.charAt(right.length() - 1 - count)) {
            count++;
        }
        return count;
    }

    @Override
    String term(Word number, int level) {
        return level == EXACT ? number.text : level == LOCAL ? number.text.substring(number.length() - 7) : null;
    }
}
