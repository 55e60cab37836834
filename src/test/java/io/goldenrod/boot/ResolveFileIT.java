package io.goldenrod.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: stopped, killed, and on a disk that is too small. */
class ResolveFileIT {

    private static final long DEADLINE_SECONDS = 120;

    @TempDir
    private Path directory;

    @Test
    void stoppedItLeavesNothing() throws Exception {
        Process process = start("-", directory.resolve("out"));
        feed(process, 5_000);
        awaitHidden();
        process.destroy();
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void killedItLeavesNothingThatLooksWholeAndTheNextRunRemovesIt() throws Exception {
        Path out = directory.resolve("out");
        Process process = start("-", out);
        feed(process, 5_000);
        awaitHidden();
        process.destroyForcibly().waitFor();
        assertThat(out).doesNotExist();
        Path records = directory.resolve("records.ndjson");
        Files.writeString(records, line(1));
        assertThat(start(records.toString(), out).waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                .isTrue();
        assertThat(names(directory)).containsExactlyInAnyOrder("out", "records.ndjson");
        assertThat(names(out)).contains("report.json", "identity-map.csv");
    }

    @Test
    void aDiskThatFillsUpIsToldAndLeftAsItWas() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        assumeThat(done("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()))
                .as("this machine mounts no small disk")
                .isZero();
        try {
            Path records = directory.resolve("records.ndjson.gz");
            try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(records))) {
                for (int i = 0; i < 20_000; i++) {
                    file.write(line(i).getBytes(StandardCharsets.UTF_8));
                }
            }
            for (Path out : List.of(disk.resolve("out"), disk)) {
                Process process = start(records.toString(), out);
                assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
                String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(told).contains("disk").contains("full").doesNotContain("\tat ");
                assertThat(process.exitValue()).isEqualTo(3);
                assertThat(names(disk)).isEmpty();
            }
        } finally {
            done("umount", disk.toString());
        }
    }

    private static int done(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static void feed(Process process, int records) throws IOException {
        OutputStream in = process.getOutputStream();
        for (int i = 0; i < records; i++) {
            in.write(line(i).getBytes(StandardCharsets.UTF_8));
        }
        in.flush();
    }

    private static String line(int number) {
        return "{\"source\":\"crm\",\"recordId\":\"" + number + "\",\"identifiers\":[{\"type\":\"email\",\"value\":\"a"
                + number + "@example.net\"}],\"attributes\":{\"note\":\"" + "abcdefgh".repeat(20) + number + "\"}}\n";
    }

    private void awaitHidden() {
        Awaitility.await()
                .atMost(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .until(() -> names(directory).stream().anyMatch(name -> name.startsWith(".out.")));
    }

    private Process start(String in, Path out) throws IOException {
        Path policy =
                Files.writeString(Files.createTempFile("policy", ".yml"), "extends: default\nname: exact\nmatching:\n");
        policy.toFile().deleteOnExit();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Goldenrod.class.getName(),
                "resolve-file",
                in,
                "-o",
                out.toString(),
                "--policy",
                policy.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> held = Files.list(folder)) {
            return held.map(path -> path.getFileName().toString()).toList();
        }
    }
}
