package io.goldenrod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.match.MatchModel;
import io.goldenrod.testkit.Chance;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTests {

    private static final String POLICY = """
            extends: default
            name: trained
            matching:
              model: people
              blocking:
                names: [familyName, givenName]
                birth: [birthDate]
            """;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        error.getBuffer().setLength(0);
        return new CommandLineTool(new FakeServices(), new PrintWriter(out), new PrintWriter(error)).run(arguments);
    }

    /** People with two records each, of which the second misses or misspells something. */
    private Path records() throws IOException {
        Chance chance = new Chance(5);
        var text = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            String given = "given" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
            String family = "family" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
            String birth =
                    "19%02d-%02d-%02d".formatted(chance.between(20, 99), chance.between(1, 12), chance.between(1, 28));
            for (int copy = 0; copy < 2; copy++) {
                String written = copy == 1 && chance.percent(30) ? given.substring(1) : given;
                text.append("{\"source\":\"crm\",\"recordId\":\"%d-%d\",\"attributes\":{\"givenName\":\"%s\","
                                .formatted(i, copy, written))
                        .append("\"familyName\":\"%s\",\"birthDate\":\"%s\"}}%n".formatted(family, birth));
            }
        }
        return Files.writeString(directory.resolve("people.ndjson"), text);
    }

    @Test
    void aModelIsLearntAndThePolicyTakesIt() throws IOException {
        String records = records().toString();
        Path policy = Files.writeString(directory.resolve("policy.yml"), POLICY);
        Path model = directory.resolve("ours.yml");
        Path page = directory.resolve("page.html");

        assertThat(run("train", records, "--policy", policy.toString(), "-o", model.toString(), "--report", page + ""))
                .as("%s", error)
                .isZero();

        assertThat(out.toString()).contains("ours, version 1", "converged", "givenName", "written to");
        MatchModel learnt = ModelFile.load(model);
        assertThat(out.toString()).contains(learnt.hash());
        assertThat(learnt.prior() * 240 * 239 / 2).isBetween(100.0, 140.0);
        assertThat(Files.readString(page))
                .contains("<svg", "givenName", learnt.hash(), "prefers-color-scheme:dark")
                .doesNotContain("<script", "http", "givenaa");
        Path own = Files.writeString(directory.resolve("own.yml"), POLICY.replace("people", "ours.yml"));
        assertThat(PolicyFile.load(own).matching().modelHash()).isEqualTo(learnt.hash());

        Path again = directory.resolve("again").resolve("ours.yml");
        Files.createDirectory(again.getParent());
        assertThat(run("train", records, "--policy", policy.toString(), "-o", again.toString()))
                .isZero();
        assertThat(again).hasSameTextualContentAs(model);
    }

    @Test
    void labelsAreTaken() throws IOException {
        var truth = new StringBuilder("record_id,entity_id\n");
        for (int i = 0; i < 120; i++) {
            truth.append("%d-0,%d%n%d-1,%d%n".formatted(i, i, i, i));
        }
        Path labels = Files.writeString(directory.resolve("truth.csv"), truth);
        Path policy = Files.writeString(directory.resolve("policy.yml"), POLICY);
        Path model = directory.resolve("model.yml");

        assertThat(run("train", records() + "", "--policy", policy + "", "--labels", labels + "", "-o", model + ""))
                .isZero();

        assertThat(out.toString()).contains("120 labelled");
    }

    @Test
    void whatCannotBeUsedIsSaid() throws IOException {
        String records = records().toString();
        Path policy = Files.writeString(directory.resolve("policy.yml"), POLICY);
        Path none = Files.writeString(
                directory.resolve("none.yml"),
                "name: none\nidentifierTypes: {email: {normalizer: email, linking: strong, priority: 10}}\n");
        Path broken =
                Files.writeString(directory.resolve("broken.yml"), "name: broken\nversion: 0\nprior: 2\nfields: {}\n");
        String model = directory.resolve("model.yml").toString();
        String usual = policy.toString();

        assertThat(run("train", records, "--policy", usual)).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("train", records, "--policy", none + "", "-o", model)).isEqualTo(ExitCode.USAGE.code());
        assertThat(error.toString()).contains("no matching");
        assertThat(run("train", records, "--policy", usual, "-o", model, "--template", "nonsense"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(error.toString()).contains("people, organizations");
        assertThat(run("train", records, "--policy", usual, "-o", model, "--template", broken + ""))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(error.toString()).contains("version (line 2)", "prior (line 3)", "fields (line 4)");
        assertThat(run("train", records, "--policy", usual, "-o", model, "--prior", "0.7"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(Path.of(model)).doesNotExist();
    }
}
