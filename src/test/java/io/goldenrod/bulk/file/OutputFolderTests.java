package io.goldenrod.bulk.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.ingest.file.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTests {

    @TempDir
    private Path directory;

    @Test
    void aNewFolderAppearsWithAllItsFilesAndNothingElse() throws IOException {
        Path target = directory.resolve("out");
        try (OutputFolder folder = OutputFolder.prepare(target)) {
            Files.writeString(folder.file("a.csv"), "a");
            Files.writeString(folder.temporary().resolve("spill"), "x");
            Files.writeString(folder.file("report.json"), "{}");
            assertThat(target).doesNotExist();
            folder.complete();
        }
        assertThat(names(target)).containsExactlyInAnyOrder("a.csv", "report.json");
        assertThat(names(directory)).containsExactly("out");
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        Path target = Files.createDirectory(directory.resolve("out"));
        try (OutputFolder folder = OutputFolder.prepare(target)) {
            Files.writeString(folder.file("a.csv"), "a");
            Files.writeString(folder.file("report.json"), "{}");
            assertThat(target.resolve("a.csv")).doesNotExist();
            folder.complete();
        }
        assertThat(names(target)).containsExactlyInAnyOrder("a.csv", "report.json");
    }

    @Test
    void whatIsNotCompleteLeavesNothing() throws IOException {
        for (String name : List.of("new", "existing")) {
            Path target = directory.resolve(name);
            if (name.equals("existing")) {
                Files.createDirectory(target);
            }
            try (OutputFolder folder = OutputFolder.prepare(target)) {
                Files.writeString(folder.file("a.csv"), "a");
                Files.writeString(folder.temporary().resolve("spill"), "x");
            }
        }
        assertThat(names(directory)).containsExactly("existing");
        assertThat(names(directory.resolve("existing"))).isEmpty();
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() throws IOException {
        Path target = Files.createDirectory(directory.resolve("out"));
        Files.writeString(target.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> OutputFolder.prepare(target))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not empty");
        assertThatThrownBy(() -> OutputFolder.prepare(target.resolve("mine.txt")))
                .hasMessageContaining("it is no folder");
        assertThatThrownBy(() -> OutputFolder.prepare(directory.resolve("none").resolve("out")))
                .hasMessageContaining("make it first");
        assertThat(names(target)).containsExactly("mine.txt");
    }

    @Test
    void whatComesToBeMeanwhileIsNotWrittenOver() throws IOException {
        Path target = directory.resolve("out");
        try (OutputFolder folder = OutputFolder.prepare(target)) {
            Files.writeString(folder.file("a.csv"), "a");
            Files.writeString(Files.createDirectory(target).resolve("mine.txt"), "mine");
            assertThatThrownBy(folder::complete).isInstanceOf(IOException.class).hasMessageContaining("meanwhile");
        }
        assertThat(names(target)).containsExactly("mine.txt");
        assertThat(names(directory)).containsExactly("out");
    }

    @Test
    void aNameThatIsTakenMeanwhileTakesTheOthersBack() throws IOException {
        Path target = Files.createDirectory(directory.resolve("out"));
        try (OutputFolder folder = OutputFolder.prepare(target)) {
            Files.writeString(folder.file("a.csv"), "a");
            Files.writeString(folder.file("b.csv"), "b");
            Files.writeString(target.resolve("b.csv"), "mine");
            assertThatThrownBy(folder::complete).hasMessageContaining("meanwhile");
        }
        assertThat(names(target)).containsExactly("b.csv");
        assertThat(target.resolve("b.csv")).hasContent("mine");
    }

    @Test
    void whatAKilledProgramLeftIsRemovedAndWhatALivingOneWritesIsNot() throws IOException {
        Path target = directory.resolve("out");
        Path left = Files.createDirectory(directory.resolve(".out.partial-123"));
        Files.writeString(left.resolve(".lock"), "");
        Files.writeString(left.resolve("customers.csv"), "half");
        try (OutputFolder folder = OutputFolder.prepare(target)) {
            assertThat(left).doesNotExist();
            Files.writeString(folder.file("a.csv"), "a");
            assertThatThrownBy(() -> OutputFolder.prepare(target)).hasMessageContaining("another program writes");
            folder.complete();
        }
        assertThat(names(target)).containsExactly("a.csv");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> held = Files.list(folder)) {
            return held.map(path -> path.getFileName().toString()).toList();
        }
    }
}
