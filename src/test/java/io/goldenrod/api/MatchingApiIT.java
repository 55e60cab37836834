package io.goldenrod.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.api.ServiceUnderTest.Answer;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** Records that share no identifier, found over HTTP by what they say. */
@OnEachNeo4j
class MatchingApiIT {

    private static final String ADA = person("crm", "1", "Ada", "Lovelace", "1815-12-10", "ada@example.org");

    @Parameter
    Neo4jUnderTest neo4j;

    private ServiceUnderTest service;

    @BeforeEach
    void start() {
        service = ServiceUnderTest.on(neo4j);
        assertThat(service.post("/v1/records", ADA).status()).isEqualTo(200);
    }

    private static String person(
            String source, String id, String given, String family, String birthDate, String email) {
        return """
            {"source": "%s", "recordId": "%s", "identifiers": [{"type": "email", "value": "%s"}],
             "attributes": {"givenName": "%s", "familyName": "%s", "birthDate": "%s",
              "address": {"line1": "12 St James's Square", "postcode": "SW1Y 4JH", "city": "London"}}}
            """.formatted(source, id, email, given, family, birthDate);
    }

    private String customer() {
        return service.get("/v1/resolve?type=email&value=ada@example.org")
                .json()
                .path("customerId")
                .stringValue();
    }

    @Test
    void joinsWhatMatchesAndShowsTheMatchInTheGraphAndTheLineage() {
        JsonNode joined = service.post(
                        "/v1/records", person("web", "7", "Ada", "Lovelase", "1815-12-10", "countess@example.org"))
                .json();
        assertThat(joined.path("outcome").stringValue()).isEqualTo("JOINED");
        assertThat(joined.path("customerId").stringValue()).isEqualTo(customer());

        JsonNode match =
                edge(service.get("/v1/customers/" + customer() + "/graph").json());
        assertThat(match.path("from").stringValue()).isEqualTo("record:crm/1");
        assertThat(match.path("to").stringValue()).isEqualTo("record:web/7");
        assertThat(match.path("probability").doubleValue()).isGreaterThan(0.95);
        assertThat(match.has("held")).isFalse();

        JsonNode decisions =
                service.get("/v1/customers/" + customer() + "/lineage").json().path("items");
        JsonNode last = decisions.get(decisions.size() - 1);
        assertThat(last.path("linkClass").stringValue()).isEqualTo("matched");
        assertThat(last.path("identifier").stringValue()).isEqualTo("record:crm/1");
        assertThat(last.path("detail").stringValue()).startsWith("weight ").contains(" by model ");
    }

    @Test
    void holdsAMatchThatAContradictionStandsAgainst() {
        String body = """
            {"source": "%s", "recordId": "%s", "identifiers": [{"type": "crm_id", "value": "%s"}],
             "attributes": {"givenName": "Grace", "familyName": "Hopper", "birthDate": "1906-12-09",
              "address": {"line1": "1 Navy Yard", "postcode": "20374", "city": "Washington"}}}
            """;
        service.post("/v1/records", body.formatted("crm", "20", "100020"));
        JsonNode second = service.post("/v1/records", body.formatted("crm", "21", "100021"))
                .json();
        assertThat(second.path("outcome").stringValue()).isEqualTo("CREATED");
        JsonNode held = second.path("held").get(0);
        assertThat(held.path("identifier").stringValue()).isEqualTo("record:crm/20");
        assertThat(held.path("constraint").stringValue()).isEqualTo("LIMIT");
        String id = second.path("customerId").stringValue();
        JsonNode match =
                edge(service.get("/v1/customers/" + id + "/graph?depth=2").json());
        assertThat(match.path("held").stringValue()).isEqualTo("LIMIT");
    }

    private static JsonNode edge(JsonNode graph) {
        for (JsonNode edge : graph.path("edges")) {
            if (edge.path("kind").stringValue().equals("MATCHED")) {
                return edge;
            }
        }
        throw new AssertionError("there is no match in " + graph);
    }

