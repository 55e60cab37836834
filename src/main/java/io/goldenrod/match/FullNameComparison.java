package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * People's names as a whole, for models that do not take them apart, and for names of which the parts are not told.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>john a smith, john a smith; mary ann lee, maryann lee</td></tr>
 * <tr><td>reordered</td><td>wang jie, jie wang</td></tr>
 * <tr><td>contained</td><td>john smith, john adam smith: all words of one, two or more</td></tr>
 * <tr><td>variant</td><td>bob smith, robert smith; j smith, john smith; jon smiht, john smith: the same with
 * nicknames, initials and near spellings, two words or more, one of them alike but for a typing error</td></tr>
 * <tr><td>similar</td><td>thuykim, thuyk iim: Jaro–Winkler of the whole 0.92 or more</td></tr>
 * <tr><td>partial</td><td>john smith, peter smith: a word of three letters or more</td></tr>
 * <tr><td>different</td><td>john smith, mary jones</td></tr>
 * </table>
 */
final class FullNameComparison extends ValueComparison<FullNameComparison.Name> {

    private static final int EXACT = 0;
    private static final int REORDERED = 1;
    private static final int CONTAINED = 2;
    private static final int VARIANT = 3;
    private static final int SIMILAR = 4;
    private static final int PARTIAL = 5;
    private static final int DIFFERENT = 6;

    private static final double LIKENESS_MIN = 0.92;
    private static final int PART_LENGTH_MIN = 3;

    /** @param name its parts, for what its given name is short for */
    record Name(WordBag words, PersonWords name) {}

    FullNameComparison() {
        super("fullName", "exact", "reordered", "contained", "variant", "similar", "partial", "different");
    }

    @Override
    List<Name> values(SourceRecord record) {
        List<Name> names = new ArrayList<>(1);
        for (PersonWords name : PersonWords.of(record)) {
            WordBag words = WordBag.of(name.whole(), Set.of());
            if (words != null) {
                names.add(new Name(words, name));
            }
        }
        return names;
    }

    @Override
    int compare(Name left, Name right) {
        WordBag one = left.words;
        WordBag other = right.words;
        if (!one.joined.isComparable(other.joined)) {
            return NOT_COMPARABLE;
        }
        if (one.joined.same(other.joined)) {
            return EXACT;
        }
        boolean first = one.words.length != other.words.length
                ? one.words.length < other.words.length
                : one.joined.text.compareTo(other.joined.text) < 0;
        return compareSorted(first ? left : right, first ? right : left);
    }

    /** @param shorter has at most as many words as the other */
    private static int compareSorted(Name shorter, Name longer) {
        Word[] few = shorter.words.words;
        Word[] many = longer.words.words;
        int used = 0;
        int same = 0;
        boolean part = false;
        int found = 0;
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < few.length; i++) {
                int at = (found >>> i & 1) == 1 ? -1 : find(few[i], many, used, round);
                if (at >= 0) {
                    used |= 1 << at;
                    found |= 1 << i;
                    same += round == 0 ? 1 : 0;
                    part |= round < 2 && few[i].length() >= PART_LENGTH_MIN;
                }
            }
        }
        boolean nickname =
                shorter.name.given != null && longer.name.given != null && shorter.name.isNickname(longer.name);
        int agreeing = Math.min(Integer.bitCount(found) + (nickname ? 1 : 0), few.length);
        boolean several = few.length > 1;
        if (several && same == few.length) {
            return few.length == many.length ? REORDERED : CONTAINED;
        }
        if (several && agreeing == few.length && part) {
            return VARIANT;
        }
        Word joined = shorter.words.joined;
        if (joined.likeness(longer.words.joined, LIKENESS_MIN) >= LIKENESS_MIN) {
            return SIMILAR;
        }
        return part ? PARTIAL : DIFFERENT;
    }

    /** The first unused word that is, by round, the same, near, or an initial of the other; -1 for none. */
    private static int find(Word word, Word[] words, int used, int round) {
        for (int i = 0; i < words.length; i++) {
            if ((used >>> i & 1) == 1) {
                continue;
            }
            Word each = words[i];
            boolean fits = switch (round) {
                case 0 -> word.same(each);
                case 1 -> !word.isInitial() && !each.isInitial() && word.isNear(each);
                default -> (word.isInitial() || each.isInitial()) && word.startsLike(each);
            };
            if (fits) {
                return i;
            }
        }
        return -1;
    }

    @Override
    String term(Name name, int level) {
        return level == PARTIAL ? null : name.words.joined.text;
    }
}
