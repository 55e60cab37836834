package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.List;

/**
 * Family names, with the other parts of the name at hand.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>de la cruz, delacruz</td></tr>
 * <tr><td>typo</td><td>campbell, cambpell: one edit, in four letters or more</td></tr>
 * <tr><td>part</td><td>garcia lopez, garcia; smith jones, jones: a part that is no particle</td></tr>
 * <tr><td>similar</td><td>rodriguez, rodrigezu: Jaro–Winkler 0.92 or more</td></tr>
 * <tr><td>swapped</td><td>evelyn may, may evelyn: given and family name in each other's place</td></tr>
 * <tr><td>sound</td><td>stevens, stephens</td></tr>
 * <tr><td>close</td><td>cavajel, carvajal: Jaro–Winkler 0.85 or more, two edits in six letters or more, or the same
 * letters in another order</td></tr>
 * <tr><td>initial</td><td>s, smith</td></tr>
 * <tr><td>different</td><td>smith, jones</td></tr>
 * </table>
 */
final class FamilyNameComparison extends ValueComparison<PersonWords> {

    private static final int EXACT = 0;
    private static final int TYPO = 1;
    private static final int PART = 2;
    private static final int SIMILAR = 3;
    private static final int SWAPPED = 4;
    private static final int SOUND = 5;
    private static final int CLOSE = 6;
    private static final int INITIAL = 7;
    private static final int DIFFERENT = 8;

    FamilyNameComparison() {
        super("familyName", "exact", "typo", "part", "similar", "swapped", "sound", "close", "initial", "different");
    }

    @Override
    List<PersonWords> values(SourceRecord record) {
        List<PersonWords> names = PersonWords.of(record);
        names.removeIf(name -> name.family == null);
        return names;
    }

    @Override
    int compare(PersonWords left, PersonWords right) {
        Word one = left.family;
        Word other = right.family;
        if (!one.isComparable(other)) {
            return NOT_COMPARABLE;
        }
        if (one.same(other)) {
            return one.isInitial() ? INITIAL : EXACT;
        }
        if (one.isTypo(other)) {
            return TYPO;
        }
        if (left.sharesFamily(right)) {
            return PART;
        }
        Word.Nearness nearness = one.nearness(other);
        if (nearness != Word.Nearness.SIMILAR && left.isSwapped(right)) {
            return SWAPPED;
        }
        if (one.isInitial() || other.isInitial()) {
            return one.startsLike(other) ? INITIAL : DIFFERENT;
        }
        return switch (nearness) {
            case SIMILAR -> FamilyNameComparison.SIMILAR;
            case SOUND -> FamilyNameComparison.SOUND;
            case CLOSE -> FamilyNameComparison.CLOSE;
            case FAR -> DIFFERENT;
        };
    }

    @Override
    String term(PersonWords name, int level) {
        return level == SWAPPED || level == INITIAL ? null : name.family.text;
    }
}
