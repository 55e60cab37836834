package io.goldenrod.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldenrod.console.Waterfall.Effect;
import io.goldenrod.console.Waterfall.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTests {

    private final Waterfall fall = Waterfall.ofLines(
            List.of(
                    "prior=any two records -10.00",
                    "birthDate=exact 8.00",
                    "phone=missing 0.00",
                    "city=different -2.50"),
            -4.5,
            0.5);

    @Test
    void beginsEachBarWhereTheOneBeforeEnded() {
        List<Step> steps = fall.steps();
        assertThat(steps)
                .extracting(Step::effect)
                .containsExactly(Effect.START, Effect.FOR, Effect.AGAINST, Effect.SUM);
        Step start = steps.get(0);
        assertThat(start.x() + start.width()).isCloseTo(fall.zero(), within(0.001));
        assertThat(steps.get(1).x()).isCloseTo(start.end(), within(0.001));
        Step against = steps.get(2);
        assertThat(against.x() + against.width()).isCloseTo(steps.get(1).end(), within(0.001));
    }

    @Test
    void endsAtTheProbabilityOfTheWhole() {
        Step sum = fall.steps().get(3);
        assertThat(sum.end()).isCloseTo(fall.steps().get(2).end(), within(0.001));
        assertThat(sum.probability()).isCloseTo(1 / (1 + Math.pow(2, 4.5)), within(1e-9));
    }

    @Test
    void marksWhereThePolicyJoins() {
        assertThat(fall.join()).isCloseTo(fall.zero(), within(0.001));
        assertThat(Waterfall.ofLines(List.of("prior=any two records -1.00"), -1, null)
                        .join())
                .isNull();
    }

    @Test
    void namesWhatNoMessageNames() {
        assertThat(Waterfall.words("loyaltyTier")).isEqualTo("loyalty tier");
        assertThat(Waterfall.words("drivers_license")).isEqualTo("drivers license");
    }
}
