package io.goldenrod.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.api.ServiceUnderTest.Answer;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers over HTTP as of past moments, beside what was answered then. */
@OnEachNeo4j
class AsOfIT {

    private static final List<String> STORY = List.of(
            record("crm", "1", "2026-01-01", "Ada Lovelace", "email:ada@example.org"),
            record("web", "2", "2026-01-02", "Ada L.", "phone:+442079460018"),
            record("pos", "3", "2026-01-03", "A. Lovelace", "email:ada@example.org", "phone:+442079460018"),
            record("crm", "1", "2026-01-04", "Ada King", "email:king@example.org"),
            record("crm", "4", "2026-01-05", "Bob Byron", "email:test@test.com"),
            "-pos/3",
            "-web/2",
            record("pos", "3", "2026-01-06", "A. Lovelace", "email:king@example.org"),
            "-crm/1",
            "-pos/3");

    @Parameter
    Neo4jUnderTest neo4j;

    private ServiceUnderTest service;

    @BeforeEach
    void start() {
        service = ServiceUnderTest.on(neo4j);
    }

    private static String record(String source, String id, String day, String name, String... identifiers) {
        List<String> parts = new ArrayList<>();
        for (String identifier : identifiers) {
            String[] pair = identifier.split(":", 2);
            parts.add("{\"type\":\"" + pair[0] + "\",\"value\":\"" + pair[1] + "\"}");
        }
        return "{\"source\":\"" + source + "\",\"recordId\":\"" + id + "\",\"observedAt\":\"" + day
                + "T00:00:00Z\",\"identifiers\":[" + String.join(",", parts) + "],\"attributes\":{\"fullName\":\""
                + name
                + "\"},\"consent\":{\"marketing\":true}}";
    }

    /** All questions with an answer each; a moment is added to the question when it is given. */
    private Map<String, Object> ask(Iterable<String> customers, String asOf) {
        List<String> paths = new ArrayList<>(List.of(
                "/v1/resolve?type=email&value=ada@example.org",
                "/v1/resolve?type=email&value=king@example.org&include=profile",
                "/v1/resolve?type=phone&value=%2B442079460018",
                "/v1/resolve?type=email&value=test@test.com",
                "/v1/records/crm/1",
                "/v1/records/web/2",
                "/v1/records/pos/3",
                "/v1/records/crm/4"));
        for (String id : customers) {
            for (String what : List.of("", "/records", "/identifiers", "/graph?depth=1")) {
                paths.add("/v1/customers/" + id + what);
            }
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String path : paths) {
            String moment = asOf == null ? "" : (path.contains("?") ? "&" : "?") + "asOf=" + asOf;
            Answer answer = service.get(path + moment);
            JsonNode json = answer.json();
            if (answer.status() == 200 && asOf != null) {
                assertThat(json.path("asOf").path("seq").isNumber())
                        .as(answer.text())
                        .isTrue();
            }
            strip(json);
            answers.put(path, answer.status() + " " + (answer.status() == 200 ? json : json.path("type")));
        }
        return answers;
    }

    /** What is not told of the past, or differs with the moment by itself; edges in one order, without matches. */
    private static void strip(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.remove(List.of("asOf", "version", "updatedAt", "confidence"));
            if (object.has("edges")) {
                List<JsonNode> edges = new ArrayList<>();
                object.path("edges").forEach(edge -> {
                    if (!edge.path("kind").stringValue().equals("MATCHED")) {
                        edges.add(edge);
                    }
                });
                edges.sort((one, other) -> one.toString().compareTo(other.toString()));
                object.putArray("edges").addAll(edges);
                List<JsonNode> nodes = new ArrayList<>();
                object.path("nodes").forEach(nodes::add);
                nodes.sort((one, other) -> one.toString().compareTo(other.toString()));
                object.putArray("nodes").addAll(nodes);
            }
        }
        json.forEach(AsOfIT::strip);
    }

    private List<String> customers() {
        return neo4j.query("MATCH (c:Customer) RETURN c.id AS id ORDER BY id").stream()
                .map(row -> (String) row.get("id"))
                .toList();
    }

    @Test
    void answersWhatItAnsweredThen() {
        Map<String, Map<String, Object>> then = new LinkedHashMap<>();
        for (String step : STORY) {
            Answer answer = step.startsWith("-")
                    ? service.delete("/v1/records/" + step.substring(1))
                    : service.post("/v1/records", step);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            JsonNode chain = service.get("/v1/audit/verify").json();
            assertThat(chain.path("status").stringValue()).isEqualTo("INTACT");
            then.put(chain.at("/head/seq").toString(), ask(customers(), null));
        }
        List<String> all = customers();
        assertThat(then).hasSize(STORY.size());
        then.forEach((seq, answers) -> {
            Map<String, Object> now = ask(all, seq);
            now.keySet().stream()
                    .filter(path -> !answers.containsKey(path))
                    .forEach(path ->
                            assertThat(now.get(path)).as(path).asString().startsWith("404"));
            now.keySet().retainAll(answers.keySet());
            assertThat(now).as("as of " + seq).isEqualTo(answers);
        });
        assertThat(then.values().toString()).contains("MATCHED", "AMBIGUOUS", "\"chain\"", "410 ", "404 ");

        neo4j.query("MATCH (d:Decision) SET d.at = datetime({year: 2026, month: 2, day: d.seq})");
        String last = List.copyOf(then.keySet()).get(2);
        String noon = "2026-02-%02dT13:00:00%%2B01:00".formatted(Integer.parseInt(last));
        assertThat(ask(all, noon)).isEqualTo(ask(all, last));
    }

    @Test
    void refusesMomentsThatAreNone() {
        refuses("/v1/customers/C?asOf=1", 422, "no_such_moment");
        service.post("/v1/records", STORY.get(0));
        String id = customers().get(0);
        Answer tagged = service.get("/v1/customers/" + id + "?asOf=1");
        assertThat(tagged.status()).isEqualTo(200);
        assertThat(tagged.json().has("version")).isFalse();
        assertThat(service.get("/v1/customers/" + id + "/records?asOf=1&limit=1")
                        .json()
                        .at("/asOf/seq")
                        .intValue())
                .isEqualTo(1);
        for (String path : List.of(
                "/v1/customers/" + id + "?",
                "/v1/customers/" + id + "/records?",
                "/v1/customers/" + id + "/identifiers?",
                "/v1/customers/" + id + "/graph?",
                "/v1/records/crm/1?",
                "/v1/resolve?type=email&value=ada@example.org&")) {
            refuses(path + "asOf=0", 422, "no_such_moment");
            refuses(path + "asOf=2", 422, "no_such_moment");
            refuses(path + "asOf=2999-01-01T00:00:00Z", 422, "no_such_moment");
            refuses(path + "asOf=1999-01-01T00:00:00Z", 422, "no_such_moment");
            refuses(path + "asOf=yesterday", 400, "invalid_parameter");
            refuses(path + "asOf=", 400, "invalid_parameter");
            refuses(path + "asOf=-1", 400, "invalid_parameter");
            refuses(path + "asOf=2026-01-01", 400, "invalid_parameter");
        }
        neo4j.query("MATCH (s:Sequence) SET s.historyFrom = 2");
        refuses("/v1/customers/" + id + "?asOf=1", 422, "history_not_kept");
    }

    private void refuses(String path, int status, String code) {
        Answer answer = service.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(status);
        assertThat(answer.json().path("type").stringValue()).isEqualTo(Problem.TYPE_PREFIX + code);
    }
}
