package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Dates of birth, whole or in part, as ISO 8601 writes them.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>1980-03-04, 1980-03-04</td></tr>
 * <tr><td>swapped</td><td>1980-03-04, 1980-04-03: day and month</td></tr>
 * <tr><td>digit</td><td>1980-03-04, 1980-08-04; 1980-03-12, 1980-03-21: one digit, or two adjacent transposed</td></tr>
 * <tr><td>yearOff</td><td>1979-03-04, 1980-03-04: a year that is off by one or ten in more than a digit</td></tr>
 * <tr><td>twoDigits</td><td>1980-03-04, 1986-08-04</td></tr>
 * <tr><td>monthDay</td><td>1980-03-04, 1957-03-04</td></tr>
 * <tr><td>yearMonth</td><td>1980-03-04, 1980-03-27; 1980-03, 1980-03-04</td></tr>
 * <tr><td>year</td><td>1980-03-04, 1980-11-27; 1980, 1980-03-04</td></tr>
 * <tr><td>different</td><td>1980-03-04, 1957-11-27</td></tr>
 * </table>
 */
final class BirthDateComparison extends ValueComparison<String> {

    private static final int EXACT = 0;
    private static final int SWAPPED = 1;
    private static final int DIGIT = 2;
    private static final int YEAR_OFF = 3;
    private static final int TWO_DIGITS = 4;
    private static final int MONTH_DAY = 5;
    private static final int YEAR_MONTH = 6;
    private static final int YEAR = 7;
    private static final int DIFFERENT = 8;

    private static final int WHOLE = 8;

    private final List<String> fields;

    BirthDateComparison(List<String> fields) {
        super(
                "birthDate",
                "exact",
                "swapped",
                "digit",
                "yearOff",
                "twoDigits",
                "monthDay",
                "yearMonth",
                "year",
                "different");
        this.fields = fields;
    }

    @Override
    List<String> values(SourceRecord record) {
        List<String> dates = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            String digits = text.replace("-", "");
            int length = digits.length();
            boolean date = length == 4 || length == 6 || length == WHOLE;
            dates.add(date && digits.chars().allMatch(c -> c >= '0' && c <= '9') ? digits : null);
        }
        return dates;
    }

    @Override
    int compare(String left, String right) {
        if (left.length() < WHOLE || right.length() < WHOLE) {
            return ofParts(left, right);
        }
        if (left.equals(right)) {
            return EXACT;
        }
        int years = differences(left, right, 0, 4);
        int rest = differences(left, right, 4, WHOLE);
        if (years == 0 && left.regionMatches(4, right, 6, 2) && left.regionMatches(6, right, 4, 2)) {
            return SWAPPED;
        }
        if (years + rest == 1 || years + rest == 2 && isTransposed(left, right)) {
            return DIGIT;
        }
        if (rest == 0) {
            int apart = Math.abs(year(left) - year(right));
            return apart == 1 || apart == 10 ? YEAR_OFF : years == 2 ? TWO_DIGITS : MONTH_DAY;
        }
        if (years + rest == 2) {
            return TWO_DIGITS;
        }
        return years > 0 ? DIFFERENT : left.regionMatches(4, right, 4, 2) ? YEAR_MONTH : YEAR;
    }

    /** What only one of them says is no evidence. */
    private static int ofParts(String left, String right) {
        if (!left.regionMatches(0, right, 0, 4)) {
            return DIFFERENT;
        }
        if (left.length() == 4 || right.length() == 4) {
            return YEAR;
        }
        return left.regionMatches(4, right, 4, 2) ? YEAR_MONTH : YEAR;
    }

    private static int differences(String left, String right, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += left.charAt(i) == right.charAt(i) ? 0 : 1;
        }
        return count;
    }

    private static boolean isTransposed(String left, String right) {
        int i = 0;
        while (left.charAt(i) == right.charAt(i)) {
            i++;
        }
        return i + 1 < WHOLE && left.charAt(i) == right.charAt(i + 1) && left.charAt(i + 1) == right.charAt(i);
    }

    private static int year(String digits) {
        return Integer.parseInt(digits, 0, 4, 10);
    }

    @Override
    String term(String date, int level) {
        return level == EXACT ? date : null;
    }
}
