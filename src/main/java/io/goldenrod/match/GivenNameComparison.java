package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.List;

/**
 * Given names, with the other parts of the name at hand.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>mary ann, maryann</td></tr>
 * <tr><td>nickname</td><td>robert, bob</td></tr>
 * <tr><td>typo</td><td>michael, micheal: one edit, in four letters or more</td></tr>
 * <tr><td>swapped</td><td>evelyn may, may evelyn: given and family name in each other's place</td></tr>
 * <tr><td>part</td><td>mary, mary ann; john henry, henry; chris, christobel: a part, a middle name, or the
 * start</td></tr>
 * <tr><td>similar</td><td>stephanie, stepahine: Jaro–Winkler 0.92 or more</td></tr>
 * <tr><td>sound</td><td>claire, klar</td></tr>
 * <tr><td>close</td><td>eduardso, edward; oscar, osrac: Jaro–Winkler 0.85 or more, two edits in six letters or more,
 * or the same letters in another order</td></tr>
 * <tr><td>initial</td><td>j, john</td></tr>
 * <tr><td>different</td><td>john, mary</td></tr>
 * </table>
 */
final class GivenNameComparison extends ValueComparison<PersonWords> {

    private static final int EXACT = 0;
    private static final int NICKNAME = 1;
    private static final int TYPO = 2;
    private static final int SWAPPED = 3;
    private static final int PART = 4;
    private static final int SIMILAR = 5;
    private static final int SOUND = 6;
    private static final int CLOSE = 7;
    private static final int INITIAL = 8;
    private static final int DIFFERENT = 9;

    GivenNameComparison() {
        super(
                "givenName",
                "exact",
                "nickname",
                "typo",
                "swapped",
                "part",
                "similar",
                "sound",
                "close",
                "initial",
                "different");
    }

    @Override
    List<PersonWords> values(SourceRecord record) {
        List<PersonWords> names = PersonWords.of(record);
        names.removeIf(name -> name.given == null);
        return names;
    }

    @Override
    int compare(PersonWords left, PersonWords right) {
        Word one = left.given;
        Word other = right.given;
        if (!one.isComparable(other)) {
            return NOT_COMPARABLE;
        }
        if (one.same(other)) {
            return one.isInitial() ? INITIAL : EXACT;
        }
        if (left.isNickname(right)) {
            return NICKNAME;
        }
        if (one.isTypo(other)) {
            return TYPO;
        }
        if (left.isSwapped(right)) {
            return SWAPPED;
        }
        if (left.sharesGiven(right)) {
            return PART;
        }
        if (left.givenWords[0].isInitial() || right.givenWords[0].isInitial()) {
            return one.startsLike(other) ? INITIAL : DIFFERENT;
        }
        return switch (one.nearness(other)) {
            case SIMILAR -> GivenNameComparison.SIMILAR;
            case SOUND -> GivenNameComparison.SOUND;
            case CLOSE -> GivenNameComparison.CLOSE;
            case FAR -> DIFFERENT;
        };
    }

    @Override
    String term(PersonWords name, int level) {
        return level == SWAPPED || level == INITIAL ? null : name.given.text;
    }
}
