package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Amounts, by how far they are apart relative to the larger one.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>120, 120.0</td></tr>
 * <tr><td>percent</td><td>120, 121: one per cent or less</td></tr>
 * <tr><td>tenPercent</td><td>120, 130: ten per cent or less</td></tr>
 * <tr><td>different</td><td>120, 180</td></tr>
 * </table>
 */
final class NumberComparison extends ValueComparison<Double> {

    private static final int EXACT = 0;
    private static final int PERCENT = 1;
    private static final int TEN_PERCENT = 2;
    private static final int DIFFERENT = 3;

    private final List<String> fields;

    NumberComparison(List<String> fields) {
        super("number", "exact", "percent", "tenPercent", "different");
        this.fields = fields;
    }

    @Override
    List<Double> values(SourceRecord record) {
        List<Double> numbers = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            try {
                double number = Double.parseDouble(text.strip());
                numbers.add(Double.isFinite(number) ? (Double) (number + 0.0) : null);
            } catch (NumberFormatException notNumber) {
                numbers.add(null);
            }
        }
        return numbers;
    }

    @Override
    int compare(Double left, Double right) {
        double one = left;
        double other = right;
        if (one == other) {
            return EXACT;
        }
        double apart = Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
        return apart <= 0.01 ? PERCENT : apart <= 0.1 ? TEN_PERCENT : DIFFERENT;
    }

    @Override
    String term(Double number, int level) {
        return level == EXACT ? number.toString() : null;
    }
}
