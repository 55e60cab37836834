package io.goldenrod.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.api.ServiceUnderTest.Answer;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@OnEachNeo4j
class ApiIT {

    @Parameter
    Neo4jUnderTest neo4j;

    private ServiceUnderTest service;

    @BeforeEach
    void start() {
        service = ServiceUnderTest.on(neo4j);
    }

    private static String record(String source, String id, String... identifiers) {
        var text = new StringBuilder("{\"source\":\"" + source + "\",\"recordId\":\"" + id + "\",\"identifiers\":[");
        for (int i = 0; i < identifiers.length; i++) {
            String[] parts = identifiers[i].split(":", 2);
            text.append(i == 0 ? "" : ",").append("{\"type\":\"" + parts[0] + "\",\"value\":\"" + parts[1] + "\"}");
        }
        return text.append("],\"attributes\":{\"fullName\":\"Ada Lovelace\"}}").toString();
    }

    private List<JsonNode> lines(Answer answer) {
        var lines = new ArrayList<JsonNode>();
        answer.text().lines().forEach(line -> lines.add(Json.MAPPER.readTree(line)));
        return lines;
    }

    private String customerOf(String... identifiers) {
        Answer answer = service.post("/v1/records", record("crm", "1", identifiers));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("customerId").stringValue();
    }

    @Test
    void takesOneRecordAndResolvesItsIdentifier() {
        Answer taken = service.post("/v1/records", record("crm", "1", "email:Ada@Example.org"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().path("status").stringValue()).isEqualTo("ACCEPTED");
        assertThat(taken.json().path("outcome").stringValue()).isEqualTo("CREATED");
        assertThat(taken.json().path("merged").isArray()).isTrue();
        String id = taken.json().path("customerId").stringValue();

        Answer found = service.get("/v1/resolve?type=email&value=ADA%40example.org");
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text())
                .isEqualTo(
                        "{\"customerId\":\"" + id
                                + "\",\"resolution\":\"MATCHED\",\"identifier\":{\"type\":\"email\",\"value\":\"ada@example.org\"}}");
        Answer withProfile = service.get("/v1/resolve?type=email&value=ada@example.org&include=profile");
        assertThat(withProfile.json().at("/profile/attributes/fullName/value").stringValue())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void resolvesAPhoneWhosePlusWasNotEncoded() {
        customerOf("phone:+442079460018");
        assertThat(service.get("/v1/resolve?type=phone&value=+442079460018").status())
                .isEqualTo(200);
        assertThat(service.get("/v1/resolve?type=phone&value=%2B442079460018").status())
                .isEqualTo(200);
    }

    @Test
    void tellsWhatIsWrongWithAQuestion() {
        assertProblem(service.get("/v1/resolve?type=email&value=nobody@example.org"), 404, "unknown_identifier");
        assertProblem(service.get("/v1/resolve?type=email&value=none"), 400, "invalid_email");
        assertProblem(service.get("/v1/resolve?type=shoe&value=1"), 400, "unknown_identifier_type");
        assertProblem(service.get("/v1/resolve?type=email"), 400, "missing_parameter");
        assertProblem(service.get("/v1/resolve?type=email&value=a@b.c&since=1"), 400, "unknown_parameter");
        assertProblem(service.get("/v1/resolve?type=email&type=phone&value=1"), 400, "repeated_parameter");
        assertProblem(service.get("/v1/resolve?type=email&value=%FF"), 400, "invalid_encoding");
        assertProblem(service.get("/v1/nothing"), 404, "unknown_path");
        assertProblem(service.delete("/v1/resolve"), 405, "method_not_allowed");
        assertProblem(service.post("/v1/records", "text/plain", "x"), 415, "unsupported_media_type");
        assertProblem(service.send(service.request("/v1/stats").header("Accept", "text/csv")), 406, "not_acceptable");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).startsWith(Problem.MEDIA_TYPE);
        JsonNode problem = answer.json();
        assertThat(problem.path("type").stringValue()).isEqualTo(Problem.TYPE_PREFIX + code);
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        for (String member : List.of("title", "detail", "instance", "errors")) {
            assertThat(problem.has(member)).as(member).isTrue();
        }
        assertThat(answer.text()).doesNotContain("Exception", "MATCH (", "org.", "java.");
    }

