package io.goldenrod.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PermutationTests {

    @Test
    void everyNumberComesOnceAndThenAgain() {
        for (long size : new long[] {2, 3, 10, 64, 1000, 4099}) {
            var permutation = new Permutation(size, 77);
            assertThat(LongStream.range(0, size).map(permutation::at))
                    .doesNotHaveDuplicates()
                    .allMatch(each -> each >= 0 && each < size);
            assertThat(permutation.at(size + 1)).isEqualTo(permutation.at(1));
        }
    }

    @Test
    void neighboursComeFarApart() {
        var permutation = new Permutation(1_000_000, 77);
        assertThat(LongStream.range(0, 1000)
                        .filter(each -> Math.abs(permutation.at(each) - permutation.at(each + 1)) < 10_000))
                .hasSizeLessThan(50);
    }

    @Test
    void phoneNumbersAreEachGivenOutOnce() {
        var range = new PhoneRange(java.util.List.of("A1##", "A2##"), java.util.List.of("30", "40", "50"), 5);
        assertThat(range.size()).isEqualTo(600);
        assertThat(LongStream.range(0, 600).mapToObj(range::number))
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("[345]0[12]\\d\\d"));
    }
}
