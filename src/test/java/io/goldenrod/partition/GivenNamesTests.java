package io.goldenrod.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Property;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenNamesTests {

    @ParameterizedTest
    @CsvSource({
        "ada, ada, false",
        "robert, bob, false",
        "robert, r, false",
        "robert, rob, false",
        "jon, john, false",
        "katherine, catherine, false",
        "anne marie, marie, false",
        "ada, ада, false",
        "李, wei, false",
        "ada, grace, true",
        "thomas, william, true",
        "anna, peter paul, true",
        "ада, борис, true",
        "mary, john, true",
    })
    void namesThatOnePersonDoesNotHave(String left, String right, boolean different) {
        assertThat(GivenNames.areClearlyDifferent(left, right)).isEqualTo(different);
        assertThat(GivenNames.areClearlyDifferent(right, left)).isEqualTo(different);
    }

    @Test
    void differenceIsSymmetric() {
        Property.check("names", 5_000, chance -> List.of(name(chance), name(chance)), pair -> {
            assertThat(GivenNames.areClearlyDifferent(pair.get(0), pair.get(1)))
                    .isEqualTo(GivenNames.areClearlyDifferent(pair.get(1), pair.get(0)));
            assertThat(GivenNames.areClearlyDifferent(pair.get(0), pair.get(0))).isFalse();
        });
    }

    @Test
    void namesWithoutEndTakeNoTime() {
        String endless = "xavier ".repeat(10_000) + "x".repeat(100_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> GivenNames.areClearlyDifferent(endless, "y".repeat(100_000)));
    }

    private static String name(Chance chance) {
        StringBuilder name = new StringBuilder();
        for (int i = chance.between(0, 12); i > 0; i--) {
            name.append(chance.oneOf(List.of("a", "b", "ma", "ry", "л", " ", "jo", "李")));
        }
        return name.toString();
    }
}