    @Test
    void searchesWithoutWriting() {
        String before = service.get("/v1/stats").text();
        Answer answer = service.post("/v1/search", """
            {"attributes": {"fullName": "Ada Lovelase", "birthDate": "10 December 1815"}, "limit": 3}
            """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode best = answer.json().path("candidates").get(0);
        assertThat(best.path("record").stringValue()).isEqualTo("record:crm/1");
        assertThat(best.path("customerId").stringValue()).isEqualTo(customer());
        assertThat(best.path("probability").doubleValue()).isBetween(0.5, 1.0);
        double sum = 0;
        for (JsonNode part : best.path("breakdown")) {
            sum += part.path("weight").doubleValue();
        }
        assertThat(sum).isCloseTo(best.path("weight").doubleValue(), org.assertj.core.data.Offset.offset(0.1));
        assertThat(service.get("/v1/stats").text()).isEqualTo(before);

        Answer byIdentifier = service.post(
                "/v1/search", "{\"identifiers\": [{\"type\": \"email\", \"value\": \"Ada@example.org\"}]}");
        assertThat(byIdentifier.json().path("candidates").get(0).path("record").stringValue())
                .isEqualTo("record:crm/1");
        Answer nobody = service.post("/v1/search", "{\"attributes\": {\"fullName\": \"Zebediah Quux\"}}");
        assertThat(nobody.json().path("candidates")).isEmpty();
    }

    @Test
    void refusesASearchForNothing() {
        for (String body : List.of(
                "{}",
                "[]",
                "{\"limit\": 5}",
                "{\"attributes\": {\"fullName\": \"Ada\"}, \"limit\": 0}",
                "{\"attributes\": {\"fullName\": \"Ada\"}, \"limit\": 1000}",
                "{\"attributes\": {\"fullName\": \"Ada\"}, \"limit\": 1.5}",
                "{\"attributes\": {\"fullName\": \"Ada\"}, \"include\": [\"profile\"]}",
                "{\"attributes\": \"Ada\"}",
                "{\"attributes\"")) {
            Answer answer = service.post("/v1/search", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.type()).startsWith(Problem.MEDIA_TYPE);
        }
        Answer unknownType = service.post("/v1/search", "{\"identifiers\": [{\"type\": \"shoe\", \"value\": \"44\"}]}");
        assertThat(unknownType.status()).as(unknownType.text()).isEqualTo(422);
    }

    @Test
    void resolvesByAttributesWhereNoIdentifierLeads() {
        String attributes = "\"attributes\": {\"givenName\": \"Ada\", \"familyName\": \"Lovelace\","
                + " \"birthDate\": \"1815-12-10\", \"address\": {\"line1\": \"12 St James's Square\","
                + " \"postcode\": \"SW1Y 4JH\", \"city\": \"London\"}}";
        for (String question : List.of(
                "{" + attributes + "}",
                "{\"identifiers\": [{\"type\": \"email\", \"value\": \"new@example.org\"}], " + attributes + "}")) {
            Answer answer = service.post("/v1/resolve", question);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            JsonNode match = answer.json();
            assertThat(match.path("resolution").stringValue()).isEqualTo("MATCHED");
            assertThat(match.path("customerId").stringValue()).isEqualTo(customer());
            assertThat(match.at("/confidence/strongest").stringValue()).isEqualTo("matched");
            assertThat(match.at("/confidence/probability").doubleValue()).isGreaterThan(0.95);
            assertThat(match.at("/reasons/0/match/record").stringValue()).isEqualTo("record:crm/1");
        }
        assertThat(service.post("/v1/resolve", "{\"attributes\": {\"fullName\": \"Zebediah Quux\"}}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listsPossibleMatchesOfTwoCustomersPageByPage() {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String body = """
                {"source": "web", "recordId": "possible-%d",
                 "attributes": {"fullName": "Ada Lovelace"}}
                """;
            Answer said = service.post("/v1/records", body.formatted(i));
            assertThat(said.status()).as(said.text()).isEqualTo(200);
        }
        String cursor = "";
        do {
            Answer answer = service.get("/v1/reviews?status=OPEN&kind=POSSIBLE_MATCH&limit=4" + cursor);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            JsonNode page = answer.json();
            for (JsonNode item : page.path("items")) {
                pairs.add(item.at("/left/record").stringValue() + "~"
                        + item.at("/right/record").stringValue());
                assertThat(item.path("kind").stringValue()).isEqualTo("POSSIBLE_MATCH");
                assertThat(item.at("/left/customerId").stringValue())
                        .isNotEqualTo(item.at("/right/customerId").stringValue());
                assertThat(item.path("probability").doubleValue()).isBetween(0.5, 0.95);
                assertThat(item.path("breakdown").size()).isGreaterThan(2);
            }
            cursor = page.has("next") ? "&cursor=" + page.path("next").stringValue() : null;
        } while (cursor != null);
        assertThat(pairs).doesNotHaveDuplicates();
        assertThat(pairs).hasSizeGreaterThan(4);
        assertThat(pairs)
                .hasSize(service.get("/v1/reviews?kind=POSSIBLE_MATCH")
                        .json()
                        .path("items")
                        .size());
        assertThat(service.get("/v1/reviews?status=CLOSED").status()).isEqualTo(400);
        assertThat(service.get("/v1/reviews?cursor=MS54fHk").status()).isEqualTo(400);
    }
}
