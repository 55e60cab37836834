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
            assertThat(new Veto("any", Tolerance.NONE).contradicts(pair.get(0), pair.get(1)))
                    .isEqualTo(strict);
            assertThat(new Veto("any", Tolerance.TYPO).contradicts(pair.get(0), pair.get(1)))
                    .isEqualTo(tolerant);
        }
    }

    @Test
    void contradictionIsSymmetricAndToleranceOnlyForgives() {
        Property.check("veto", 5_000, VetoTests::twoDates, pair -> {
            Veto strict = new Veto("birthDate", Tolerance.NONE);
            Veto tolerant = new Veto("birthDate", Tolerance.TYPO);
            String left = pair.get(0);
            String right = pair.get(1);
            assertThat(strict.contradicts(left, right)).isEqualTo(!left.equals(right));
            assertThat(tolerant.contradicts(left, right)).isEqualTo(tolerant.contradicts(right, left));
            assertThat(tolerant.contradicts(left, right) && !strict.contradicts(left, right))
                    .isFalse();
        });
    }

    private static List<String> twoDates(Chance chance) {
        return List.of(date(chance), date(chance));
    }

    private static String date(Chance chance) {
        return "19%02d-%02d-%02d".formatted(chance.between(88, 91), chance.between(1, 12), chance.between(1, 12));
    }
}
