package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Postal addresses, house number and street; city and postal code are compared by comparisons of their own, unless the
 * address is a single text. Units are left out; a post-office box is a street with a number.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>12 Main Street, 12 Main St.</td></tr>
 * <tr><td>same</td><td>12 Main St, 12 Mian St; 12 Main St, 12 Main St Springfield: with typing errors, or more said by
 * one</td></tr>
 * <tr><td>numberTypo</td><td>112 Main St, 121 Main St; 12 Main St, 12a Main St</td></tr>
 * <tr><td>street</td><td>12 Main St, 47 Main St; Main St, 12 Main St</td></tr>
 * <tr><td>overlap</td><td>12 Old Mill Lane, 12 Mill Road: half of the words</td></tr>
 * <tr><td>number</td><td>12 Main St, 12 Elm St</td></tr>
 * <tr><td>different</td><td>12 Main St, 47 Elm St</td></tr>
 * </table>
 */
final class AddressComparison extends ValueComparison<AddressComparison.Place> {

    private static final int EXACT = 0;
    private static final int SAME = 1;
    private static final int NUMBER_TYPO = 2;
    private static final int STREET = 3;
    private static final int OVERLAP = 4;
    private static final int NUMBER = 5;
    private static final int DIFFERENT = 6;

    private static final double CONTAINED_MIN = 0.8;
    private static final double OVERLAP_MIN = 0.5;
    private static final double LIKENESS_MIN = 0.92;
    private static final int TWO_EDITS_LENGTH_MIN = 8;

    /** Kinds of streets and directions, as {@link Addresses#tokens} writes them. */
    private static final Set<String> WEAK = Set.of(
            ("st ave rd blvd dr ln ct pl sq ter pkwy hwy cir cres cl cct gdns gr ctr expy fwy trl aly plz mt hts pt pde"
                            + " prom way n s e w ne nw se sw and at the of rue via c de la bldg fl rm unit no")
                    .split(" "));

    private static final Set<String> STREET_KINDS = Set.of(
            "st ave rd blvd dr ln ct pl sq ter pkwy hwy cir cres cl cct gdns gr expy fwy trl aly pde way".split(" "));

    /** Long words among them, of which typing errors are told, and what {@link Addresses#tokens} makes of them. */
    private static final Word[] KINDS = words("street avenue boulevard crescent circuit circle place drive close court"
            + " square parade terrace parkway highway gardens");

    private static final String[] KIND_TOKENS =
            "st ave blvd cres cct cir pl dr cl ct sq pde ter pkwy hwy gdns".split(" ");

    private static final int KIND_LENGTH_MIN = 5;

    /**
     * @param number of the house; null when there is none
     * @param street all other words; null when there are none
     * @param line the words of the first line alone
     * @param core of these, up to the kind of street
     */
    record Place(Word number, WordBag street, Word line, Word core) {}

    private final List<String> fields;

    AddressComparison(List<String> fields) {
        super("address", "exact", "same", "numberTypo", "street", "overlap", "number", "different");
        this.fields = fields;
    }

    @Override
    List<Place> values(SourceRecord record) {
        return places(record, fields);
    }

    static List<Place> places(SourceRecord record, List<String> fields) {
        List<Place> places = new ArrayList<>(1);
        for (String field : fields) {
            boolean structured = false;
            for (Object each : FieldValues.objects(record, field)) {
                if (each instanceof Map<?, ?> map) {
                    structured = true;
                    places.add(place(text(map.get("line1")), text(map.get("line2"))));
                } else if (each instanceof String text) {
                    structured = true;
                    places.add(place(text, ""));
                }
            }
            if (!structured) {
                FieldValues.texts(record, List.of(field)).forEach(text -> places.add(place(text, "")));
            }
        }
        return places;
    }

    private static String text(Object value) {
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }

    private static Place place(String first, String second) {
        StringBuilder words = new StringBuilder();
        Word number = read(first, words, null);
        String line = words.toString();
        number = read(second, words, number);
        WordBag street = WordBag.of(words.toString(), WEAK);
        if (street == null) {
            return number == null ? null : new Place(number, null, null, null);
        }
        Word whole = line.isEmpty() ? street.joined : Word.of(line.replace(" ", ""));
        String core = core(line);
        return new Place(
                number, street, whole, core.length() == line.length() ? whole : Word.of(core.replace(" ", "")));
    }

