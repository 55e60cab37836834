package io.goldenrod.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.console.policy.LineDifference.Kind;
import io.goldenrod.console.policy.LineDifference.Line;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDifferenceTests {

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(each -> "line " + each).collect(Collectors.joining("\n"));
    }

    @Test
    void findsNothingInEqualTexts() {
        assertThat(LineDifference.of("a\nb\n", "a\nb").isNone()).isTrue();
    }

    @Test
    void showsWhatDiffersAndALittleAroundIt() {
        LineDifference found = LineDifference.of(lines(0, 20), lines(0, 20).replace("line 10\n", "other\nmore\n"));
        assertThat(found.added()).isEqualTo(2);
        assertThat(found.removed()).isEqualTo(1);
        assertThat(found.lines())
                .extracting(Line::kind)
                .containsExactly(
                        Kind.GAP,
                        Kind.SAME,
                        Kind.SAME,
                        Kind.REMOVED,
                        Kind.ADDED,
                        Kind.ADDED,
                        Kind.SAME,
                        Kind.SAME,
                        Kind.GAP);
        assertThat(found.lines()).contains(new Line(Kind.REMOVED, 11, "line 10"), new Line(Kind.ADDED, 12, "more"));
    }

    @Test
    void keepsLinesInCommonBetweenChanges() {
        LineDifference found = LineDifference.of("a\nb\nc", "x\nb\ny");
        assertThat(found.lines()).extracting(Line::text).containsExactly("a", "x", "b", "c", "y");
    }

    @Test
    void tellsWhatALineStandsUnder() {
        String before = "types:\n  one:\n    a: 1\n    b: 1\n    c: 1\n    d: 1\n  two:\n    a: 1";
        LineDifference found = LineDifference.of(before, before.replace("d: 1", "d: 2"));
        assertThat(found.lines().get(0)).isEqualTo(new Line(Kind.GAP, 0, "… types › one"));
    }

    @Test
    void endsSomewhere() {
        LineDifference found = LineDifference.of(lines(0, 5_000), lines(10_000, 15_000));
        assertThat(found.isCut()).isTrue();
        assertThat(found.lines()).hasSize(500);
        assertThat(found.removed()).isEqualTo(5_000);
    }
}
