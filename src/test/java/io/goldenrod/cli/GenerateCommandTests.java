package io.goldenrod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTests {

    @TempDir
    private Path directory;

    private final FakeServices services = new FakeServices();
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    private int run(String... arguments) {
        return new CommandLineTool(services, new PrintWriter(out), new PrintWriter(error)).run(arguments);
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    @Test
    void whatIsGeneratedIsTakenInWholeAndScored() {
        for (String name : List.of("records.ndjson", "records.csv", "records.ndjson.gz")) {
            String format = name.contains("csv") ? "csv" : "ndjson";
            services.stored.clear();
            assertThat(run(
                            "generate",
                            "--people=300",
                            "--seed=7",
                            "--format=" + format,
                            "-o",
                            file(name),
                            "--truth",
                            file("truth.csv")))
                    .isZero();
            assertThat(error.toString()).contains(" records of 300 people in ");
            assertThat(run("ingest", file(name))).isZero();
            assertThat(services.stored).hasSizeGreaterThan(900);
            assertThat(run("evaluate", file(name), "--truth", file("truth.csv")))
                    .isZero();
            assertThat(out.toString())
                    .contains("300 entities", "0 records without truth, 0 of the truth without record");
        }
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void optionsAreFollowed() throws IOException {
        assertThat(run(
                        "generate",
                        "--people=50",
                        "--sources=web,loyalty",
                        "--countries=es",
                        "--bare=1",
                        "--order=people",
                        "--out=" + file("records.ndjson")))
                .isZero();
        assertThat(Files.readAllLines(directory.resolve("records.ndjson")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"source\":\"web\"") || line.startsWith("{\"source\":\"loyalty\""))
                .noneMatch(line -> line.contains("identifiers"));
    }

    @Test
    void whatCannotBeIsToldInOneLine() throws IOException {
        String[][] wrong = {
            {"generate"},
            {"generate", "--people=0"},
            {"generate", "--people=many"},
            {"generate", "--people=5", "--errors=2"},
            {"generate", "--people=5", "--sources=crm,crm"},
            {"generate", "--people=5", "--countries=XX"},
            {"generate", "--people=5", "-o", file("no/records")},
            {"generate", "--people=5", "-o", directory.toString()},
            {"generate", "--people=5", "-o", file("records"), "--truth", file("records")},
            {"generate", "--people=5", "-o", file("records"), "--truth", file("no/truth")}
        };
        for (String[] arguments : wrong) {
            error.getBuffer().setLength(0);
            assertThat(run(arguments)).as("%s", List.of(arguments)).isEqualTo(ExitCode.USAGE.code());
            assertThat(error.toString()).startsWith("goldenrod: ").hasLineCount(1);
        }
        assertThat(directory).isEmptyDirectory();
    }
}
