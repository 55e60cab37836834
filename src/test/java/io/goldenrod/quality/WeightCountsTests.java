package io.goldenrod.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.quality.WeightCounts.Point;
import io.goldenrod.quality.WeightCounts.Step;
import org.junit.jupiter.api.Test;

class WeightCountsTests {

    @Test
    void countsByWholeBitsBetweenItsEnds() {
        var counts = new WeightCounts();
        assertThat(counts.steps()).isEmpty();
        counts.add(2.9, true);
        counts.add(2, false);
        counts.add(4, true);
        assertThat(counts.steps()).containsExactly(new Step(2, 1, 1), new Step(3, 0, 0), new Step(4, 1, 0));
        counts.add(-1e9, false);
        counts.add(1e9, true);
        assertThat(counts.steps().get(0)).isEqualTo(new Step(WeightCounts.WEIGHT_MIN, 0, 1));
        assertThat(counts.steps().get(counts.steps().size() - 1)).isEqualTo(new Step(WeightCounts.WEIGHT_MAX, 1, 0));
    }

    @Test
    void theCurveCountsWhatWasNeverComparedAsMissed() {
        var counts = new WeightCounts();
        counts.add(5, true);
        counts.add(3, false);
        counts.add(1, true);
        assertThat(counts.curve(4))
                .startsWith(new Point(1, new PairwiseQuality(3, 4, 2)))
                .endsWith(new Point(5, new PairwiseQuality(1, 4, 1)));
        assertThat(counts.same()).isEqualTo(2);
    }
}
