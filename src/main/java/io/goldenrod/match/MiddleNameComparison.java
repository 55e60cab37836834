package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.List;

/**
 * Further given names.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>james, james</td></tr>
 * <tr><td>similar</td><td>katherine, kathryn; james, jmaes; anne marie, marie: near, or one of several</td></tr>
 * <tr><td>initial</td><td>j, james; j, j</td></tr>
 * <tr><td>different</td><td>james, peter; j, peter</td></tr>
 * </table>
 */
final class MiddleNameComparison extends ValueComparison<PersonWords> {

    private static final int EXACT = 0;
    private static final int SIMILAR = 1;
    private static final int INITIAL = 2;
    private static final int DIFFERENT = 3;

    MiddleNameComparison() {
        super("middleName", "exact", "similar", "initial", "different");
    }

    @Override
    List<PersonWords> values(SourceRecord record) {
        List<PersonWords> names = PersonWords.of(record);
        names.removeIf(name -> name.middleWords.length == 0);
        return names;
    }

    @Override
    int compare(PersonWords left, PersonWords right) {
        int best = NOT_COMPARABLE;
        for (Word one : left.middleWords) {
            for (Word other : right.middleWords) {
                int level = compare(one, other);
                best = level >= 0 && (best < 0 || level < best) ? level : best;
            }
        }
        boolean several = left.middleWords.length > 1 || right.middleWords.length > 1;
        return best == EXACT && several && !isSame(left.middleWords, right.middleWords) ? SIMILAR : best;
    }

    private static int compare(Word left, Word right) {
        if (!left.isComparable(right)) {
            return NOT_COMPARABLE;
        }
        if (left.isInitial() || right.isInitial()) {
            return left.startsLike(right) ? INITIAL : DIFFERENT;
        }
        return left.same(right) ? EXACT : left.isNear(right) ? SIMILAR : DIFFERENT;
    }

    private static boolean isSame(Word[] left, Word[] right) {
        if (left.length != right.length) {
            return false;
        }
        for (int i = 0; i < left.length; i++) {
            if (!left[i].same(right[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    String term(PersonWords name, int level) {
        return level == EXACT ? name.middleWords[0].text : null;
    }
}
