package io.goldenrod.normalize;

import io.goldenrod.policy.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Dates as people and systems write them, made ISO 8601. Part of a date is a date: {@code 1990}, {@code 1990-05}.
 *
 * <p>Never guessed: day and month in {@code 05/12/1990} unless one of them is above 12, both are equal, or the order is
 * given; the century of {@code 90} unless the order is given: then it is the last year of that writing that is not in
 * the future; the day of a moment that is neither midnight nor noon, for it depends on the time zone. Full stops mean
 * day first ({@code 12.05.1990}), as they do wherever dates are written with them.
 */
public final class Dates {

    /** What a text says. */
    public sealed interface Reading {

        /** @param iso {@code 1990-05-12}, {@code 1990-05} or {@code 1990} */
        record Date(String iso) implements Reading {}

        /**
         * @param code {@code invalid_date, impossible_date, ambiguous_date, future_date, placeholder_date}
         * @param message what to write; never holds the text
         */
        record Refusal(String code, String message) implements Reading {}
    }

    private static final int YEAR_MIN = 1700;
    private static final int YEAR_MAX = 2199;
    private static final int LENGTH_MAX = 64;

    /** What systems put where a date is not known. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("1753-01-01", "1800-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1900-00-00");

    private static final Map<String, Integer> MONTHS = DateWords.months();

    /**
     * What is known of how a date is written.
     *
     * @param dots whether full stops part its numbers
     */
    private record Writing(DateOrder order, boolean dots, LocalDate latest) {

        /** As {@link Dates#date}, with a year of two digits where the order is known. */
        String date(String year, String month, String day) {
            if (year.length() != 2 || order == null) {
                return Dates.date(year, month, day);
            }
            int century = latest.getYear() / 100;
            String recent = Dates.date(century + year, month, day);
            return recent.compareTo(latest.toString()) <= 0 ? recent : Dates.date(century - 1 + year, month, day);
        }
    }

    private Dates() {}

    /**
     * Reads a date.
     *
     * @param order of dates in numbers; null when not known
     * @param latest the last day that is not in the future
     */
    public static Reading read(String text, DateOrder order, LocalDate latest) {
        try {
            return new Reading.Date(parse(CleanText.attribute(text), order, latest));
        } catch (RefusedValue refusal) {
            return new Reading.Refusal(refusal.code(), refusal.getMessage());
        }
    }

