package io.goldenrod.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.cli.CommandLineTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole of it, at a size at which its figures mean nothing. */
class BenchmarkCommandIT {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void measuresEveryPartAndCleansUp() throws IOException {
        Path work = Files.createDirectory(directory.resolve("work"));
        int code = run(
                "--quick",
                "--sizes",
                "1000",
                "--rounds",
                "1",
                "--seconds",
                "0.3",
                "--warm-up",
                "0.3",
                "--heap",
                "512m",
                "--work",
                work.toString(),
                "-o",
                directory.toString());
        assertThat(code).as(error.toString()).isZero();
        Map<?, ?> json = JsonMapper.builder()
                .build()
                .readValue(Files.readString(directory.resolve("benchmark.json")), Map.class);
        Map<?, ?> size = (Map<?, ?>) ((List<?>) json.get("sizes")).get(0);
        List<Map<?, ?>> figures = ((List<?>) size.get("figures"))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
        assertThat(figures)
                .hasSize(9)
                .allSatisfy(figure -> assertThat(((Number) figure.get("value")).doubleValue())
                        .as(figure.get("name").toString())
                        .isPositive());
        assertThat(figures.stream().filter(figure -> figure.get("floorName") != null))
                .hasSize(7)
                .allSatisfy(figure ->
                        assertThat(((Number) figure.get("ratio")).doubleValue()).isPositive());
        assertThat(figures.stream().filter(figure -> figure.get("latency") != null))
                .hasSize(3);
        assertThat(directory.resolve("benchmark.html")).content().contains("<svg");
        assertThat(out.toString()).contains("ingest as NDJSON").contains("whole file");
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatCannotBeMeasuredIsToldAtOnce() {
        assertThat(run("--sizes", "10")).isEqualTo(2);
        assertThat(error.toString()).contains("--sizes are at most 10, each from 1000 to 100000000");
        assertThat(run("--rounds", "0")).isEqualTo(2);
        assertThat(run("--seconds", "0")).isEqualTo(2);
        assertThat(run("--heap", "-Xmx1g")).isEqualTo(2);
        assertThat(run("-o", directory.resolve("none").toString())).isEqualTo(2);
        assertThat(run("--work", directory.resolve("none").toString())).isEqualTo(2);
    }

    private int run(String... arguments) {
        error.getBuffer().setLength(0);
        String[] all =
                Stream.concat(Stream.of("benchmark"), Stream.of(arguments)).toArray(String[]::new);
        return new CommandLineTool(new ProgramServices(), new PrintWriter(out), new PrintWriter(error)).run(all);
    }
}
