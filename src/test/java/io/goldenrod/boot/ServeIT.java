package io.goldenrod.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a shell sees it: a process with its output, its exit code and its signals. */
class ServeIT {

    private static final Duration START_MAX = Duration.ofSeconds(120);
    private static final Pattern READY = Pattern.compile("serves on http://localhost:(\\d+)");

    @TempDir
    Path directory;

    private final List<Program> programs = new ArrayList<>();

    @AfterEach
    void stopWhatRuns() {
        programs.forEach(each -> each.process.destroyForcibly());
    }

    @Test
    void servesUntilItIsToldToStopAndKeepsItsDirectoryToItself() throws Exception {
        Program first = start("--server.port=0", "--goldenrod.data-dir=" + directory.resolve("data"));
        int port = first.awaitPort();
        assertThat(get(port, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get(port, "/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get(port, "/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        for (String hidden : List.of("", "/env", "/beans", "/heapdump", "/shutdown", "/loggers", "/info", "/metrics")) {
            assertThat(get(port, "/actuator" + hidden).statusCode()).as(hidden).isEqualTo(404);
        }
        assertThat(start("health", "--server.port=" + port).awaitEnd()).isZero();

        Program sameDirectory = start("--server.port=0", "--goldenrod.data-dir=" + directory.resolve("data"));
        sameDirectory.assertFails(3, "goldenrod: the data directory ", "is in use by another instance");
        Program samePort = start("--server.port=" + port, "--goldenrod.data-dir=" + directory.resolve("other"));
        samePort.assertFails(
                3, "goldenrod: port " + port + " is taken; stop the other program or start with --server.port=…");
        assertThat(directory.resolve("other")).as("untouched").doesNotExist();

        long start = System.nanoTime();
        first.process.destroy();
        assertThat(first.awaitEnd()).isIn(0, 143);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(first.output().lines()).hasSize(3);
        assertThat(first.output()).contains("listens on 127.0.0.1 only");
        assertThat(first.errors()).isEmpty();
    }

    @Test
    void saysInOneLineWhyItDoesNotStart() throws Exception {
        String data = "--goldenrod.data-dir=" + directory.resolve("data");
        start("--goldenrod.neo4j.uri=bolt://127.0.0.1:1", "--server.port=0")
                .assertFails(3, "goldenrod: no Neo4j answers at bolt://127.0.0.1:1; start it, or correct");
        Path file = Files.writeString(directory.resolve("file"), "");
        start("--goldenrod.data-dir=" + file, "--server.port=0").assertFails(3, "cannot be written");
        start(data, "--server.port=many").assertFails(2, "server.port is 0 (any free port) to 65535, not many");
        start(data, "--server.address=192.0.2.1", "--server.port=18080").assertFails(3, "cannot listen on 192.0.2.1");
        start(data, "--goldenrod.data-dirr=x").assertFails(2, "there is no setting goldenrod.data-dirr");
        start("conquer").assertFails(2, "there is no command conquer");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            start("health", "--server.port=" + port).assertFails(3, "nothing answers at");
        }
        assertThat(directory.resolve("data")).doesNotExist();
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Program start(String... arguments) throws Exception {
        Program program = new Program(Files.createTempDirectory(directory, "run"), arguments);
        programs.add(program);
        return program;
    }

    private static final class Program {

        private final Path output;
        private final Path errors;
        private final Process process;

        Program(Path directory, String... arguments) throws Exception {
            output = directory.resolve("output");
            errors = directory.resolve("errors");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "-cp",
                    classPath(),
                    Goldenrod.class.getName()));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
        }

        /** Without the tests' own classes and logging. */
        private static String classPath() {
            List<String> parts = new ArrayList<>(
                    List.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))));
            parts.removeIf(part -> part.endsWith("test-classes"));
            return String.join(File.pathSeparator, parts);
        }

        int awaitPort() throws Exception {
            long end = System.nanoTime() + START_MAX.toNanos();
            while (System.nanoTime() < end && process.isAlive()) {
                Matcher ready = READY.matcher(output());
                if (ready.find() && output().lines().count() >= 3) {
                    return Integer.parseInt(ready.group(1));
                }
                Thread.sleep(50);
            }
            throw new AssertionError("it did not start: " + output() + errors());
        }

        int awaitEnd() throws Exception {
            assertThat(process.waitFor(START_MAX.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        void assertFails(int code, String... parts) throws Exception {
            assertThat(awaitEnd()).as(errors()).isEqualTo(code);
            assertThat(errors()).contains(parts).startsWith("goldenrod: ");
            assertThat(errors().lines()).hasSize(1);
            assertThat(output()).doesNotContain("Exception").doesNotContain("\tat ");
        }

        String output() throws Exception {
            return Files.readString(output);
        }

        String errors() throws Exception {
            return Files.readString(errors);
        }
    }
}