    static String parse(String text, DateOrder order, LocalDate latest) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            throw invalid();
        }
        String iso = isIsoDay(text) ? date(text.substring(0, 4), text.substring(5, 7), text.substring(8)) : null;
        if (iso == null) {
            List<String> parts = DateWords.parts(text);
            iso = parts == null ? null : read(withoutTime(parts), new Writing(order, text.indexOf('.') > 0, latest));
        }
        if (iso == null) {
            throw invalid();
        }
        if (PLACEHOLDERS.contains(iso)) {
            throw new RefusedValue(
                    "placeholder_date", "the date is one that systems write for an unknown one; leave it out");
        }
        if (iso.compareTo(latest.toString().substring(0, iso.length())) > 0) {
            throw new RefusedValue("future_date", "the date must not lie in the future");
        }
        return iso;
    }

    private static boolean isIsoDay(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (i != 4 && i != 7 && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Drops a time of day of midnight or noon; refuses another. */
    private static List<String> withoutTime(List<String> parts) {
        int time = parts.indexOf("time");
        if (time < 0) {
            return parts;
        }
        List<String> clock = parts.subList(time + 1, parts.size());
        boolean plain = !clock.isEmpty()
                && (clock.get(0).equals("00")
                        || clock.get(0).equals("0")
                        || clock.get(0).equals("12"))
                && clock.subList(1, clock.size()).stream()
                        .allMatch(each -> each.chars().allMatch(c -> c == '0'));
        if (!plain) {
            throw new RefusedValue(
                    "ambiguous_date", "a moment's day depends on the time zone; write the day alone, as 1990-05-12");
        }
        return parts.subList(0, time);
    }

    /** Null when the parts are no date. */
    private static String read(List<String> parts, Writing writing) {
        List<String> numbers = new ArrayList<>(parts);
        int month = 0;
        int monthAt = -1;
        for (int i = 0; i < numbers.size(); i++) {
            Integer named = MONTHS.get(numbers.get(i));
            if (named != null) {
                if (monthAt >= 0) {
                    return null;
                }
                month = named;
                monthAt = i;
            }
        }
        if (monthAt >= 0) {
            numbers.remove(monthAt);
        }
        if (!numbers.stream().allMatch(Checksums::isDigits)) {
            return null;
        }
        return monthAt >= 0 ? withNamedMonth(numbers, month, writing) : ofNumbers(numbers, writing);
    }

    private static String withNamedMonth(List<String> numbers, int month, Writing writing) {
        String named = "%02d".formatted(month);
        if (numbers.size() == 1) {
            return numbers.get(0).length() == 4 ? date(numbers.get(0), named, null) : null;
        }
        if (numbers.size() != 2) {
            return null;
        }
        boolean yearFirst =
                numbers.get(0).length() == 4 || numbers.get(1).length() != 4 && writing.order() == DateOrder.YMD;
        return writing.date(numbers.get(yearFirst ? 0 : 1), named, numbers.get(yearFirst ? 1 : 0));
    }

    private static String ofNumbers(List<String> numbers, Writing writing) {
        String first = numbers.isEmpty() ? "" : numbers.get(0);
        switch (numbers.size()) {
            case 1:
                return first.length() == 4
                        ? date(first, null, null)
                        : first.length() == 8 ? compact(first, writing) : null;
            case 2:
                if (first.length() == 4) {
                    return date(first, numbers.get(1), null);
                }
                return numbers.get(1).length() == 4 ? date(numbers.get(1), first, null) : null;
            case 3:
                return first.length() == 4
                        ? date(first, numbers.get(1), numbers.get(2))
                        : dayAndMonth(first, numbers.get(1), numbers.get(2), writing);
            default:
                return null;
        }
    }

    private static String compact(String digits, Writing writing) {
        int year = Integer.parseInt(digits, 0, 4, 10);
        int month = Integer.parseInt(digits, 4, 6, 10);
        if (year >= YEAR_MIN && year <= YEAR_MAX && month <= 12) {
            return date(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6));
        }
        return dayAndMonth(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), writing);
    }

    private static String dayAndMonth(String first, String second, String third, Writing writing) {
        if (first.length() > 2 || second.length() > 2) {
            return null;
        }
        if (writing.order() == DateOrder.YMD && third.length() <= 2) {
            return writing.date(first, second, third);
        }
        int one = Integer.parseInt(first);
        int two = Integer.parseInt(second);
        if (one > 12 || one == two) {
            return writing.date(third, second, first);
        }
        if (two > 12) {
            return writing.date(third, first, second);
        }
        if (writing.order() == DateOrder.DMY || writing.dots() && writing.order() == null) {
            return writing.date(third, second, first);
        }
        if (writing.order() == DateOrder.MDY) {
            return writing.date(third, first, second);
        }
        throw new RefusedValue("ambiguous_date", "day and month could be either way round; write it as 1990-05-12");
    }

    /**
     * The order that a date written in three numbers cannot but have, because one of them is no month; null when it
     * could have several, or is no such date.
     */
    public static DateOrder proven(String text) {
        String clean = CleanText.attribute(text);
        List<String> parts = clean.length() > LENGTH_MAX ? null : DateWords.parts(clean);
        int time = parts == null ? -1 : parts.indexOf("time");
        List<String> numbers = time < 0 ? parts : parts.subList(0, time);
        if (numbers == null || numbers.size() != 3 || !numbers.stream().allMatch(Checksums::isDigits)) {
            return null;
        }
        if (numbers.get(0).length() > 2 || numbers.get(1).length() > 2) {
            return null;
        }
        int first = Integer.parseInt(numbers.get(0));
        int second = Integer.parseInt(numbers.get(1));
        boolean yearLast = numbers.get(2).length() == 4 || Integer.parseInt(numbers.get(2)) > 31;
        if (first > 31 && second <= 12 && !yearLast) {
            return DateOrder.YMD;
        }
        if (!yearLast && numbers.get(2).length() == 2 && first > 12) {
            return null;
        }
        return first > 12 && first <= 31 && second <= 12
                ? DateOrder.DMY
                : second > 12 && second <= 31 && first <= 12 ? DateOrder.MDY : null;
    }

    /** Day, or month and day, may be null or zero where they are not known. */
    private static String date(String year, String month, String day) {
        if (year.length() == 2) {
            throw new RefusedValue("ambiguous_date", "the year must have four digits");
        }
        if (year.length() != 4 || month != null && month.length() > 2 || day != null && day.length() > 2) {
            throw invalid();
        }
        int yearNumber = Integer.parseInt(year);
        int monthNumber = month == null ? 0 : Integer.parseInt(month);
        int dayNumber = day == null ? 0 : Integer.parseInt(day);
        if (yearNumber < YEAR_MIN || yearNumber > YEAR_MAX || monthNumber > 12 || monthNumber == 0 && dayNumber > 0) {
            throw impossible();
        }
        if (monthNumber == 0) {
            return year;
        }
        if (dayNumber == 0) {
            return String.format(Locale.ROOT, "%s-%02d", year, monthNumber);
        }
        try {
            return LocalDate.of(yearNumber, monthNumber, dayNumber).toString();
        } catch (DateTimeException notInCalendar) {
            throw impossible();
        }
    }

    private static RefusedValue invalid() {
        return new RefusedValue(
                "invalid_date", "a date is written 1990-05-12, or 1990-05 or 1990 when no more is known");
    }

    private static RefusedValue impossible() {
        return new RefusedValue(
                "impossible_date", "the calendar must hold the date, from " + YEAR_MIN + " to " + YEAR_MAX);
    }
}
