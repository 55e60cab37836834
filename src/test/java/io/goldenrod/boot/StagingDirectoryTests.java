package io.goldenrod.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.cli.IllegalUse;
import io.goldenrod.cli.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingDirectoryTests {

    @TempDir
    private Path directory;

    @Test
    void aStoreIsSeenOnlyWhenItIsWhole() throws IOException {
        Path data = directory.resolve("data");
        try (StagingDirectory staging = StagingDirectory.in(data)) {
            Files.writeString(
                    Files.createDirectories(staging.path().resolve("neo4j")).resolve("store"), "part");
            assertThat(data.resolve("neo4j")).doesNotExist();
            staging.moveStore();
        }
        assertThat(data.resolve("neo4j/store")).hasContent("part");
        assertThat(data).isDirectoryNotContaining(path -> !path.endsWith("neo4j"));
        assertThatThrownBy(() -> StagingDirectory.in(data))
                .isInstanceOf(IllegalUse.class)
                .hasMessageContaining("goldenrod ingest");
    }

    @Test
    void whatIsNotFinishedGoes() throws IOException {
        try (StagingDirectory staging = StagingDirectory.in(directory)) {
            Files.createDirectories(staging.path().resolve("neo4j/data"));
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatAnEarlierAttemptLeftGoes() throws IOException {
        Files.createDirectories(directory.resolve(".loading/neo4j/data"));
        Files.writeString(directory.resolve(".loading/lock"), "");
        try (StagingDirectory staging = StagingDirectory.in(directory)) {
            assertThat(staging.path().resolve("neo4j")).doesNotExist();
        }
    }

    @Test
    void oneLoadAtATime() {
        try (StagingDirectory staging = StagingDirectory.in(directory)) {
            assertThat(staging.path()).exists();
            assertThatThrownBy(() -> StagingDirectory.in(directory))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("another load is under way");
        }
    }

    @Test
    void aStoreThatCameMeanwhileStays() throws IOException {
        try (StagingDirectory staging = StagingDirectory.in(directory)) {
            Files.createDirectories(staging.path().resolve("neo4j"));
            Files.writeString(
                    Files.createDirectories(directory.resolve("neo4j")).resolve("store"), "theirs");
            assertThatThrownBy(staging::moveStore)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("meanwhile");
        }
        assertThat(directory.resolve("neo4j/store")).hasContent("theirs");
    }

    @Test
    void whereNothingCanBeWrittenItSaysSo() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> StagingDirectory.in(file))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot be written");
    }
}
