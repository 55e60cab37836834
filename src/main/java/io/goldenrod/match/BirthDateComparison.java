package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Dates of birth, whole or in part, as ISO 8601 writes them.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>1980-03-04, 1980-03-04</td></tr>
 * <tr><td>swapped</td><td>1980-03-04, 1980-04-03: day and month</td></tr>
 * <tr><td>digit</td><td>1980-03-04, 1980-08-04; 1980-03-12, 1980-03-21: one digit, or two adjacent
 * transposed</td></tr>
 * <tr><td>yearOff</td><td>1979-03-04, 1980-03-04: a year off by one or ten, in more than a digit</td></tr>
 * <tr><td>days</td><td>1980-03-04, 1980-02-27: 31 days or less apart</td></tr>
 * <tr><td>shifted</td><td>1979-03-06, 1980-03-04: the same with a year off by one or ten</td></tr>
 * <tr><td>twoDigits</td><td>1980-03-04, 1986-08-04: any two digits, in month or day at least one</td></tr>
 * <tr><td>monthDay</td><td>1980-03-04, 1957-03-04</td></tr>
 * <tr><td>yearMonth</td><td>1980-03, 1980-03-27: of at least one, the day is not known</td></tr>
 * <tr><td>year</td><td>1980-03-04, 1980-11-27; 1980, 1980-03-04</td></tr>
 * <tr><td>different</td><td>1980-03-04, 1957-11-27</td></tr>
 * </table>
 */
final class BirthDateComparison extends ValueComparison<BirthDateComparison.Birth> {

    private static final int EXACT = 0;
    private static final int SWAPPED = 1;
    private static final int DIGIT = 2;
    private static final int YEAR_OFF = 3;
    private static final int DAYS = 4;
    private static final int SHIFTED = 5;
    private static final int TWO_DIGITS = 6;
    private static final int MONTH_DAY = 7;
    private static final int YEAR_MONTH = 8;
    private static final int YEAR = 9;
    private static final int DIFFERENT = 10;

    private static final int NEAR_DAYS = 31;
    private static final double YEAR_DAYS = 365.25;

    /**
     * @param month 1 to 12; 0 when not known
     * @param day 1 to 31; 0 when not known
     * @param digits of year, month and day, four bits each
     * @param epochDay days since 1970-01-01; 0 when month or day is not known
     */
    record Birth(int year, int month, int day, int digits, int epochDay) {

        static Birth of(String iso) {
            try {
                int year = Integer.parseInt(iso, 0, 4, 10);
                int month = iso.length() < 7 ? 0 : Integer.parseInt(iso, 5, 7, 10);
                int day = iso.length() < 10 ? 0 : Integer.parseInt(iso, 8, 10, 10);
                int digits = decimals(year, 4) << 16 | decimals(month, 2) << 8 | decimals(day, 2);
                int epochDay =
                        day == 0 ? 0 : (int) LocalDate.of(year, month, day).toEpochDay();
                return new Birth(year, month, day, digits, epochDay);
            } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException notDate) {
                return null;
            }
        }

        /** {@code 1990-05-12}, with zeros for what is not known. */
        String text() {
            String figures = Integer.toHexString(digits);
            String padded = "0".repeat(8 - figures.length()) + figures;
            return padded.substring(0, 4) + "-" + padded.substring(4, 6) + "-" + padded.substring(6);
        }
    }

    private static int decimals(int number, int count) {
        int digits = 0;
        int rest = number;
        for (int i = 0; i < count; i++) {
            digits |= rest % 10 << 4 * i;
            rest /= 10;
        }
        return digits;
    }

    private final List<String> fields;

    BirthDateComparison(List<String> fields) {
        super(
                "birthDate",
                "exact",
                "swapped",
                "digit",
                "yearOff",
                "days",
                "shifted",
                "twoDigits",
                "monthDay",
                "yearMonth",
                "year",
                "different");
        this.fields = fields;
    }

    @Override
    List<Birth> values(SourceRecord record) {
        List<Birth> dates = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            dates.add(Birth.of(text));
        }
        return dates;
    }

    @Override
    int compare(Birth left, Birth right) {
        if (left.day == 0 || right.day == 0) {
            return ofParts(left, right);
        }
        if (left.digits == right.digits) {
            return EXACT;
        }
        if (left.year == right.year && left.month == right.day && left.day == right.month) {
            return SWAPPED;
        }
        int count = differences(left.digits, right.digits);
        if (count == 1 || count == 2 && isTransposed(left.digits, right.digits)) {
            return DIGIT;
        }
        boolean sameDay = left.month == right.month && left.day == right.day;
        int years = Math.abs(left.year - right.year);
        if (sameDay && (years == 1 || years == 10)) {
            return YEAR_OFF;
        }
        int days = Math.abs(left.epochDay - right.epochDay);
        if (days <= NEAR_DAYS) {
            return DAYS;
        }
        if (Math.abs(days - YEAR_DAYS) <= NEAR_DAYS || Math.abs(days - 10 * YEAR_DAYS) <= NEAR_DAYS) {
            return SHIFTED;
        }
        if (sameDay) {
            return MONTH_DAY;
        }
        return count == 2 ? TWO_DIGITS : years == 0 ? YEAR : DIFFERENT;
    }

    /** What only one of them says is no evidence. */
    private static int ofParts(Birth left, Birth right) {
        if (left.year != right.year) {
            return DIFFERENT;
        }
        return left.month > 0 && left.month == right.month ? YEAR_MONTH : YEAR;
    }

    private static int differences(int left, int right) {
        int differing = left ^ right;
        differing |= differing >>> 1;
        differing |= differing >>> 2;
        return Integer.bitCount(differing & 0x11111111);
    }

    private static boolean isTransposed(int left, int right) {
        int at = Integer.numberOfTrailingZeros(left ^ right) & ~3;
        int one = left >>> at;
        int other = right >>> at;
        return at < 28 && (one & 15) == (other >>> 4 & 15) && (one >>> 4 & 15) == (other & 15);
    }

    @Override
    String term(Birth birth, int level) {
        return level == EXACT ? birth.text() : null;
    }
}
