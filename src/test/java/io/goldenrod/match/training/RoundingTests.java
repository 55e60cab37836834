package io.goldenrod.match.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundingTests {

    @Test
    void keepsSixDigits() {
        assertThat(Rounding.significant(0.123456789)).isEqualTo(0.123457);
        assertThat(Rounding.significant(0.00001234567)).isEqualTo(0.0000123457);
    }

    @Test
    void aChanceStaysWhatAModelMayHoldHoweverManyPairsAgree() {
        assertThat(Rounding.chance(0.9999999)).isEqualTo(0.999999);
        assertThat(Rounding.chance(1)).isEqualTo(0.999999);
        assertThat(Rounding.chance(0)).isEqualTo(1e-9);
        assertThat(Rounding.chance(0.25)).isEqualTo(0.25);
    }
}
