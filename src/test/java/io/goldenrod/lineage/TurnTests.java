package io.goldenrod.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.lineage.Succession.Standing;
import io.goldenrod.lineage.Turn.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTests {

    @Test
    void readsTheLineThatItWrites() {
        for (Turn turn : List.of(
                new Turn(7, State.MERGED, List.of("C1", "C2")),
                new Turn(8, State.ACTIVE, List.of()),
                new Turn(9, State.RETIRED, List.of()))) {
            assertThat(Turn.parse(turn.line())).isEqualTo(turn);
        }
        assertThatThrownBy(() -> Turn.parse("7")).isInstanceOf(IllegalArgumentException.class);
    }

    /** A goes to B, B to C; B stands alone again, and A's founder stays with C; then A stands alone, and C ends. */
    @Test
    void leadsAnIdToWhereItsFounderWas() {
        var succession = new Succession();
        succession.add("A", 1, List.of(Turn.parse("4 MERGED B"), Turn.parse("8 ACTIVE")));
        succession.add("B", 2, List.of(Turn.parse("5 MERGED C D"), Turn.parse("6 ACTIVE")));
        succession.add("C", 3, List.of(Turn.parse("9 RETIRED")));
        succession.add("D", 3, List.of());

        assertThat(succession.at("B", 1)).isEmpty();
        assertThat(succession.at("nobody", 9)).isEmpty();
        assertThat(succession.at("A", 3)).contains(new Standing("A", State.ACTIVE, List.of()));
        assertThat(succession.at("A", 4)).contains(new Standing("B", State.ACTIVE, List.of("B")));
        assertThat(succession.at("A", 5)).contains(new Standing("C", State.ACTIVE, List.of("C")));
        assertThat(succession.at("B", 5)).contains(new Standing("C", State.ACTIVE, List.of("C", "D")));
        assertThat(succession.at("B", 6)).contains(new Standing("B", State.ACTIVE, List.of()));
        assertThat(succession.at("A", 7)).contains(new Standing("C", State.ACTIVE, List.of("C")));
        assertThat(succession.at("A", 8)).contains(new Standing("A", State.ACTIVE, List.of()));
        assertThat(succession.at("C", 9)).contains(new Standing("C", State.RETIRED, List.of()));
    }
}
