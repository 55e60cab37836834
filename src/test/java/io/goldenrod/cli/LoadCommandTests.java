package io.goldenrod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCommandTests {

    @TempDir
    private Path directory;

    private final FakeServices services = new FakeServices();
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void saysWhatBecameOfEveryLine() throws IOException {
        Path file = file(lines(3) + "oops\n" + lines(1) + "{\"source\":\"crm\",\"recordId\":\"\"}\n");
        assertThat(run("load", file.toString(), "--output", "json", "--data-dir", "d", "--policy", "p.yml"))
                .isEqualTo(ExitCode.REFUSED.code());
        assertThat(services.settings).containsExactly("--goldenrod.policy.file=p.yml", "--goldenrod.data-dir=d");
        Map<String, Object> summary = Json.object(out.toString());
        assertThat(summary)
                .containsEntry("lines", 6)
                .containsEntry("accepted", 4)
                .containsEntry("created", 3)
                .containsEntry("stale", 1)
                .containsEntry("refused", 2)
                .containsKey("phases");
        assertThat(summary.get("refusals").toString()).contains("line=4", "code=invalid_json", "line=6");
        assertThat(services.stored).hasSize(3);
        assertThat(services.loadsClosed).isEqualTo(1);
        assertThat(run("load", file(lines(2)).toString())).isZero();
        assertThat(out.toString()).containsPattern("importing +[0-9.]+ s");
    }

    @Test
    void refusesEarlyWhatThereIsNoMemoryFor() throws IOException {
        services.loadRecordsMax = 12_000;
        assertThat(run("load", file(lines(30_000)).toString())).isEqualTo(ExitCode.USAGE.code());
        assertThat(error.toString()).contains("memory for about 12,000", "-Xmx");
        assertThat(services.stored).isEmpty();
        assertThat(services.loadsClosed).isEqualTo(1);
        services.loadRecordsMax = 30_000;
        assertThat(run("load", file(lines(30_000)).toString())).isZero();
    }

    @Test
    void looksAtAllFilesBeforeTheLongWork() throws IOException {
        assertThat(run(
                        "load",
                        file(lines(2)).toString(),
                        directory.resolve("none").toString()))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(error.toString()).contains("there is no such file");
        assertThat(services.stored).isEmpty();
    }

    @Test
    void aServerTakesTheRecordsInBatches() throws IOException {
        String file = file(lines(3)).toString();
        assertThat(run("load", file, "--neo4j-uri", "bolt://graph:7687")).isZero();
        assertThat(services.settings).containsExactly("--goldenrod.neo4j.uri=bolt://graph:7687");
        assertThat(services.stored).hasSize(3);
        assertThat(services.loadsClosed).isZero();
        assertThat(run("load", file, "--neo4j-uri", "bolt://graph:7687", "--data-dir", "d"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(error.toString()).contains("give one of them");
        assertThat(run("load", file, "--data-dir", "d", "--goldenrod.data-dir=e"))
                .isEqualTo(ExitCode.USAGE.code());
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"source\":\"crm\",\"recordId\":\"" + i
                        + "\",\"identifiers\":[{\"type\":\"email\",\"value\":\"a" + i + "@example.org\"}]}\n")
                .collect(Collectors.joining());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("records.ndjson"), text);
    }

    private int run(String... arguments) {
        return new CommandLineTool(services, new PrintWriter(out, true), new PrintWriter(error, true)).run(arguments);
    }
}
