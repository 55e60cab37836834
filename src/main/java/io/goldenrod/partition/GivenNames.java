package io.goldenrod.partition;

import io.goldenrod.normalize.Nicknames;
import java.lang.Character.UnicodeScript;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Tells given names apart that no one person has: of Ada, Adelaide, A. and Aad any two may be hers, but not Grace. */
final class GivenNames {

    /** From here on two names may be spellings of one; Jaro and Winkler (1990), 0 to 1. */
    private static final double SPELLING_SIMILARITY = 0.80;

    /** Of longer names, so many characters are compared. */
    private static final int LENGTH_MAX = 32;

    /** Of more names, so many are looked at on either side. */
    private static final int NAMES_MAX = 8;

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private GivenNames() {}

    /**
     * Whether no name of the one goes with a name of the other. Symmetric; false where the two are written in different
     * scripts, as one may be the other's transcription.
     *
     * @param left folded names, parted by blanks
     * @param right likewise
     */
    static boolean areClearlyDifferent(String left, String right) {
        String[] ours = left.split(" ", NAMES_MAX + 1);
        String[] theirs = right.split(" ", NAMES_MAX + 1);
        for (int i = 0; i < Math.min(ours.length, NAMES_MAX); i++) {
            for (int j = 0; j < Math.min(theirs.length, NAMES_MAX); j++) {
                if (goTogether(shortened(ours[i]), shortened(theirs[j]))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String shortened(String name) {
        return name.length() <= LENGTH_MAX ? name : name.substring(0, LENGTH_MAX);
    }

    private static boolean goTogether(String one, String other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.startsWith(other)
                || other.startsWith(one)
                || script(one) != script(other)
                || Nicknames.interchangeable(one, other)
                || similarity(one, other) >= SPELLING_SIMILARITY;
    }

    /** In one order of the two, as the measure is not quite symmetric. */
    private static double similarity(String one, String other) {
        return one.compareTo(other) < 0 ? SIMILARITY.apply(one, other) : SIMILARITY.apply(other, one);
    }

    private static UnicodeScript script(String name) {
        return UnicodeScript.of(name.codePointAt(0));
    }
}
