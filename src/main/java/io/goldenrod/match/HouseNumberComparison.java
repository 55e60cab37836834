package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.List;
import java.util.Objects;

/**
 * House numbers and the numbers of post-office boxes, for models that compare them apart from the street.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>12 Main St, 12 Elm St</td></tr>
 * <tr><td>typo</td><td>112, 121; 12, 12a; 12, 112: one edit, where one has two characters or more</td></tr>
 * <tr><td>different</td><td>12, 47</td></tr>
 * </table>
 */
final class HouseNumberComparison extends ValueComparison<Word> {

    private static final int EXACT = 0;
    private static final int TYPO = 1;
    private static final int DIFFERENT = 2;

    private final List<String> fields;

    HouseNumberComparison(List<String> fields) {
        super("houseNumber", "exact", "typo", "different");
        this.fields = fields;
    }

    @Override
    List<Word> values(SourceRecord record) {
        return AddressComparison.places(record, fields).stream()
                .filter(Objects::nonNull)
                .map(AddressComparison.Place::number)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    int compare(Word left, Word right) {
        if (left.same(right)) {
            return EXACT;
        }
        return AddressComparison.isNear(left, right) ? TYPO : DIFFERENT;
    }

    @Override
    String term(Word number, int level) {
        return level == EXACT ? number.text : null;
    }
}
