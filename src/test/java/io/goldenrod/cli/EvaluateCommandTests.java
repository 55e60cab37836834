package io.goldenrod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTests {

    private static final String RECORDS = """
            source,recordId,givenName,familyName,birthDate,email
            crm,1,Ada,Lovelace,1985-12-10,ada@example.org
            web,2,Ada,Lovelase,1985-12-10,
            web,3,Adah,Lovelace,1985-10-12,
            web,4,Grace,<Hopper>,1976-12-09,grace@example.org
            web,5,Grace,Hopper,1976-12-09,
            pos,6,Alan,Turing,1972-06-23,
            """;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();
    private Path records;
    private Path truth;

    @BeforeEach
    void writeFiles() throws IOException {
        records = file("records.csv", RECORDS);
        truth = file("truth.csv", "record_id,entity_id\n1,a\n2,a\n3,a\n4,g\n5,g\n6,g\n");
    }

    @Test
    void tellsWhatTheModelDidAndExplainsTheWorstMistakes() {
        Map<String, Object> score = json("evaluate", records.toString(), "--truth", truth.toString());
        Map<?, ?> matching = (Map<?, ?>) score.get("matching");
        assertThat(((Map<?, ?>) matching.get("model")).get("name")).isEqualTo("people");
        assertThat((List<?>) matching.get("weights")).isNotEmpty();
        assertThat((List<?>) matching.get("pairCurve")).isNotEmpty();
        assertThat((List<?>) matching.get("thresholds")).hasSize(5);
        assertThat(score.get("sizes").toString()).contains("records=1", "entities=2");
        Map<?, ?> miss = (Map<?, ?>) ((List<?>) score.get("misses")).get(0);
        assertThat(miss.get("byCustomer").toString()).contains("pos/6");
        Map<?, ?> pair = (Map<?, ?>) ((List<?>) miss.get("evidence")).get(0);
        assertThat(pair.get("linked")).isEqualTo(false);
        assertThat(pair.get("blocks")).isEqualTo("NONE");
        assertThat(pair.get("breakdown").toString()).contains("field=givenName", "field=prior");
        assertThat(score.toString()).doesNotContain("Hopper", "Lovelace");
    }

    @Test
    void showsValuesOnlyWhenAskedTo() {
        run("evaluate", records.toString(), "--truth", truth.toString());
        assertThat(out.toString()).contains("pos/6").doesNotContain("Turing");
        run("evaluate", records.toString(), "--truth", truth.toString(), "--show-values");
        assertThat(out.toString()).contains("familyName=Turing");
    }

    @Test
    void writesAPageThatHoldsAllItShows() throws IOException {
        Path page = directory.resolve("score.html");
        int code = run(
                "evaluate",
                records.toString(),
                "--truth",
                truth.toString(),
                "--show-values",
                "--report",
                page.toString());
        assertThat(code).isZero();
        String html = Files.readString(page);
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<svg", "prefers-color-scheme", "pos/6")
                .doesNotContain("<script", "http://", "https://", "<Hopper>");
    }

    @Test
    void aModelLearntWithTheSameSeedIsTheSame() {
        String[] arguments = {"evaluate", records.toString(), "--truth", truth.toString(), "--train", "--seed", "7"};
        Map<String, Object> first = json(arguments);
        assertThat(first).isEqualTo(json(arguments));
        assertThat(((Map<?, ?>) first.get("matching")).get("model").toString()).contains("name=learnt");
    }

    @Test
    void anotherModelStandsInForThePolicys() {
        Map<String, Object> score =
                json("evaluate", records.toString(), "--truth", truth.toString(), "--model", "organizations");
        assertThat(((Map<?, ?>) score.get("matching")).get("model").toString()).contains("name=organizations");
    }

    @Test
    void judgesPairs() throws IOException {
        Path mapping = file("pairs.yml", "attributes: {givenName: given, familyName: family, birthDate: born}\n");
        StringBuilder lines = new StringBuilder("expect,kind,a_given,a_family,a_born,b_given,b_family,b_born\n");
        for (int i = 10; i < 30; i++) {
            String born = "19" + (50 + i) + "-03-" + i;
            lines.append("Match,same,Ada,Lovelace,")
                    .append(born)
                    .append(",Ada,Lovelace,")
                    .append(born)
                    .append('\n');
            lines.append("Not a Match,other,Ada,Lovelace,").append(born).append(",Grace,Hopper,1901-01-02\n");
        }
        lines.append("perhaps,same,Ada,Lovelace,,Ada,Lovelace,\n");
        Path pairs = file("pairs.csv", lines.toString());
        Path page = directory.resolve("pairs.html");
        Map<String, Object> judged = json(
                "evaluate",
                "--pairs",
                pairs.toString(),
                "--mapping",
                mapping.toString(),
                "--by",
                "kind",
                "--report",
                page.toString());
        assertThat(judged)
                .containsEntry("pairs", 40)
                .containsEntry("unread", 1)
                .containsEntry("accuracy", 1.0)
                .containsEntry("notToMatch", 0.0);
        assertThat((double) judged.get("prior")).isBetween(0.4, 0.6);
        assertThat(((Map<?, ?>) judged.get("groups")).keySet().toString()).isEqualTo("[other, same]");
        assertThat(page).content().contains("How the pairs");
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        Path mapping = file("pairs.yml", "attributes: {givenName: given}\n");
        Path pairs = file("pairs.csv", "expect,a_given,b_given\nMatch,Ada,Ada\n");
        for (String[] arguments : new String[][] {
            {records.toString()},
            {"--pairs", pairs.toString()},
            {"--pairs", pairs.toString(), "--mapping", mapping.toString(), "--left", "x_"},
            {"--pairs", pairs.toString(), "--mapping", mapping.toString(), "--by", "none"},
            {"--pairs", pairs.toString(), "--mapping", mapping.toString(), "--prior", "1"},
            {"--pairs", pairs.toString(), "--mapping", mapping.toString(), "--truth", truth.toString()},
            {records.toString(), "--truth", truth.toString(), "--thresholds", "0.5,1"},
            {records.toString(), "--truth", truth.toString(), "--model", "none"},
        }) {
            String[] all = new String[arguments.length + 1];
            all[0] = "evaluate";
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            assertThat(run(all)).as(String.join(" ", all)).isEqualTo(ExitCode.USAGE.code());
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return new CommandLineTool(new FakeServices(), new PrintWriter(out), new PrintWriter(error)).run(arguments);
    }

    private Map<String, Object> json(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--output";
        all[arguments.length + 1] = "json";
        run(all);
        return Json.object(out.toString());
    }
}
