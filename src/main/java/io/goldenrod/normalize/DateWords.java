package io.goldenrod.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of dates: months in the languages of western Europe and Russian, and what may stand beside a date. */
final class DateWords {

    private static final String[] MONTHS = {
        "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro января январь янв",
        "february feb februar februari fév février fevr févr febrero febbraio fevereiro fev февраля февраль фев",
        "march mar märz mrz maart mrt mars marzo março марта март мар",
        "april apr avril avr abril abr aprile апреля апрель апр",
        "may mai mei mayo maggio mag maio мая май",
        "june jun juni juin junio giugno giu junho июня июнь июн",
        "july jul juli juillet juil julio luglio lug julho июля июль июл",
        "august aug augustus août aout agosto ago августа август авг",
        "september sep sept septembre septiembre settembre set setembro сентября сентябрь сен",
        "october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт",
        "november nov novembre noviembre novembro ноября ноябрь ноя",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro декабря декабрь дек"
    };

    private static final Set<String> FILLERS = Set.of(
            "of",
            "the",
            "de",
            "del",
            "den",
            "der",
            "le",
            "di",
            "do",
            "г",
            "года",
            "mon",
            "tue",
            "tues",
            "wed",
            "thu",
            "thurs",
            "fri",
            "sat",
            "sun",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    private static final Set<String> ORDINALS =
            Set.of("st", "nd", "rd", "th", "er", "º", "ª", "o", "年", "月", "日", "년", "월", "일");

    private static final Set<String> CLOCK_WORDS = Set.of("z", "utc", "gmt", "am", "pm");

    private DateWords() {}

    static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < MONTHS.length; i++) {
            for (String name : MONTHS[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    /**
     * The numbers and words of a date, in order; a time of day, without its offset, after the word {@code time}. Null
     * when something stands where no date has it.
     */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>(6);
        boolean time = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int start = i;
            if (time && (c == '+' || c == '-')) {
                break;
            }
            if (c >= '0' && c <= '9') {
                while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                    i++;
                }
                if (!time && i < text.length() && text.charAt(i) == ':') {
                    parts.add("time");
                    time = true;
                }
                parts.add(text.substring(start, i));
            } else if (Character.isLetter(c)) {
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                boolean joined = start > 0 && Checksums.isDigits(text.substring(start - 1, start));
                if (!word(text.substring(start, i).toLowerCase(Locale.ROOT), parts, time, joined)) {
                    return null;
                }
            } else if (" .-/,:+'–—−".indexOf(c) >= 0) {
                i++;
            } else {
                return null;
            }
        }
        return parts;
    }

    /** @param joined whether the word directly follows a digit */
    private static boolean word(String word, List<String> parts, boolean time, boolean joined) {
        if (time) {
            return CLOCK_WORDS.contains(word);
        }
        boolean beforeTime =
                word.equals("t") && joined && (parts.size() == 3 || parts.get(0).length() == 8);
        if (!beforeTime && !FILLERS.contains(word) && !(joined && ORDINALS.contains(word))) {
            parts.add(word);
        }
        return true;
    }
}
