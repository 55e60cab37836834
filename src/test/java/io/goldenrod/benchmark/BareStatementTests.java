package io.goldenrod.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BareStatementTests {

    @Test
    void everyFileHasAConstantAndEachConstantAFile() throws IOException {
        Path folder = Path.of("cypher", "benchmark");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(
                            file -> "benchmark/" + file.getFileName().toString().replace(".cypher", "")))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(BareStatement.values())
                            .map(BareStatement::file)
                            .toList());
        }
    }
}
