package io.goldenrod.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.cli.CommandLineTool;
import io.goldenrod.testkit.Neo4jUnderTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that was loaded and one that the same files were ingested into, by the commands alone. */
class LoadIT {

    @TempDir
    Path directory;

    private final StringWriter output = new StringWriter();

    @Test
    void answersAndGoesOnAsIfTheRecordsHadBeenIngested() throws IOException {
        List<String> lines = generated();
        Path first = Files.write(directory.resolve("first.ndjson"), lines.subList(0, 150));
        Path later = Files.write(directory.resolve("later.ndjson"), lines.subList(150, lines.size()));
        Path loaded = directory.resolve("loaded");
        Path ingested = directory.resolve("ingested");
        assertThat(run("load", first.toString(), "--data-dir", loaded.toString()))
                .as(output.toString())
                .isZero();
        assertThat(loaded).isDirectoryNotContaining(path -> !path.endsWith("neo4j"));
        ingest(first, ingested);
        assertThat(customers(loaded)).hasSizeGreaterThan(150).isEqualTo(customers(ingested));
        ingest(later, loaded);
        ingest(later, ingested);
        assertThat(customers(loaded)).isEqualTo(customers(ingested));
        assertThat(run("check", "--goldenrod.data-dir=" + loaded))
                .as(output.toString())
                .isZero();
        assertThat(run("load", later.toString(), "--data-dir", loaded.toString()))
                .isEqualTo(2);
        assertThat(output.toString()).contains("holds a store already; take more records in with goldenrod ingest");
    }

    @Test
    void refusesBeforeTheLongWorkAndLeavesNothing() throws IOException {
        Path file = Files.write(directory.resolve("records.ndjson"), List.of("{}"));
        Path data = directory.resolve("data");
        assertThat(run("load", directory.resolve("none").toString(), "--data-dir", data.toString()))
                .isEqualTo(2);
        assertThat(run("load", file.toString(), "--data-dir", data.toString(), "--policy", "none.yml"))
                .isEqualTo(2);
        assertThat(run("load", file.toString(), "--data-dir", file.toString())).isEqualTo(3);
        assertThat(run("load", file.toString(), "--data-dir", data.toString())).isEqualTo(2);
        assertThat(output.toString())
                .contains("there is no such file", "none.yml", "cannot be written", "there is no record to load")
                .doesNotContain("\tat ");
        assertThat(data.resolve("neo4j")).doesNotExist();
        assertThat(data.resolve(".loading")).doesNotExist();
    }

    private List<String> generated() throws IOException {
        Path file = directory.resolve("people.ndjson");
        Path truth = directory.resolve("people.csv");
        assertThat(run(
                        "generate",
                        "--people",
                        "150",
                        "--seed",
                        "3",
                        "-o",
                        file.toString(),
                        "--truth",
                        truth.toString()))
                .isZero();
        return Files.readAllLines(file);
    }

    private void ingest(Path file, Path data) {
        assertThat(run("ingest", file.toString(), "--goldenrod.data-dir=" + data, "--goldenrod.neo4j.call-deadline=5m"))
                .as(output.toString())
                .isZero();
    }

    private static List<Map<String, Object>> customers(Path data) {
        try (Neo4jUnderTest neo4j = Neo4jUnderTest.on(data)) {
            return neo4j.query("MATCH (member)-[:RESOLVED_TO]->(customer:Customer) RETURN member.key AS member,"
                    + " customer.id AS customer, customer.profile AS profile, customer.foundedSeq AS founded"
                    + " ORDER BY member");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(output, true);
        return new CommandLineTool(new ProgramServices(), out, out).run(arguments);
    }
}