    /** As far as the first kind of street that follows a name; the rest is the town, or a corner. */
    private static String core(String line) {
        boolean named = false;
        int start = 0;
        while (start < line.length()) {
            int end = line.indexOf(' ', start);
            String word = line.substring(start, end < 0 ? line.length() : end);
            if (named && STREET_KINDS.contains(word)) {
                return line.substring(0, start + word.length());
            }
            named |= !WEAK.contains(word);
            start += word.length() + 1;
        }
        return line;
    }

    /** Adds the words of a line; gives the number of the house, if the line has the first one. */
    private static Word read(String line, StringBuilder words, Word numberBefore) {
        Word number = numberBefore;
        String[] tokens =
                Addresses.tokens(Word.cut(line, FieldValues.LENGTH_MAX)).split(" ");
        for (int i = 0; i < tokens.length; i++) {
            String token = tokens[i];
            if (number == null && isNumber(token)) {
                number = Word.of(token);
            } else if (token.equals("unit")) {
                i += i + 1 < tokens.length && isUnit(tokens[i + 1]) ? 1 : 0;
            } else if (!token.isEmpty()) {
                words.append(words.length() == 0 ? "" : " ").append(word(token));
            }
        }
        return number;
    }

    /** {@code 12, 12a}; not {@code 22nd}. */
    private static boolean isNumber(String token) {
        int length = token.length();
        if (length == 0 || length > 7 || !isDigit(token.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (!isDigit(token.charAt(i)) && i < length - 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnit(String token) {
        return token.length() == 1 || isDigit(token.charAt(0)) || isDigit(token.charAt(token.length() - 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** {@code 22nd} and {@code 22} name one street, {@code steret} is one. */
    private static String word(String token) {
        int length = token.length();
        if (length >= KIND_LENGTH_MIN && !isDigit(token.charAt(0))) {
            return kind(token);
        }
        boolean ordinal = length > 2
                && isDigit(token.charAt(length - 3))
                && (token.endsWith("st") || token.endsWith("nd") || token.endsWith("rd") || token.endsWith("th"));
        return ordinal ? token.substring(0, length - 2) : token;
    }

    private static String kind(String token) {
        long letters = Word.letters(token);
        for (int i = 0; i < KINDS.length; i++) {
            boolean possible =
                    Long.bitCount(letters & ~KINDS[i].letters) <= 1 && Long.bitCount(KINDS[i].letters & ~letters) <= 1;
            if (possible && Likeness.isWithin(token, KINDS[i].text, 1)) {
                return KIND_TOKENS[i];
            }
        }
        return token;
    }

    private static Word[] words(String texts) {
        return Stream.of(texts.split(" ")).map(Word::of).toArray(Word[]::new);
    }

    @Override
    int compare(Place left, Place right) {
        boolean numbers = left.number != null && right.number != null;
        boolean sameNumber = numbers && left.number.same(right.number);
        if (left.street == null || right.street == null) {
            boolean bare = left.street == null && right.street == null;
            return !numbers ? NOT_COMPARABLE : sameNumber ? bare ? EXACT : NUMBER : DIFFERENT;
        }
        if (!left.street.joined.isComparable(right.street.joined)) {
            return NOT_COMPARABLE;
        }
        boolean noNumber = left.number == null && right.number == null;
        if ((sameNumber || noNumber) && left.line.same(right.line)) {
            return EXACT;
        }
        double containment = left.street.containment(right.street);
        if (containment >= CONTAINED_MIN || isAlike(left.line, right.line) || isAlike(left.core, right.core)) {
            return sameNumber || noNumber ? SAME : numbers && isNear(left.number, right.number) ? NUMBER_TYPO : STREET;
        }
        return containment >= OVERLAP_MIN ? OVERLAP : sameNumber ? NUMBER : DIFFERENT;
    }

    /** Figures name streets too: 61st is no typing error of 51st. */
    private static boolean isAlike(Word left, Word right) {
        if (!left.hasDigitsOf(right)) {
            return false;
        }
        return left.same(right)
                || left.isTypo(right)
                || Math.min(left.length(), right.length()) >= TWO_EDITS_LENGTH_MIN && left.isWithin(right, 2)
                || left.likeness(right, LIKENESS_MIN) >= LIKENESS_MIN;
    }

    /** Of house numbers: one edit, where one has two characters or more. */
    static boolean isNear(Word left, Word right) {
        return Math.max(left.length(), right.length()) > 1 && left.isWithin(right, 1);
    }

    @Override
    String term(Place place, int level) {
        String number = place.number == null ? "" : place.number.text + " ";
        return level > SAME || place.line == null ? null : number + place.line.text;
    }
}
