package io.goldenrod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockingCommandTests {

    private static final String RECORDS = """
            source,recordId,givenName,familyName,birthDate
            crm,1,Ada,Lovelace,1815-12-10
            crm,2,Ada,Lovelace,1815-12-01
            crm,3,Ava,Lovelace,1815-12-10
            crm,4,Mary,Somerville,1780-12-26
            crm,5,Maria,Sommerville,
            """;

    private static final String TRUTH = "record_id,entity_id\n1,a\n2,a\n3,a\n4,b\n5,b\n";

    private static final String RULES = """
            birth: [birthDate]
            names: [prefix(givenName, 2), soundex(familyName)]
            email: [email]
            """;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        error.getBuffer().setLength(0);
        return new CommandLineTool(new FakeServices(), new PrintWriter(out, true), new PrintWriter(error, true))
                .run(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private String[] arguments(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "blocking",
                file("records.csv", RECORDS),
                "--rules",
                file("rules.yml", RULES),
                "--truth",
                file("truth.csv", TRUTH)));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void tellsWhichPairsEachRuleFinds() throws IOException {
        assertThat(run(arguments("--output", "json"))).isZero();
        Map<String, Object> json = Json.object(out.toString());
        assertThat(json)
                .containsEntry("records", 5)
                .containsEntry("allPairs", 10)
                .containsEntry("pairs", 3);
        List<?> rules = (List<?>) json.get("rules");
        assertThat(rules).hasSize(3);
        assertThat((Map<?, ?>) rules.get(0)).satisfies(birth -> {
            assertThat(birth.get("rule")).isEqualTo("birth");
            assertThat(birth.get("records")).isEqualTo(4);
            assertThat(birth.get("pairs")).isEqualTo(1);
            assertThat(birth.get("truePairsAlone")).isEqualTo(1);
        });
        assertThat((Map<?, ?>) rules.get(1)).satisfies(email -> {
            assertThat(email.get("rule")).isEqualTo("email");
            assertThat(email.get("pairs")).isEqualTo(0);
        });
        assertThat((Map<?, ?>) rules.get(2)).satisfies(names -> {
            assertThat(names.get("parts").toString()).isEqualTo("[prefix(givenName, 2), soundex(familyName)]");
            assertThat(names.get("pairs")).isEqualTo(2);
            assertThat(names.get("recall")).isEqualTo(0.5);
        });
        assertThat((Map<?, ?>) json.get("truth")).satisfies(truth -> {
            assertThat(truth.get("truePairs")).isEqualTo(4);
            assertThat(truth.get("recall")).isEqualTo(0.75);
            assertThat(truth.get("missed").toString()).contains("left=crm/2, right=crm/3");
        });
    }

    @Test
    void blocksThatAreTooLargeAreSkippedAndTold() throws IOException {
        String records = RECORDS + "crm,6,Adam,Lovelace,1815-12-10\n";
        assertThat(run(
                        "blocking",
                        file("records.csv", records),
                        "--rules",
                        file("rules.yml", RULES),
                        "--truth",
                        file("truth.csv", TRUTH),
                        "--block-records-max",
                        "2",
                        "--output",
                        "json"))
                .isZero();
        Map<String, Object> json = Json.object(out.toString());
        assertThat(json).containsEntry("pairs", 1);
        assertThat(((Map<?, ?>) ((List<?>) json.get("rules")).get(0)).get("skippedBlocks"))
                .isEqualTo(1);
        assertThat(((Map<?, ?>) json.get("truth")).get("missedForBlockSize")).isEqualTo(2);
    }

    @Test
    void showsValuesOnlyWhenAsked() throws IOException {
        assertThat(run(arguments())).isZero();
        assertThat(out.toString()).contains("recall     0.7500", "names").doesNotContain("1815", "l142", "ada");
        assertThat(run(arguments("--show-values"))).isZero();
        assertThat(out.toString()).contains("birth=1815-12-10", "names=ad|l142");
    }

    @Test
    void theLaterStatementOfARecordCounts() throws IOException {
        String records = RECORDS + "crm,3,Ava,Lovelace,1990-01-01\n";
        assertThat(run(
                        "blocking",
                        file("records.csv", records),
                        "--rules",
                        file("rules.yml", RULES),
                        "--output",
                        "json"))
                .isZero();
        assertThat(Json.object(out.toString()))
                .containsEntry("lines", 6)
                .containsEntry("records", 5)
                .containsEntry("pairs", 2);
    }

    @Test
    void listsTheFunctions() {
        assertThat(run("blocking", "--functions")).isZero();
        assertThat(out.toString()).contains("prefix(f, 3): lovelace gives lov", "soundex", "yearMonth");
    }

    @Test
    void wrongRulesAreRefusedWithTheirLines() throws IOException {
        String rules = file("wrong.yml", "birth: [yaer(birthDate)]\nName: [prefix(familyName)]\n");
        assertThat(run("blocking", file("records.csv", RECORDS), "--rules", rules))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(error.toString())
                .contains("birth[0] (line 1)", "did you mean year?", "Name (line 2)", "a length of 1 or more");
        assertThat(run("blocking")).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("blocking", "x.csv", "--block-records-max", "1")).isEqualTo(ExitCode.USAGE.code());
    }
}
