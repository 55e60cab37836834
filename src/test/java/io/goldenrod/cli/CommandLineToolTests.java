package io.goldenrod.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineToolTests {

    private static final String RECORDS = """
            {"source":"crm","recordId":"1","identifiers":[{"type":"email","value":"ada@example.org"}]}
            {"source":"web","recordId":"2","identifiers":[{"type":"email","value":"ADA@example.org"}]}
            {"source":"web","recordId":"3","identifiers":[{"type":"email","value":"bob@example.org"}]}
            {"source":"web","recordId":"4","identifiers":[{"type":"email","value":"ada@example.org"}]}
            """;

    @TempDir
    private Path directory;

    private final FakeServices services = new FakeServices();
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void withoutACommandItServesWithItsSettings() {
        assertThat(run("--server.port=0", "--goldenrod.data-dir=/tmp/x y", "--debug"))
                .isZero();
        assertThat(services.served).isTrue();
        assertThat(services.settings).containsExactly("--server.port=0", "--goldenrod.data-dir=/tmp/x y", "--debug");
        assertThat(run("serve", "--server.port=1")).isZero();
        assertThat(services.settings).containsExactly("--server.port=1");
        assertThat(run("health")).isEqualTo(ExitCode.UNAVAILABLE.code());
    }

    @Test
    void helpAndVersionNeedNothing() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("goldenrod 9.9.9");
        for (String command :
                List.of("serve", "ingest", "load", "resolve", "evaluate", "check", "generate", "policy", "health")) {
            assertThat(run(command, "--help")).isZero();
            assertThat(out.toString()).contains("Usage: goldenrod " + command, "some records were refused");
        }
        assertThat(services.served).isFalse();
    }

    @Test
    void misuseIsOneLineAndItsOwnExitCode() throws IOException {
        Path records = file("x.ndjson", RECORDS);
        for (String[] arguments : new String[][] {
            {"nonsense"},
            {"--nonsense"},
            {"ingest"},
            {"ingest", "--format", "WORD", records.toString()},
            {"ingest", directory.resolve("none").toString()},
            {"ingest", directory.toString()},
            {"ingest", "--charset", "UTF-16", records.toString()},
            {"ingest", "--mapping", directory.resolve("none.yml").toString(), records.toString()},
            {"ingest", "--url", "nonsense", records.toString()},
            {"evaluate", records.toString()},
            {
                "evaluate",
                records.toString(),
                "--truth",
                directory.resolve("none").toString()
            },
            {"resolve", "email"},
            {"resolve", "fax", "1"},
            {"policy"},
            {"policy", "validate", directory.resolve("none.yml").toString()},
        }) {
            error.getBuffer().setLength(0);
            assertThat(run(arguments)).as(String.join(" ", arguments)).isEqualTo(ExitCode.USAGE.code());
            assertThat(error.toString().lines().filter(line -> line.startsWith("goldenrod: ")))
                    .as(String.join(" ", arguments))
                    .isNotEmpty();
            assertThat(error.toString()).doesNotContain("\tat ", "Exception");
        }
    }

    @Test
    void aStoreThatCannotBeOpenedAndAnErrorOfTheProgramAreToldApart() {
        services.failure = new StoreUnavailable("the directory data is in use by process 7; stop it", null);
        assertThat(run("check")).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(error.toString()).isEqualTo("goldenrod: the directory data is in use by process 7; stop it\n");
        services.failure = new IllegalStateException("secret");
        assertThat(run("check")).isEqualTo(ExitCode.BUG.code());
        assertThat(error.toString()).contains("please report it").doesNotContain("secret", "\tat ");
    }

    @Test
    void ingestsAndSaysWhatBecameOfEveryLine() throws IOException {
        Path records = file("x.ndjson", RECORDS + "oops\n{\"source\":\"crm\",\"recordId\":\"\"}\n");
        assertThat(run("ingest", records.toString(), "--output", "json", "--goldenrod.data-dir=d"))
                .isEqualTo(ExitCode.REFUSED.code());
        assertThat(services.settings).containsExactly("--goldenrod.data-dir=d");
        Map<String, Object> summary = Json.object(out.toString());
        assertThat(summary)
                .containsEntry("lines", 6)
                .containsEntry("accepted", 4)
                .containsEntry("created", 4)
                .containsEntry("refused", 2);
        assertThat(summary.get("refusals").toString()).contains("line=5", "code=invalid_json", "line=6");
        out.getBuffer().setLength(0);
        assertThat(run("ingest", file("y.ndjson", RECORDS).toString())).isZero();
        assertThat(out.toString()).containsPattern("unchanged +4").containsPattern("created +0");
    }

    @Test
    void thePolicyThatIsNamedIsThatOfTheStore() throws IOException {
        String records = file("x.ndjson", RECORDS).toString();
        assertThat(run("ingest", records, "--policy", "ours.yml")).isZero();
        assertThat(services.settings).containsExactly("--goldenrod.policy.file=ours.yml");
        assertThat(run("ingest", records, "--policy", "ours.yml", "--goldenrod.policy.file=theirs.yml"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(error.toString()).contains("give one of them");
    }

    @Test
    void nothingIsTakenWhenOneOfTheFilesCannotBeUsed() throws IOException {
        Path bad = file("bad.csv", "foo,bar\n1,2\n");
        assertThat(run("ingest", file("x.ndjson", RECORDS).toString(), bad.toString()))
                .isEqualTo(2);
        assertThat(services.stored).isEmpty();
    }

    @Test
    void ingestsIntoARunningServiceAndTriesAgainWhenThatIsBusy() throws IOException {
        var requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/records", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean busy = requests.incrementAndGet() == 1;
            var answer = new StringBuilder();
            body.lines()
                    .forEach(line -> answer.append(
                            line.contains("\"3\"")
                                    ? "{\"line\":1,\"status\":\"REJECTED\","
                                            + "\"errors\":[{\"field\":\"f\",\"code\":\"c\",\"message\":\"m\"}]}\n"
                                    : "{\"line\":1,\"status\":\"ACCEPTED\","
                                            + "\"outcome\":\"JOINED\",\"held\":[{}],\"warnings\":[]}\n"));
            byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(busy ? 503 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            int code = run("ingest", file("x.ndjson", RECORDS).toString(), "--url", url, "--output", "json");
            assertThat(code).isEqualTo(ExitCode.REFUSED.code());
            assertThat(requests).hasValue(2);
            assertThat(Json.object(out.toString()))
                    .containsEntry("joined", 3)
                    .containsEntry("held", 3)
                    .containsEntry("refused", 1);
        } finally {
            server.stop(0);
        }
        assertThat(run("ingest", file("x.ndjson", RECORDS).toString(), "--url", "http://127.0.0.1:1"))
                .isEqualTo(ExitCode.UNAVAILABLE.code());
    }

    @Test
    void evaluatesAgainstATruth() throws IOException {
        Path truth = file("truth.csv", "record_id,entity_id\ncrm/1,a\nweb/2,a\nweb/3,a\nweb/4,b\nweb/9,c\n");
        Path records = file("x.ndjson", RECORDS);
        assertThat(run("evaluate", records.toString(), "--truth", truth.toString(), "--output", "json"))
                .isZero();
        Map<String, Object> score = Json.object(out.toString());
        assertThat(score)
                .containsEntry("records", 4)
                .containsEntry("customers", 2)
                .containsEntry("largestCustomer", 3)
                .containsEntry("largestTrue", 3)
                .containsEntry("truthUnused", 1)
                .containsEntry("refused", 0);
        assertThat((double) ((Map<?, ?>) score.get("pairwise")).get("precision"))
                .isCloseTo(1 / 3.0, within(1e-9));
        assertThat((double) ((Map<?, ?>) score.get("pairwise")).get("recall")).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(score.get("falseMerges").toString()).contains("[[crm/1, web/2], [web/4]]");
        assertThat(score.get("misses").toString()).contains("[[crm/1, web/2], [web/3]]");
        out.getBuffer().setLength(0);
        assertThat(run("evaluate", records.toString(), "--truth", truth.toString()))
                .isZero();
        assertThat(out.toString()).contains("pairwise      0.3333    0.3333    0.3333", "crm/1 web/2 | web/4");
    }

    @Test
    void datesAreJudgedByTheDayOfTheEvaluation() throws IOException {
        Path truth = file("truth.csv", "record_id,entity_id\n1,a\n");
        Path records = file("x.csv", "source,recordId,birthDate\ncrm,1,1990-05-12\n");
        assertThat(run("evaluate", records.toString(), "--truth", truth.toString(), "--output", "json"))
                .isZero();
        assertThat(Json.object(out.toString())).containsEntry("warnings", Map.of());
    }

    @Test
    void aRefusedRecordCountsAsMissed() throws IOException {
        Path truth = file("truth.csv", "record_id,entity_id\n1,a\n2,a\n");
        Path records = file(
                "x.ndjson", RECORDS.lines().findFirst().orElseThrow() + "\n{\"source\":\"crm\",\"recordId\":\"2\"}\n");
        assertThat(run("evaluate", records.toString(), "--truth", truth.toString(), "--output", "json"))
                .isEqualTo(ExitCode.REFUSED.code());
        Map<String, Object> score = Json.object(out.toString());
        assertThat(score).containsEntry("refused", 1).containsEntry("records", 1);
        assertThat(((Map<?, ?>) score.get("pairwise")).get("recall")).isEqualTo(0.0);
    }

    @Test
    void resolves() {
        assertThat(run("resolve", "email", "known@example.org")).isZero();
        assertThat(run("resolve", "email", "shared@example.org")).isZero();
        assertThat(run("resolve", "email", "nobody@example.org")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(out.toString().lines()).containsExactly("C1", "AMBIGUOUS C1 C2", "UNKNOWN");
    }

    @Test
    void checks() {
        assertThat(run("check")).isZero();
        assertThat(out.toString()).contains("all agree");
        services.differences.add("customer C1 has one record too many");
        assertThat(run("check")).isEqualTo(ExitCode.INCONSISTENT.code());
        assertThat(out.toString()).contains("customer C1 has one record too many", "1 differences");
    }

    @Test
    void validatesAndShowsPolicies() throws IOException {
        assertThat(run("policy", "validate")).isZero();
        assertThat(out.toString()).startsWith("valid: customers");
        out.getBuffer().setLength(0);
        assertThat(run("policy", "show")).isZero();
        Path shown = file("shown.yml", out.toString());
        assertThat(run("policy", "validate", shown.toString())).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("policy", "show", "--output", "json")).isZero();
        assertThat(Json.object(out.toString())).containsKey("identifierTypes");
        assertThat(run(
                        "policy",
                        "validate",
                        file("bad.yml", "name: x\nnonsense: 1\n").toString()))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(error.toString()).contains("nonsense");
    }

    @Test
    void triesAndAppliesPolicies() throws IOException {
        String other = file("other.yml", "extends: default\nname: other\n").toString();
        assertThat(run("policy", "simulate", other)).isZero();
        assertThat(out.toString())
                .contains("3 customers, 2 after", "1 added, 2 removed", "one customer of 2: [C1, C2]");
        out.getBuffer().setLength(0);
        assertThat(run("policy", "simulate", other, "--output", "json")).isZero();
        assertThat(Json.object(out.toString())).containsEntry("merged", 2).containsKey("examples");
        assertThat(services.applied).isEmpty();
        assertThat(run("policy", "apply", other, "--by", "ada", "--reason", "too many merges"))
                .isZero();
        assertThat(services.applied).containsExactly("other by ada because too many merges");
        String bad = file("bad.yml", "extends: default\nnonsense: 1\n").toString();
        assertThat(run("policy", "simulate", bad)).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("policy", "apply", bad)).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("policy", "apply", "none.yml")).isEqualTo(ExitCode.USAGE.code());
        assertThat(services.applied).hasSize(1);
    }

    private int run(String... arguments) {
        return new CommandLineTool(services, new PrintWriter(out), new PrintWriter(error)).run(arguments);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
