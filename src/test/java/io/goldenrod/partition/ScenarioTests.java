package io.goldenrod.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stories under {@code src/test/resources/partition}, each drawn as records and the customers they become. */
class ScenarioTests {

    private static final Path STORIES = Path.of("src/test/resources/partition");

    static Stream<String> stories() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aStoryEndsAsTold(String story) throws IOException {
        Scenario scenario = Scenario.read(Files.readAllLines(STORIES.resolve(story)));
        for (Outcome outcome : List.of(new RecordGraph(scenario.set()).partition(), Oracle.partition(scenario.set()))) {
            assertThat(outcome.clusters()).isEqualTo(scenario.customers());
            assertThat(outcome.held()).isEqualTo(scenario.held());
        }
    }
}
