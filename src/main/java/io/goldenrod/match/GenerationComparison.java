package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import java.util.List;

/**
 * Which bearer of the name in the family: Senior, Junior, III. A name without it says nothing.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><td>same</td><td>Jr, Junior; Jr, II</td></tr>
 * <tr><td>different</td><td>Jr, Sr; Jr, III</td></tr>
 * </table>
 */
final class GenerationComparison extends ValueComparison<Integer> {

    GenerationComparison() {
        super("nameSuffix", "same", "different");
    }

    @Override
    List<Integer> values(SourceRecord record) {
        return PersonWords.of(record).stream()
                .map(name -> name.generation)
                .filter(generation -> generation > 0)
                .toList();
    }

    @Override
    int compare(Integer left, Integer right) {
        return left.intValue() == right.intValue() ? 0 : 1;
    }

    @Override
    String term(Integer generation, int level) {
        return generation.toString();
    }
}
