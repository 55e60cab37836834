package io.goldenrod.console.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.steward.Review.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueFilterTests {

    @Test
    void writesWhatItReads() {
        QueueFilter filter = QueueFilter.read(Map.of(
                "status", "DECIDED", "kind", "HELD_LINK", "source", "a&b", "percentMin", "75", "assignee", "me"));
        assertThat(filter.href())
                .isEqualTo("/reviews?status=DECIDED&kind=HELD_LINK&assignee=me&source=a%26b&percentMin=75");
        assertThat(filter.asked("ann").assignee()).isEqualTo("ann");
        assertThat(filter.asked("ann").probabilityMin()).isEqualTo(0.75);
        assertThat(filter.isNarrow()).isTrue();
    }

    @Test
    void leavesOutWhatSaysNothing() {
        QueueFilter filter = QueueFilter.read(Map.of("kind", "", "source", " ", "status", "OPEN"));
        assertThat(filter.href()).isEqualTo("/reviews");
        assertThat(filter.status()).isEqualTo(Status.OPEN);
        assertThat(filter.isNarrow()).isFalse();
    }

    @Test
    void refusesWhatThereIsNot() {
        for (Map<String, String> wrong : java.util.List.of(
                Map.of("status", "open"),
                Map.of("percentMin", "101"),
                Map.of("percentMin", "x"),
                Map.of("assignee", "ann"),
                Map.of("after", "nonsense"))) {
            assertThatThrownBy(() -> QueueFilter.read(wrong)).isInstanceOf(ConsoleProblem.class);
        }
    }
}