    @Test
    void answersAStreamLineByLineAndKeepsWhatItRefuses() {
        String body = record("crm", "1", "email:a@example.org") + "\n\n"
                + "{\"source\":\"crm\"\n"
                + record("crm", "2", "email:b@example.org", "email:not one") + "\n"
                + record("crm", "3", "shoe:44") + "\n";
        Answer answer = service.post("/v1/records", Json.LINES_MEDIA_TYPE, body);
        assertThat(answer.type()).startsWith(Json.LINES_MEDIA_TYPE);
        List<JsonNode> lines = lines(answer);
        assertThat(lines).extracting(line -> line.path("line").intValue()).containsExactly(1, 3, 4, 5);
        assertThat(lines)
                .extracting(line -> line.path("status").stringValue())
                .containsExactly("ACCEPTED", "REJECTED", "ACCEPTED", "REJECTED");
        assertThat(lines.get(2).path("warnings").size()).isEqualTo(1);

        JsonNode kept = service.get("/v1/quarantine").json().path("items");
        assertThat(kept.size()).isEqualTo(2);
        assertThat(kept.get(0).path("line").intValue()).isEqualTo(3);
        String id = kept.get(1).path("id").stringValue();
        assertThat(lines.get(3).path("quarantineId").stringValue()).isEqualTo(id);
        assertProblem(service.post("/v1/quarantine/" + id + "/replay", ""), 422, "refused");
        assertThat(service.delete("/v1/quarantine/" + id).status()).isEqualTo(204);
        assertProblem(service.delete("/v1/quarantine/" + id), 404, "unknown_refusal");
    }

