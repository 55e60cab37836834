package io.goldenrod.policy;

import static io.goldenrod.policy.PolicyDocuments.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OverlayTests {

    private static final Map<String, Object> BASE =
            map("a", map("x", 1, "y", 2), "list", List.of("p", "q"), "word", "w");

    static Stream<Arguments> overlays() {
        return Stream.of(
                Arguments.of(map(), BASE),
                Arguments.of(
                        map("new", 3), map("a", map("x", 1, "y", 2), "list", List.of("p", "q"), "word", "w", "new", 3)),
                Arguments.of(
                        map("a", map("x", 9)), map("a", map("x", 9, "y", 2), "list", List.of("p", "q"), "word", "w")),
                Arguments.of(map("a", map("x", null)), map("a", map("y", 2), "list", List.of("p", "q"), "word", "w")),
                Arguments.of(map("a", null, "word", null), map("list", List.of("p", "q"))),
                Arguments.of(map("a", 5, "list", List.of("z")), map("a", 5, "list", List.of("z"), "word", "w")),
                Arguments.of(
                        map("list", map("add", List.of("r", "p"), "remove", List.of("q"))),
                        map("a", map("x", 1, "y", 2), "list", List.of("p", "r"), "word", "w")),
                Arguments.of(
                        map("list", map("other", 1)),
                        map("a", map("x", 1, "y", 2), "list", map("other", 1), "word", "w")));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void mapsMergeByKeyNullRemovesAndAllElseReplaces(Map<String, Object> over, Map<String, Object> expected) {
        assertThat(Overlay.lay(BASE, over)).isEqualTo(expected);
    }

    @Test
    void removingWhatIsNotThereIsAProblem() {
        var refused = catchThrowableOfType(
                InvalidPolicy.class,
                () -> Overlay.lay(BASE, map("wrod", null, "a", map("z", null), "list", map("remove", List.of("zz")))));

        assertThat(refused.problems())
                .extracting(InvalidPolicy.Problem::path)
                .containsExactly("wrod", "a.z", "list.remove[0]");
        assertThat(refused).hasMessageContaining("did you mean \"word\"?");
    }
}
