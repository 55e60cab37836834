package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Text of any kind, folded.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>exact</td><td>Head Teacher, head-teacher</td></tr>
 * <tr><td>similar</td><td>head teacher, head techer; teacher head, head teacher: Jaro–Winkler 0.92 or more, or all
 * words in another order</td></tr>
 * <tr><td>close</td><td>Jaro–Winkler 0.85 or more, or all words of one, but for typing errors</td></tr>
 * <tr><td>overlap</td><td>history head teacher, sports head teacher: half of the words of the longer</td></tr>
 * <tr><td>different</td><td>head teacher, plumber</td></tr>
 * </table>
 */
final class TextComparison extends ValueComparison<WordBag> {

    private static final int EXACT = 0;
    private static final int SIMILAR = 1;
    private static final int CLOSE = 2;
    private static final int OVERLAP = 3;
    private static final int DIFFERENT = 4;

    private static final double SIMILAR_MIN = 0.92;
    private static final double CLOSE_MIN = 0.85;
    private static final double CONTAINED_MIN = 0.84;
    private static final double OVERLAP_MIN = 0.5;

    private static final Set<String> WEAK = Set.of("the", "of", "and", "for", "at", "in", "on", "a", "an", "to", "by");

    private final List<String> fields;

    TextComparison(List<String> fields) {
        super("text", "exact", "similar", "close", "overlap", "different");
        this.fields = fields;
    }

    @Override
    List<WordBag> values(SourceRecord record) {
        List<WordBag> texts = new ArrayList<>(1);
        for (String text : FieldValues.texts(record, fields)) {
            texts.add(WordBag.of(Names.fold(text), WEAK));
        }
        return texts;
    }

    @Override
    int compare(WordBag left, WordBag right) {
        if (!left.joined.isComparable(right.joined)) {
            return NOT_COMPARABLE;
        }
        if (left.joined.same(right.joined)) {
            return EXACT;
        }
        double likeness = left.joined.likeness(right.joined, CLOSE_MIN);
        double shared = left.shared(right);
        if (likeness >= SIMILAR_MIN || shared >= SIMILAR_MIN * Math.max(left.total, right.total)) {
            return SIMILAR;
        }
        if (likeness >= CLOSE_MIN || shared >= CONTAINED_MIN * Math.min(left.total, right.total)) {
            return CLOSE;
        }
        return shared >= OVERLAP_MIN * Math.max(left.total, right.total) ? OVERLAP : DIFFERENT;
    }

    @Override
    String term(WordBag text, int level) {
        return level == OVERLAP ? null : text.joined.text;
    }
}
