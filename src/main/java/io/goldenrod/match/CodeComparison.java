package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Numbers and codes that name somebody: of passports, of national registers, of accounts.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>AB-123456, ab123456</td></tr>
 * <tr><td>typo</td><td>123456789, 123465789: one character, or two transposed, in five or more</td></tr>
 * <tr><td>twoTypos</td><td>123456789, 129456780: two of these, in eight characters or more</td></tr>
 * <tr><td>different</td><td>123456789, 987654321</td></tr>
 * </table>
 */
final class CodeComparison extends ValueComparison<Word> {

    private static final int EXACT = 0;
    private static final int TYPO = 1;
    private static final int TWO_TYPOS = 2;
    private static final int DIFFERENT = 3;

    private static final int TYPO_LENGTH_MIN = 5;
    private static final int TWO_TYPOS_LENGTH_MIN = 8;

    private final List<String> fields;

    CodeComparison(List<String> fields) {
        super("identifier", "exact", "typo", "twoTypos", "different");
        this.fields = fields;
    }

    @Override
    List<Word> values(SourceRecord record) {
        List<Word> codes = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            codes.add(Word.of(lettersAndDigits(text.toLowerCase(Locale.ROOT))));
        }
        return codes;
    }

    static String lettersAndDigits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    @Override
    int compare(Word left, Word right) {
        if (left.same(right)) {
            return EXACT;
        }
        int length = Math.min(left.length(), right.length());
        if (length >= TYPO_LENGTH_MIN && left.isWithin(right, 1)) {
            return TYPO;
        }
        return length >= TWO_TYPOS_LENGTH_MIN && left.isWithin(right, 2) ? TWO_TYPOS : DIFFERENT;
    }

    @Override
    String term(Word code, int level) {
        return level == EXACT ? code.text : null;
    }
}
