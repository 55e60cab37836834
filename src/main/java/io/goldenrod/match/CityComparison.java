package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names of places.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>St. Louis, Saint Louis</td></tr>
 * <tr><td>typo</td><td>Manchester, Mancheter: one edit, in four letters or more</td></tr>
 * <tr><td>contained</td><td>New York, New York City; LA, Los Angeles</td></tr>
 * <tr><td>similar</td><td>Northampton, Norhtamtpon: Jaro–Winkler 0.86 or more, two edits in five letters or more, or
 * the same letters in another order</td></tr>
 * <tr><td>different</td><td>London, Leeds</td></tr>
 * </table>
 */
final class CityComparison extends ValueComparison<WordBag> {

    private static final int EXACT = 0;
    private static final int TYPO = 1;
    private static final int CONTAINED = 2;
    private static final int SIMILAR = 3;
    private static final int DIFFERENT = 4;

    private static final double CONTAINED_MIN = 0.8;
    private static final double LIKENESS_MIN = 0.86;
    private static final int TWO_EDITS_LENGTH_MIN = 5;

    private static final Set<String> WEAK =
            Set.of("n", "s", "e", "w", "st", "mt", "ft", "the", "of", "de", "la", "city");

    private final List<String> fields;

    CityComparison(List<String> fields) {
        super("city", "exact", "typo", "contained", "similar", "different");
        this.fields = fields;
    }

    @Override
    List<WordBag> values(SourceRecord record) {
        List<WordBag> cities = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            cities.add(WordBag.of(Addresses.tokens(text), WEAK));
        }
        return cities;
    }

    @Override
    int compare(WordBag left, WordBag right) {
        Word one = left.joined;
        Word other = right.joined;
        if (!one.isComparable(other)) {
            return NOT_COMPARABLE;
        }
        if (one.same(other)) {
            return EXACT;
        }
        boolean several = left.words.length != right.words.length;
        if (several && (left.containment(right) >= CONTAINED_MIN || isAcronym(left, right))) {
            return CONTAINED;
        }
        if (one.isTypo(other)) {
            return TYPO;
        }
        boolean enough = Math.min(one.length(), other.length()) >= TWO_EDITS_LENGTH_MIN;
        boolean similar = one.likeness(other, LIKENESS_MIN) >= LIKENESS_MIN || enough && one.isWithin(other, 2);
        return similar || one.isAnagram(other) ? SIMILAR : DIFFERENT;
    }

    private static boolean isAcronym(WordBag left, WordBag right) {
        return left.isAcronymOf(right) || right.isAcronymOf(left);
    }

    @Override
    String term(WordBag city, int level) {
        return city.joined.text;
    }
}
