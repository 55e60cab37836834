package io.goldenrod.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.SourceRecord;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonLevelsTests {

    static List<LevelExample> examples() {
        return LevelExample.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleReachesItsLevelInEitherOrder(LevelExample example) {
        Comparison<Object> comparison = example.comparison();
        SourceRecord left = LevelExample.record(example.left());
        SourceRecord right = LevelExample.record(example.right());
        assertThat(level(comparison, left, right)).isEqualTo(example.level());
        assertThat(level(comparison, right, left)).isEqualTo(example.level());
    }

    @Test
    void everyLevelOfEveryKindHasAnExample() {
        Map<String, Set<String>> shown = new LinkedHashMap<>();
        examples()
                .forEach(example -> shown.computeIfAbsent(example.kind(), kind -> new LinkedHashSet<>())
                        .add(example.level()));
        shown.values().forEach(levels -> levels.remove(LevelExample.MISSING));
        assertThat(shown.keySet()).containsExactlyInAnyOrderElementsOf(Comparisons.kinds());
        examples()
                .forEach(example -> assertThat(shown.get(example.kind()))
                        .as(example.kind())
                        .containsExactlyInAnyOrderElementsOf(
                                example.comparison().levels()));
    }

    @Test
    void theFrequencyOfWhatBothHaveCounts() {
        assertThat(terms("familyName", "familyName=Smith", "familyName=SMITH")).containsExactly("smith");
        assertThat(terms("familyName", "familyName=Smith", "familyName=Smiht")).containsExactly("smiht", "smith");
        assertThat(terms("familyName", "familyName=Smith", "familyName=Jones")).isEmpty();
        assertThat(terms("givenName", "givenName=J", "givenName=John")).isEmpty();
        assertThat(terms("birthDate", "birthDate=1980-01-01", "birthDate=1980-01-01"))
                .containsExactly("1980-01-01");
        assertThat(terms("email", "email=ada.king@example.org", "email=ada.king@mail.com"))
                .containsExactly("adaking");
    }

    private static List<String> terms(String kind, String left, String right) {
        @SuppressWarnings("unchecked")
        Comparison<Object> comparison = (Comparison<Object>) Comparisons.of(kind);
        Object one = comparison.prepare(LevelExample.record(left));
        Object other = comparison.prepare(LevelExample.record(right));
        int level = comparison.level(one, other);
        assertThat(comparison.terms(other, one, level)).isEqualTo(comparison.terms(one, other, level));
        return comparison.terms(one, other, level);
    }

    private static String level(Comparison<Object> comparison, SourceRecord left, SourceRecord right) {
        Object one = comparison.prepare(left);
        Object other = comparison.prepare(right);
        int level = one == null || other == null ? -1 : comparison.level(one, other);
        return level < 0 ? LevelExample.MISSING : comparison.levels().get(level);
    }
}
