package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.Organizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names of organisations, without their legal form. Words that many share (school, restaurant) count less.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>Acme Widgets Inc., Acme Widgets LLC</td></tr>
 * <tr><td>sameWords</td><td>Acme Widgets, Widgets Acme; Sweet'n Tart Cafe, Sweetntart Cafe</td></tr>
 * <tr><td>contained</td><td>Henry Booth House, Henry Booth House Coppin Center: all words of one, two or more of
 * meaning, but for typing errors</td></tr>
 * <tr><td>oneWord</td><td>Guggenheim, Guggenheim Simon School: the same with a single word of meaning, written
 * alike</td></tr>
 * <tr><td>acronym</td><td>YMCA, Young Men's Christian Association</td></tr>
 * <tr><td>similar</td><td>Ritz Carlton Dining Room, Ritz Carlton Living Room: three quarters of the words of the
 * longer, two edits in all, or Jaro–Winkler 0.92 or more in names of one or two words</td></tr>
 * <tr><td>overlap</td><td>Little Elite Academy Austin, Little Elite Daycare Pullman: half of the words of the
 * shorter</td></tr>
 * <tr><td>some</td><td>a quarter of them</td></tr>
 * <tr><td>different</td><td>Acme, Globex</td></tr>
 * </table>
 */
final class OrganizationComparison extends ValueComparison<WordBag> {

    private static final int EXACT = 0;
    private static final int SAME_WORDS = 1;
    private static final int CONTAINED = 2;
    private static final int ONE_WORD = 3;
    private static final int ACRONYM = 4;
    private static final int SIMILAR = 5;
    private static final int OVERLAP = 6;
    private static final int SOME = 7;
    private static final int DIFFERENT = 8;

    private static final int TWO_EDITS_LENGTH_MIN = 6;
    private static final int SHORT_WORDS_MAX = 2;
    private static final double CONTAINED_MIN = 0.84;
    private static final double SIMILAR_MIN = 0.75;
    private static final double OVERLAP_MIN = 0.5;
    private static final double SOME_MIN = 0.25;
    private static final double LIKENESS_MIN = 0.92;
    private static final double ROUNDING = 1e-9;

    private static final Set<String> LEGAL_FORMS = Set.of(
            ("inc ltd co corp llc llp lp lllp plc pllc pc ag gmbh mbh ug kg kgaa ohg ev sa sas sarl srl spa snc bv nv cv"
                            + " oy oyj ab as asa aps pty pte pvt sdn bhd kk zrt kft doo sl sro se nfp na")
                    .split(" "));

    /** As {@link Organizations#comparable} writes them. */
    private static final Set<String> WEAK =
            Set.of(("the of and for at in on by to de la le les du des el los del da do dos und der die das a an"
                            + " inc ltd co corp llc center ctr school schools church hospital clinic bank hotel"
                            + " restaurant cafe bar grill shop store stores services service group assn foundation univ"
                            + " college academy intl systems solutions management consulting holdings holding partners"
                            + " site program house")
                    .split(" "));

    private final List<String> fields;

    OrganizationComparison(List<String> fields) {
        super(
                "organization",
                "exact",
                "sameWords",
                "contained",
                "oneWord",
                "acronym",
                "similar",
                "overlap",
                "some",
                "different");
        this.fields = fields;
    }

    @Override
    List<WordBag> values(SourceRecord record) {
        List<WordBag> names = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            names.add(WordBag.of(withoutLegalForm(Organizations.comparable(text)), WEAK));
        }
        return names;
    }

    private static String withoutLegalForm(String folded) {
        String rest = folded;
        int space = rest.lastIndexOf(' ');
        while (space > 0 && LEGAL_FORMS.contains(rest.substring(space + 1))) {
            rest = rest.substring(0, space);
            space = rest.lastIndexOf(' ');
        }
        return rest;
    }

    @Override
    int compare(WordBag left, WordBag right) {
        Word one = left.joined;
        Word other = right.joined;
        if (!one.isComparable(other)) {
            return NOT_COMPARABLE;
        }
        if (one.same(other)) {
            return left.words.length == right.words.length ? EXACT : SAME_WORDS;
        }
        double shared = left.shared(right);
        double lighter = Math.min(left.total, right.total);
        double heavier = Math.max(left.total, right.total);
        if (left.words.length == right.words.length && shared > heavier - ROUNDING) {
            return SAME_WORDS;
        }
        if (shared >= CONTAINED_MIN * lighter) {
            boolean several = Math.min(left.strongWords(), right.strongWords()) > 1;
            if (several || shared > lighter - ROUNDING) {
                return several ? CONTAINED : ONE_WORD;
            }
        }
        if (isAcronym(left, right)) {
            return ACRONYM;
        }
        if (shared >= SIMILAR_MIN * heavier || isNear(left, right)) {
            return SIMILAR;
        }
        return shared >= OVERLAP_MIN * lighter ? OVERLAP : shared >= SOME_MIN * lighter ? SOME : DIFFERENT;
    }

    private static boolean isNear(WordBag left, WordBag right) {
        Word one = left.joined;
        Word other = right.joined;
        if (!one.hasDigitsOf(other)) {
            return false;
        }
        boolean few = Math.max(left.words.length, right.words.length) <= SHORT_WORDS_MAX;
        return Math.min(one.length(), other.length()) >= TWO_EDITS_LENGTH_MIN && one.isWithin(other, 2)
                || few && one.likeness(other, LIKENESS_MIN) >= LIKENESS_MIN;
    }

    private static boolean isAcronym(WordBag left, WordBag right) {
        return left.isAcronymOf(right) || right.isAcronymOf(left);
    }

    @Override
    String term(WordBag name, int level) {
        return level > SIMILAR ? null : name.joined.text;
    }
}
