package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * One of a few values, such as a gender.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>same</td><td>female, Female</td></tr>
 * <tr><td>different</td><td>female, male</td></tr>
 * </table>
 */
final class CategoryComparison extends ValueComparison<String> {

    private final List<String> fields;

    CategoryComparison(String kind, List<String> fields) {
        super(kind, "same", "different");
        this.fields = fields;
    }

    @Override
    List<String> values(SourceRecord record) {
        List<String> values = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            String folded = Names.fold(text);
            values.add(folded.isEmpty() ? null : folded);
        }
        return values;
    }

    @Override
    int compare(String left, String right) {
        return left.equals(right) ? 0 : 1;
    }

    @Override
    String term(String value, int level) {
        return value;
    }
}
