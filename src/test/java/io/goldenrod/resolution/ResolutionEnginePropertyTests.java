package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.Property;
import org.junit.jupiter.api.Test;

/** What holds for every history. */
class ResolutionEnginePropertyTests {

    @Test
    void afterEveryBatchTheGraphIsAFunctionOfTheRecords() {
        Property.check("function of the records", 3_000, Histories.upTo(40), history -> {
            HistoryRun run = new HistoryRun(history);
            run.run(
                    history,
                    (before, after, batch, answers) -> assertThat(GraphPicture.of(after))
                            .isEqualTo(GraphPicture.expected(history.policy(), run.live())));
        });
    }
}