    @Test
    void replaysALineThatHasBecomeAcceptable() {
        service.post("/v1/records", Json.LINES_MEDIA_TYPE, record("crm", "9", "shoe:44") + "\n");
        neo4j.query("MATCH (f:Refusal) SET f.body = replace(f.body, '\"shoe\",\"value\":\"44\"', "
                + "'\"email\",\"value\":\"a@example.org\"')");
        String id = service.get("/v1/quarantine").json().at("/items/0/id").stringValue();
        Answer answer = service.post("/v1/quarantine/" + id + "/replay", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(service.get("/v1/quarantine").json().path("items").size()).isZero();
    }

    @Test
    void saysWhenTheQuarantineIsFull() {
        String bad = "nonsense\n".repeat(ServiceUnderTest.QUARANTINE_MAX + 2);
        List<JsonNode> lines = lines(service.post("/v1/records", Json.LINES_MEDIA_TYPE, bad));
        assertThat(lines).filteredOn(line -> line.has("quarantineId")).hasSize(ServiceUnderTest.QUARANTINE_MAX);
        assertThat(lines.get(lines.size() - 1).path("quarantined").booleanValue(true))
                .isFalse();
    }

    @Test
    void answersAnArrayWithAnArrayAndTakesNothingOfABrokenOne() {
        Answer answer = service.post(
                "/v1/records",
                "[" + record("crm", "1", "email:a@example.org") + ", 7, " + record("crm", "2", "shoe:1") + "]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().size()).isEqualTo(3);
        assertThat(answer.json().at("/1/status").stringValue()).isEqualTo("REJECTED");
        assertThat(service.post("/v1/records", "[]").text()).isEqualTo("[]");
        assertProblem(
                service.post("/v1/records", "[" + record("crm", "5", "email:e@example.org") + ", {"),
                400,
                "invalid_json");
        assertThat(service.get("/v1/records/crm/5").status()).isEqualTo(404);
    }

    @Test
    void refusesASingleRecordWithTheFieldsAndReasons() {
        Answer answer = service.post("/v1/records", record("crm", "1", "shoe:44"));
        assertProblem(answer, 422, "refused");
        assertThat(answer.json().at("/errors/0/field").stringValue()).startsWith("identifiers[0]");
        assertProblem(service.post("/v1/records", "{"), 400, "invalid_json");
        assertProblem(service.post("/v1/records", ""), 400, "invalid_json");
    }

    @Test
    void namesShowsAndDeletesARecord() {
        Answer put = service.send(service.request("/v1/records/crm/a%2Fb")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "night\u00e9 run/7")
                .PUT(BodyPublishers.ofString("{\"identifiers\":[{\"type\":\"email\",\"value\":\"a@example.org\"}]}")));
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(put.header("X-Request-Id")).isEqualTo("nightrun/7");
        Answer got = service.get("/v1/records/crm/a%2Fb");
        assertThat(got.json().path("recordId").stringValue()).isEqualTo("a/b");
        assertThat(got.json().at("/sent/recordId").stringValue()).isEqualTo("a/b");
        assertThat(got.json().at("/normalized/identifiers/0/value").stringValue())
                .isEqualTo("a@example.org");
        assertThat(got.json().at("/history/0/request").stringValue()).isEqualTo("nightrun/7");
        Answer mismatch = service.send(service.request("/v1/records/crm/c")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"source\":\"web\"}")));
        assertProblem(mismatch, 422, "refused");
        assertThat(service.delete("/v1/records/crm/a%2Fb")
                        .json()
                        .path("outcome")
                        .stringValue())
                .isEqualTo("DELETED");
        assertProblem(service.get("/v1/records/crm/a%2Fb"), 404, "unknown_record");
        assertProblem(service.delete("/v1/records/crm/a%2Fb"), 404, "unknown_record");
        assertProblem(service.get("/v1/records/c%20rm/1"), 400, "invalid_record_key");
    }

    @Test
    void showsACustomerWithItsTagMembersGraphAndLineage() {
        String id = customerOf("email:a@example.org", "phone:+442079460018");
        service.post("/v1/records", record("web", "2", "email:a@example.org", "cookie_id:abcdef123456"));
        Answer profile = service.get("/v1/customers/" + id);
        assertThat(profile.status()).as(profile.text()).isEqualTo(200);
        assertThat(profile.json().path("records").intValue()).isEqualTo(2);
        assertThat(profile.json().path("identifiers").size()).isEqualTo(3);
        assertThat(profile.json().at("/attributes/fullName/rule").isString()).isTrue();
        Answer same =
                service.send(service.request("/v1/customers/" + id).header("If-None-Match", profile.header("etag")));
        assertThat(same.status()).isEqualTo(304);

        Answer first = service.get("/v1/customers/" + id + "/identifiers?limit=2");
        assertThat(first.json().path("items").size()).isEqualTo(2);
        Answer second = service.get("/v1/customers/" + id + "/identifiers?limit=2&cursor="
                + first.json().path("next").stringValue());
        assertThat(second.json().path("items").size()).isEqualTo(1);
        assertThat(second.json().has("next")).isFalse();
        assertThat(service.get("/v1/customers/" + id + "/records")
                        .json()
                        .at("/items/1/recordId")
                        .stringValue())
                .isEqualTo("2");
        assertProblem(service.get("/v1/customers/" + id + "/records?cursor=%25"), 400, "invalid_cursor");
        assertProblem(service.get("/v1/customers/" + id + "/records?limit=1001"), 400, "invalid_parameter");

        JsonNode graph = service.get("/v1/customers/" + id + "/graph").json();
        assertThat(graph.path("nodes").size()).isEqualTo(6);
        assertThat(graph.path("edges").size()).isEqualTo(10);
        assertThat(graph.path("cut").booleanValue()).isFalse();
        assertThat(service.get("/v1/customers/" + id + "/graph?limit=3")
                        .json()
                        .path("cut")
                        .booleanValue())
                .isTrue();
        JsonNode lineage =
                service.get("/v1/customers/" + id + "/lineage").json().path("items");
        assertThat(lineage.get(0).path("kind").stringValue()).isEqualTo("CREATED");
        assertProblem(service.get("/v1/customers/C0/lineage"), 404, "unknown_customer");
    }

    @Test
    void leadsAMergedIdToItsSurvivorAndAnswersGoneForARetiredOne() {
        String first = customerOf("email:a@example.org");
        String other = service.post("/v1/records", record("web", "2", "phone:+442079460018"))
                .json()
                .path("customerId")
                .stringValue();
        Answer merge = service.post("/v1/records", record("pos", "3", "email:a@example.org", "phone:+442079460018"));
        assertThat(merge.json().path("outcome").stringValue()).isEqualTo("MERGED");
        JsonNode survivor = service.get("/v1/customers/" + other).json();
        assertThat(survivor.path("customerId").stringValue()).isEqualTo(first);
        assertThat(survivor.path("requestedId").stringValue()).isEqualTo(other);
        assertThat(survivor.at("/chain/0").stringValue()).isEqualTo(first);
        assertThat(survivor.at("/mergedFrom/0").stringValue()).isEqualTo(other);
        for (String id : List.of("crm/1", "web/2", "pos/3")) {
            assertThat(service.delete("/v1/records/" + id).status()).isEqualTo(200);
        }
        assertProblem(service.get("/v1/customers/" + first), 410, "retired_customer");
        assertThat(service.get("/v1/customers/" + first + "/lineage").status()).isEqualTo(200);
    }

    @Test
    void findsTheCustomerOfSeveralIdentifiersAndNamesTheConflicts() {
        String id = customerOf("email:a@example.org", "phone:+442079460018");
        service.post("/v1/records", record("web", "2", "email:other@example.org"));
        Answer answer = service.post("/v1/resolve", """
                {"identifiers": [{"type": "phone", "value": "+44 20 7946 0018"}, {"type": "email", "value": "a@example.org"},
                                 {"type": "email", "value": "other@example.org"}, {"type": "email", "value": "no@example.org"},
                                 {"type": "email", "value": "no"}],
                 "attributes": {"fullName": "Ada Lovelace"}, "include": ["profile"]}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode match = answer.json();
        assertThat(match.path("customerId").stringValue()).isEqualTo(id);
        assertThat(match.at("/confidence/agreeing").intValue()).isEqualTo(2);
        assertThat(match.at("/confidence/attributesAgreeing").intValue()).isEqualTo(1);
        assertThat(match.path("conflicts").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("OTHER_CUSTOMER", "UNKNOWN", "INVALID");
        assertThat(match.at("/profile/customerId").stringValue()).isEqualTo(id);
        assertProblem(
                service.post("/v1/resolve", "{\"identifiers\":[{\"type\":\"email\",\"value\":\"x@example.org\"}]}"),
                404,
                "unknown_identifier");
        assertProblem(service.post("/v1/resolve", "{\"identifiers\":[]}"), 400, "missing_field");
    }

    @Test
    void resolvesABatchInOrder() {
        String id = customerOf("email:a@example.org");
        String email = "{\"type\":\"email\",\"value\":\"A@example.org\"}";
        String unknown = "{\"type\":\"email\",\"value\":\"x@example.org\"}";
        String invalid = "{\"type\":\"email\",\"value\":\"x\"}";
        Answer array =
                service.post("/v1/resolve/batch", "[" + unknown + "," + email + "," + invalid + "," + email + "]");
        assertThat(array.json().findValuesAsString("resolution"))
                .containsExactly("UNKNOWN", "MATCHED", "INVALID", "MATCHED");
        assertThat(array.json().at("/3/customerId").stringValue()).isEqualTo(id);
        Answer lines =
                service.post("/v1/resolve/batch", Json.LINES_MEDIA_TYPE, (unknown + "\n" + email + "\n").repeat(1_000));
        assertThat(lines(lines)).hasSize(2_000);
        assertProblem(
                service.post("/v1/resolve/batch", Json.LINES_MEDIA_TYPE, (unknown + "\n").repeat(2_001)),
                413,
                "too_many_identifiers");
    }

    @Test
    void namesTheCandidatesOfAnAmbiguousIdentifier() {
        customerOf("email:a@example.org");
        neo4j.query("MATCH (i:Identifier {key: 'email:a@example.org'})-[to:RESOLVED_TO]->() DELETE to "
                + "REMOVE i.customer SET i.suppressed = 'SHARED'");
        JsonNode answer =
                service.get("/v1/resolve?type=email&value=a@example.org").json();
        assertThat(answer.path("resolution").stringValue()).isEqualTo("AMBIGUOUS");
        assertThat(answer.path("reason").stringValue()).isEqualTo("SHARED");
        assertThat(answer.at("/candidates/0/records").intValue()).isEqualTo(1);
    }

    @Test
    void takesCompressedBodiesAndRefusesBrokenOrLargeOnes() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    (record("crm", "1", "email:a@example.org") + "\n").repeat(3).getBytes());
        }
        byte[] bytes = packed.toByteArray();
        assertThat(lines(gzipped(Json.LINES_MEDIA_TYPE, bytes))).hasSize(3);
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 20);
        List<JsonNode> broken = lines(gzipped(Json.LINES_MEDIA_TYPE, cut));
        assertThat(broken.get(broken.size() - 1).at("/errors/0/code").stringValue())
                .isEqualTo("truncated_input");
        assertProblem(gzipped(Json.MEDIA_TYPE, cut), 400, "invalid_gzip");
        assertProblem(gzipped(Json.LINES_MEDIA_TYPE, "PAR1 parquet".getBytes()), 400, "invalid_gzip");
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[20 << 20]);
        }
        assertProblem(gzipped(Json.MEDIA_TYPE, bomb.toByteArray()), 413, "body_too_large");
        assertProblem(service.post("/v1/records", "[" + " ".repeat(2 << 20) + "]"), 413, "body_too_large");
    }

    private Answer gzipped(String type, byte[] body) {
        return service.send(service.request("/v1/records")
                .header("Content-Type", type)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void saysUnavailableWhenTheIntakeIs() {
        service.intake.failAfter(0);
        Answer one = service.post("/v1/records", record("crm", "1", "email:a@example.org"));
        assertProblem(one, 503, "unavailable");
        assertThat(one.header("retry-after")).isNotNull();
        assertProblem(
                service.post("/v1/records", Json.LINES_MEDIA_TYPE, record("crm", "1", "email:a@example.org")),
                503,
                "unavailable");
        service.intake.failAfter(1);
        var body = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            body.append(record("crm", "r" + i, "email:u" + i + "@example.org")).append('\n');
        }
        List<JsonNode> lines = lines(service.post("/v1/records", Json.LINES_MEDIA_TYPE, body.toString()));
        JsonNode last = lines.get(lines.size() - 1);
        assertThat(last.path("status").stringValue()).isEqualTo("UNAVAILABLE");
        assertThat(last.path("line").intValue()).isEqualTo(lines.size());
    }

    @Test
    void countsAndDescribes() {
        customerOf("email:a@example.org");
        JsonNode statistics = service.get("/v1/stats").json();
        assertThat(statistics.path("customers").intValue()).isEqualTo(1);
        assertThat(statistics.path("records").intValue()).isEqualTo(1);
        assertThat(statistics.at("/sizeDistribution/buckets/0/customers").intValue())
                .isEqualTo(1);
        assertThat(statistics.path("decisionsByDay").size()).isEqualTo(30);
        long today = 0;
        for (JsonNode day : statistics.path("decisionsByDay")) {
            today = day.longValue();
        }
        assertThat(today).isEqualTo(statistics.path("decisions").longValue()).isPositive();

        Answer description = service.get("/v3/api-docs");
        assertThat(description.json().path("openapi").stringValue()).startsWith("3.1");
        assertThat(description.json().path("paths").propertyNames())
                .contains("/v1/records", "/v1/records/{source}/{recordId}", "/v1/resolve", "/v1/customers/{id}/graph");
        assertThat(service.get("/v1").text()).contains("/docs");
        assertThat(service.get("/docs").status()).isEqualTo(302);
        assertThat(service.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }
}
