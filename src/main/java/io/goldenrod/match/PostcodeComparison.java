package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Postal codes.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>SW1A 1AA, sw1a1aa; 60601, 60601-1234</td></tr>
 * <tr><td>typo</td><td>60601, 60610: one edit</td></tr>
 * <tr><td>area</td><td>60601, 60657; SW1A 1AA, SW1A 2BB: all but the last two characters, or three after a
 * letter</td></tr>
 * <tr><td>different</td><td>60601, 10001</td></tr>
 * </table>
 */
final class PostcodeComparison extends ValueComparison<Word> {

    private static final int EXACT = 0;
    private static final int TYPO = 1;
    private static final int AREA = 2;
    private static final int DIFFERENT = 3;

    private final List<String> fields;

    PostcodeComparison(List<String> fields) {
        super("postcode", "exact", "typo", "area", "different");
        this.fields = fields;
    }

    @Override
    List<Word> values(SourceRecord record) {
        List<Word> codes = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            String code = CodeComparison.lettersAndDigits(text.toLowerCase(Locale.ROOT));
            boolean extended = code.length() == 9 && code.chars().allMatch(c -> c >= '0' && c <= '9');
            codes.add(Word.of(extended ? code.substring(0, 5) : code));
        }
        return codes;
    }

    @Override
    int compare(Word left, Word right) {
        if (left.same(right)) {
            return EXACT;
        }
        if (left.isTypo(right)) {
            return TYPO;
        }
        int area = area(left);
        boolean same = area > 0 && area == area(right) && left.text.regionMatches(0, right.text, 0, area);
        return same ? AREA : DIFFERENT;
    }

    private static int area(Word code) {
        return code.length() - (code.scripts == 0 ? 2 : 3);
    }

    @Override
    String term(Word code, int level) {
        return level == AREA ? null : code.text;
    }
}
