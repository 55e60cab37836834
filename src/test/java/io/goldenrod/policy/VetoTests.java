package io.goldenrod.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.policy.Veto.Tolerance;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VetoTests {

    @ParameterizedTest
    @CsvSource({
        "1990-05-12, 1990-05-12, false, false",
        "1990-05-12, 1990-05-13, true, false",
        "1990-05-12, 1990-05-21, true, false",
        "1990-05-12, 1990-12-05, true, false",
        "1990-05-12, 1909-05-12, true, false",
        "1990-10-11, 1990-11-10, true, false",
        "1990-05-12, 1990-06-13, true, true",
        "1990-05-12, 1991-12-05, true, true",
        "1990-05-12, 1980-01-01, true, true",
        "1990-05-12, 1990-50-12, true, false",
        "1990-05-12, 1992-05-10, true, true",
        "1990-05-12, 1990-05, true, true",
        "GB, FR, true, true",
        "GB, BG, true, false",
        "12-34, 34-12, true, true",
        "1990/05/12, 1990/12/05, true, true",
    })
    void valuesContradictEachOther(String left, String right, boolean strict, boolean tolerant) {
        for (List<String> pair : List.of(List.of(left, right), List.of(right, left))) {
            assertThat(Veto.contradict(pair.get(0), pair.get(1), Tolerance.NONE))
                    .isEqualTo(strict);
            assertThat(Veto.contradict(pair.get(0), pair.get(1), Tolerance.TYPO))
                    .isEqualTo(tolerant);
        }
    }

    @Test
    void contradictionIsSymmetricAndToleranceOnlyForgives() {
        Property.check("veto", 5_000, VetoTests::twoDates, pair -> {
            String left = pair.get(0);
            String right = pair.get(1);
            assertThat(Veto.contradict(left, right, Tolerance.NONE)).isEqualTo(!left.equals(right));
            for (Tolerance tolerance : List.of(Tolerance.TYPO, Tolerance.GENERATION)) {
                boolean contradict = Veto.contradict(left, right, tolerance);
                assertThat(Veto.contradict(right, left, tolerance)).isEqualTo(contradict);
                assertThat(contradict && left.equals(right)).isFalse();
            }
            assertThat(Veto.contradict(left, right, Tolerance.GENERATION)
                            && !Veto.contradict(left, right, Tolerance.TYPO))
                    .isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1960-05-12, 1990-11-30, true",
        "1960-05-12, 1972-05-13, true",
        "1960-05-12, 1971-12-31, false",
        "1960-05-12, 1990-05-12, false",
        "1990-05-12, 9190-05-12, false",
        "19, 2000, false",
        "born 1, 2000, false",
    })
    void aGenerationIsTwelveYears(String left, String right, boolean contradict) {
        assertThat(Veto.contradict(left, right, Tolerance.GENERATION)).isEqualTo(contradict);
        assertThat(Veto.contradict(right, left, Tolerance.GENERATION)).isEqualTo(contradict);
    }

    @Test
    void partsStandInTheOrderOfTheirNames() {
        var parts = List.of(new Veto.Part("b", Tolerance.TYPO), new Veto.Part("a", Tolerance.NONE));
        assertThat(new Veto("any", parts).parts()).containsExactly(parts.get(1), parts.get(0));
        assertThat(new Veto("any", parts).isPlain()).isFalse();
        assertThat(new Veto("any", parts.subList(0, 1)).isPlain()).isFalse();
        assertThat(new Veto("a", Tolerance.NONE).isPlain()).isTrue();
    }

    private static List<String> twoDates(Chance chance) {
        return List.of(date(chance), date(chance));
    }

    private static String date(Chance chance) {
        return "19%02d-%02d-%02d".formatted(chance.between(88, 91), chance.between(1, 12), chance.between(1, 12));
    }
}
