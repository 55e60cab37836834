package io.goldenrod.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.graph.PolicyStore;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.DatabaseStartException;
import io.goldenrod.neo4j.StoredScan;
import io.goldenrod.quality.GraphCheck;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.revision.PolicyChanges;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies on a running service: shown, tried, and put in force while records come. */
@OnEachNeo4j
class PolicyIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STRICTER = "extends: default\nname: stricter\nidentifierTypes:\n"
            + "  email: {maxPerCustomer: 1, options: {gmailDots: true}}\n  device_id: null\n";

    @Parameter
    Neo4jUnderTest neo4j;

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Serve> services = new ArrayList<>();

    @BeforeEach
    void wipe() {
        neo4j.wipe();
    }

    @AfterEach
    void stop() {
        services.forEach(Serve::close);
    }

    private Serve start(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--goldenrod.neo4j.uri=" + neo4j.settings().uri(),
                "--goldenrod.neo4j.username=" + neo4j.settings().username(),
                "--goldenrod.neo4j.password=" + neo4j.settings().password(),
                "--logging.level.root=error"));
        arguments.addAll(List.of(more));
        Serve serve = Serve.start(arguments.toArray(String[]::new));
        services.add(serve);
        return serve;
    }

    private HttpResponse<String> send(Serve serve, String method, String path, String type, String body)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serve.port() + path))
                        .header("Content-Type", type)
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode policy(Serve serve) throws Exception {
        return JSON.readTree(
                send(serve, "GET", "/v1/policy", "application/json", null).body());
    }

    /** Those of the first hundred are sent from a device. */
    private void ingest(Serve serve, int from, int to) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            int person = i / 4;
            String device = i >= 100
                    ? ""
                    : ",{\"type\":\"device_id\",\"value\":\"1f0e5c1a-0000-4000-8000-0000000" + (10000 + i / 8) + "\"}";
            lines.append("{\"source\":\"crm\",\"recordId\":\"" + i + "\",\"observedAt\":\"2026-05-01T10:00:00Z\","
                    + "\"identifiers\":[{\"type\":\"email\",\"value\":\"p." + person + ".x" + i % 2
                    + "@gmail.com\"},{\"type\":\"phone\",\"value\":\"+4420794600" + (10 + person % 90) + "\"}" + device
                    + "],\"attributes\":{\"fullName\":\"Person " + (char) ('A' + person % 26) + "berg" + person
                    + "\"}}\n");
        }
        HttpResponse<String> answer = send(serve, "POST", "/v1/records", "application/x-ndjson", lines.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()
                        .lines()
                        .filter(line -> !line.contains("\"ACCEPTED\""))
                        .limit(1))
                .isEmpty();
    }

    private void awaitApplied(Serve serve) throws Exception {
        while (policy(serve).has("applying")) {
            Thread.sleep(50);
        }
    }

    private void assertClean(Serve serve) {
        PolicyInUse.Parts parts = serve.bean(PolicyInUse.class).parts();
        var scan = new StoredScan(serve.bean(Database.class), parts.policy());
        assertThat(new GraphCheck(scan, parts.policy(), parts.matcher()).run().findings())
                .isEmpty();
    }

    @Test
    void triesAPolicyAndPutsItInForceWhileRecordsCome() throws Exception {
        Serve one = start();
        Serve other = start();
        for (int i = 0; i < 600; i += 150) {
            ingest(one, i, i + 150);
        }
        String first = policy(one).path("hash").stringValue();
        assertThat(first).isEqualTo(CompletePolicy.shipped().policy().hash());
        assertThat(policy(one).path("history")).hasSize(1);

        JsonNode told = result(one, STRICTER);
        assertThat(told.path("records").intValue()).isEqualTo(600);
        assertThat(told.path("reread").intValue()).isEqualTo(600);
        assertThat(told.path("customers").intValue())
                .isNotEqualTo(told.path("customersAfter").intValue());
        assertThat(policy(one).path("hash").stringValue()).isEqualTo(first);

        HttpResponse<String> begun =
                send(one, "POST", "/v1/policy/apply?by=ada&reason=too+many", "application/yaml", STRICTER);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String hash = JSON.readTree(begun.body()).path("hash").stringValue();
        for (int i = 0; i < 5; i++) {
            // the other instance has not heard of it yet
            ingest(i % 2 == 0 ? other : one, 600 + 20 * i, 620 + 20 * i);
        }
        awaitApplied(one);
        ingest(other, 700, 720);
        assertThat(other.bean(PolicyInUse.class).parts().settled()).isTrue();
        assertThat(other.bean(PolicyInUse.class).policy().hash()).isEqualTo(hash);
        assertClean(one);
        JsonNode now = policy(one);
        assertThat(now.path("hash").stringValue()).isEqualTo(hash);
        assertThat(now.path("history")).hasSize(2);
        assertThat(now.path("history").get(0).path("by").stringValue()).isEqualTo("ada");
        assertThat(now.path("history").get(1).path("until").isMissingNode()).isFalse();
        assertThat(now.path("policy").path("identifierTypes").has("device_id")).isFalse();
        JsonNode same = result(one, now.path("document").stringValue());
        for (String change : List.of("merged", "split", "held", "released", "matchesAdded", "changed", "reread")) {
            assertThat(same.path(change).intValue()).as(change).isZero();
        }
        assertThat(send(
                                one,
                                "POST",
                                "/v1/policy/apply",
                                "application/json",
                                JSON.writeValueAsString(now.path("policy")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(one, "GET", "/v1/policy/" + first, "application/json", null)
                        .body())
                .contains("\"until\"");

        HttpResponse<String> back = send(
                other,
                "POST",
                "/v1/policy/apply",
                "application/yaml",
                CompletePolicy.shipped().wholeDocument());
        assertThat(back.statusCode()).isEqualTo(202);
        awaitApplied(other);
        other.bean(PolicyChanges.class).refresh();
        assertClean(other);
        assertThat(other.bean(PolicyInUse.class).policy().hash()).isEqualTo(first);
    }

    private JsonNode result(Serve serve, String policy) throws Exception {
        HttpResponse<String> answer = send(serve, "POST", "/v1/policy/simulate", "text/plain", policy);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        return JSON.readTree(lines.get(lines.size() - 1)).path("result");
    }

    @Test
    void goesOnWhereItWasCutOff() throws Exception {
        Serve one = start();
        ingest(one, 0, 200);
        ingest(one, 200, 400);
        one.bean(PolicyChanges.class).close();
        CompletePolicy stricter = CompletePolicy.sent(STRICTER);
        one.bean(PolicyChanges.class).apply(stricter, null, null);
        assertThat(policy(one).path("applying").path("total").intValue()).isEqualTo(400);
        assertThat(send(one, "POST", "/v1/policy/apply", "application/yaml", "extends: default")
                        .statusCode())
                .isEqualTo(409);
        assertThat(send(one, "POST", "/v1/policy/simulate", "application/yaml", "extends: default")
                        .statusCode())
                .isEqualTo(409);
        ingest(one, 400, 440);
        // as if it had stopped after a part
        PolicyStore store = one.bean(PolicyStore.class);
        assertThat(store.claim("gone", Instant.EPOCH, Instant.EPOCH)).isTrue();
        one.close();

        Serve next = start();
        assertThat(next.bean(PolicyInUse.class).policy().hash())
                .isEqualTo(stricter.policy().hash());
        awaitApplied(next);
        next.bean(PolicyChanges.class).refresh();
        assertClean(next);
    }

    @Test
    void startsByThePolicyOfTheGraph() throws Exception {
        Path file = Files.writeString(directory.resolve("ours.yml"), "extends: default\nname: ours\n");
        Serve one = start("--goldenrod.policy.file=" + file);
        ingest(one, 0, 4);
        one.close();
        assertThat(policy(start()).path("name").stringValue()).isEqualTo("ours");
        Path theirs = Files.writeString(directory.resolve("theirs.yml"), "extends: default\nname: theirs\n");
        assertThatThrownBy(() -> start("--goldenrod.policy.file=" + theirs))
                .hasRootCauseInstanceOf(DatabaseStartException.class)
                .rootCause()
                .hasMessageContaining("goldenrod policy apply " + theirs);
    }

    @Test
    void saysEverythingThatIsWrongWithAPolicy() throws Exception {
        Serve serve = start();
        Map<String, Integer> wrong = Map.of(
                "extends: default\nnonsense: 1\nidentifierTypes: {email: {maxPerCustomer: -1}}", 422,
                "extends: default\nmatching: {model: /etc/passwd}", 422,
                "extends: default\nmatching: {model: {name: x}}", 422,
                "name: none\nidentifierTypes: {ip: {normalizer: ip, linking: none}}", 422,
                "name: [", 400,
                "", 400,
                "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b, *b]\nextends: default", 422);
        for (String path : List.of("/v1/policy/simulate", "/v1/policy/apply")) {
            for (var each : wrong.entrySet()) {
                HttpResponse<String> answer = send(serve, "POST", path, "application/yaml", each.getKey());
                assertThat(answer.statusCode())
                        .as(each.getKey() + answer.body())
                        .isEqualTo(each.getValue());
                assertThat(JSON.readTree(answer.body()).path("type").stringValue())
                        .isNotEmpty();
            }
        }
        HttpResponse<String> answer = send(
                serve,
                "POST",
                "/v1/policy/simulate",
                "application/json",
                "{\"extends\":\"default\",\"nonsense\":1,\n\t\"maxComponentLinks\":0}");
        assertThat(JSON.readTree(answer.body()).path("errors")).hasSize(2);
        assertThat(send(serve, "GET", "/v1/policy/00", "application/json", null).statusCode())
                .isEqualTo(404);
        assertThat(send(serve, "GET", "/v1/policy?limit=0", "application/json", null)
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(serve, "POST", "/v1/policy/apply?by=" + "x".repeat(201), "application/yaml", "extends: default")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(serve, "POST", "/v1/policy/apply", "image/png", "x").statusCode())
                .isEqualTo(415);
        assertThat(policy(serve).path("history")).hasSize(1);
    }
}
