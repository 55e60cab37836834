package io.goldenrod.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTests {

    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private static void write(Path file, boolean whole) throws IOException {
        try (var out = new OutputFile(file.toString())) {
            out.stream().write(TEXT);
            if (whole) {
                out.complete();
            }
        }
    }

    @Test
    void aFileIsThereWholeOrNotAtAll() throws IOException {
        Path file = directory.resolve("records");
        write(file, false);
        assertThat(directory).isEmptyDirectory();
        Files.writeString(file, "older");
        write(file, false);
        assertThat(file).hasContent("older");
        write(file, true);
        assertThat(file).hasBinaryContent(TEXT);
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void byItsNameItIsCompressed() throws IOException {
        Path file = directory.resolve("records.gz");
        write(file, true);
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(in.readAllBytes()).isEqualTo(TEXT);
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        write(link, true);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(TEXT);
    }

    /** The same holds for devices: a file in the place of the null device would stop the machine's programs. */
    @Test
    void aPipeStaysAPipe() throws Exception {
        Path pipe = directory.resolve("pipe");
        assumeThat(canMake(pipe)).isTrue();
        var read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readAllBytes(pipe);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        write(pipe, true);
        assertThat(read.get()).isEqualTo(TEXT);
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(Files.exists(pipe)).isTrue();
    }

    private static boolean canMake(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
