package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days in a record's life, such as that of a first order, by how far they are apart. Dates of birth have a comparison
 * of their own.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>2024-03-04, 2024-03-04</td></tr>
 * <tr><td>week</td><td>2024-03-04, 2024-03-08: seven days or less</td></tr>
 * <tr><td>month</td><td>2024-03-04, 2024-03-27: 31 days or less</td></tr>
 * <tr><td>year</td><td>2024-03-04, 2024-11-27: 366 days or less</td></tr>
 * <tr><td>different</td><td>2024-03-04, 2020-11-27</td></tr>
 * </table>
 */
final class DateComparison extends ValueComparison<LocalDate> {

    private static final int EXACT = 0;
    private static final int WEEK = 1;
    private static final int MONTH = 2;
    private static final int YEAR = 3;
    private static final int DIFFERENT = 4;

    private static final int ISO_LENGTH = 10;

    private final List<String> fields;

    DateComparison(List<String> fields) {
        super("date", "exact", "week", "month", "year", "different");
        this.fields = fields;
    }

    /** Of a moment the day counts. */
    @Override
    List<LocalDate> values(SourceRecord record) {
        List<LocalDate> dates = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            try {
                dates.add(LocalDate.parse(text.substring(0, Math.min(ISO_LENGTH, text.length()))));
            } catch (DateTimeException notDate) {
                dates.add(null);
            }
        }
        return dates;
    }

    @Override
    int compare(LocalDate left, LocalDate right) {
        long days = Math.abs(left.toEpochDay() - right.toEpochDay());
        return days == 0 ? EXACT : days <= 7 ? WEEK : days <= 31 ? MONTH : days <= 366 ? YEAR : DIFFERENT;
    }

    @Override
    String term(LocalDate date, int level) {
        return level == EXACT ? date.toString() : null;
    }
}
