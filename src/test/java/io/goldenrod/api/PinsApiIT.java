package io.goldenrod.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.api.ServiceUnderTest.Answer;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** Values that a steward pins over HTTP. */
@OnEachNeo4j
class PinsApiIT {

    private static final String BY_ANN = ", \"by\": \"ann\", \"reason\": \"told us on the phone\"}";

    @Parameter
    Neo4jUnderTest neo4j;

    private ServiceUnderTest service;

    @BeforeEach
    void start() {
        service = ServiceUnderTest.on(neo4j);
    }

    private String say(String id, String observedAt, String email, String city) {
        Answer answer = service.post("/v1/records", """
            {"source": "crm", "recordId": "%s", "observedAt": "%s",
             "identifiers": [{"type": "email", "value": "%s"}], "attributes": {"city": "%s"}}
            """.formatted(id, observedAt, email, city));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("customerId").stringValue();
    }

    private JsonNode city(String customer) {
        return service.get("/v1/customers/" + customer).json().at("/attributes/city");
    }

    private Answer pin(String customer, String attribute, String value) {
        return service.put("/v1/customers/" + customer + "/pins/" + attribute, "{\"value\": " + value + BY_ANN);
    }

    @Test
    void aPinnedValueSurvivesWhateverArrivesUntilThePinIsTakenAway() {
        String id = say("pin-1", "2026-01-01T00:00:00Z", "pin-1@example.org", "Paris");
        String before = service.get("/v1/customers/" + id).header("ETag");
        Answer pinned = pin(id, "city", "\"  Lyon \"");
        assertThat(pinned.status()).as(pinned.text()).isEqualTo(200);
        assertThat(pinned.header("ETag"))
                .isNotEqualTo(before)
                .isEqualTo(service.get("/v1/customers/" + id).header("ETag"));
        JsonNode city = pinned.json().at("/attributes/city");
        assertThat(city.path("value").stringValue()).isEqualTo("Lyon");
        assertThat(city.path("rule").stringValue()).isEqualTo("pinned");
        assertThat(city.path("records").intValue()).isZero();
        assertThat(city.at("/pin/by").stringValue()).isEqualTo("ann");
        assertThat(city.at("/pin/reason").stringValue()).isEqualTo("told us on the phone");
        assertThat(city.at("/pin/record").stringValue()).isEqualTo("record:crm/pin-1");
        assertThat(city.at("/alternatives/0/value").stringValue()).isEqualTo("Paris");

        say("pin-1", "2026-02-01T00:00:00Z", "pin-1@example.org", "Rome");
        say("pin-2", "2026-03-01T00:00:00Z", "pin-1@example.org", "Lyon");
        city = city(id);
        assertThat(city.path("value").stringValue()).isEqualTo("Lyon");
        assertThat(city.path("recordId").stringValue()).isEqualTo("pin-2");
        assertThat(city.path("records").intValue()).isEqualTo(1);
        assertThat(city.at("/alternatives/0/value").stringValue()).isEqualTo("Rome");
        assertThat(city.path("alternatives").size()).isEqualTo(1);

        Answer again = pin(id, "city", "\"Lyon\"");
        assertThat(again.header("ETag"))
                .isEqualTo(service.get("/v1/customers/" + id).header("ETag"));
        assertThat(kinds(id, "pin")).containsExactly("ASSERTED");

        Answer taken = service.delete("/v1/customers/" + id + "/pins/city?by=ann");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().at("/attributes/city/rule").stringValue()).isEqualTo("mostRecent");
        assertThat(taken.json().at("/attributes/city").has("pin")).isFalse();
        assertThat(service.delete("/v1/customers/" + id + "/pins/city?by=ann").header("ETag"))
                .isEqualTo(taken.header("ETag"));
        assertThat(kinds(id, "pin")).containsExactly("ASSERTED", "RETRACTED");
        assertThat(service.get("/v1/customers/" + id + "/lineage").text()).doesNotContain("Lyon");
    }

    private List<String> kinds(String id, String linkClass) {
        return service.get("/v1/customers/" + id + "/lineage")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> linkClass.equals(item.path("linkClass").stringValue("")))
                .map(item -> item.path("kind").stringValue())
                .toList();
    }

    @Test
    void theNewestPinIsInForceAfterAMergeAndEachPartHasItsOwnAfterASplit() {
        String left = say("pin-10", "2026-01-01T00:00:00Z", "pin-10@example.org", "Paris");
        String right = say("pin-11", "2026-01-01T00:00:00Z", "pin-11@example.org", "Rome");
        pin(left, "city", "\"Lyon\"");
        pin(right, "city", "\"Bari\"");
        pin(left, "nickname", "\"Pip\"");
        Answer bridge = service.post("/v1/records", """
            {"source": "crm", "recordId": "pin-12", "identifiers": [
              {"type": "email", "value": "pin-10@example.org"}, {"type": "email", "value": "pin-11@example.org"}]}
            """);
        assertThat(bridge.json().path("outcome").stringValue())
                .as(bridge.text())
                .isEqualTo("MERGED");
        assertThat(city(left).path("value").stringValue()).isEqualTo("Bari");
        assertThat(city(right).path("value").stringValue()).isEqualTo("Bari");
        JsonNode nickname = service.get("/v1/customers/" + right).json().at("/attributes/nickname");
        assertThat(nickname.path("value").stringValue()).isEqualTo("Pip");
        assertThat(nickname.path("alternatives")).isEmpty();

        assertThat(service.delete("/v1/records/crm/pin-12").status()).isEqualTo(200);
        assertThat(city(left).path("value").stringValue()).isEqualTo("Lyon");
        assertThat(city(right).path("value").stringValue()).isEqualTo("Bari");
        assertThat(service.get("/v1/customers/" + right)
                        .json()
                        .at("/attributes")
                        .has("nickname"))
                .isFalse();
    }

    @Test
    void aPinEndsWithItsRecord() {
        String id = say("pin-20", "2026-01-01T00:00:00Z", "pin-20@example.org", "Paris");
        say("pin-21", "2026-01-02T00:00:00Z", "pin-20@example.org", "Rome");
        pin(id, "city", "\"Lyon\"");
        service.delete("/v1/records/crm/pin-20");
        assertThat(city(id).path("value").stringValue()).isEqualTo("Rome");
        assertThat(kinds(id, "pin")).containsExactly("ASSERTED", "RETRACTED");
        service.delete("/v1/records/crm/pin-21");
        assertThat(pin(id, "city", "\"Lyon\"").status()).isEqualTo(410);
        assertThat(service.delete("/v1/customers/" + id + "/pins/city").status())
                .isEqualTo(410);
    }

    @Test
    void aValueIsUnderstoodAsARecordsAttributeIs() {
        String id = say("pin-30", "2026-01-01T00:00:00Z", "pin-30@example.org", "Paris");
        assertThat(pin(id, "birthDate", "\"10 December 1815\"")
                        .json()
                        .at("/attributes/birthDate/value")
                        .stringValue())
                .isEqualTo("1815-12-10");
        assertThat(pin(id, "score", "7").json().at("/attributes/score/value").intValue())
                .isEqualTo(7);
        assertThat(pin(id, "a%2Fb", "[1, 2]").json().at("/attributes").has("a/b"))
                .isTrue();
        for (String[] refused : new String[][] {
            {"birthDate", "\"yesterday\"", "invalid_date"},
            {"fullName", "7", "invalid_name"},
            {"gender", "\"unknown\"", "empty_value"},
            {"city", "null", "missing_value"},
            {"city", "\"\"", "empty_value"},
            {"city", "\"" + "x".repeat(5_000) + "\"", "value_too_long"},
            {"city", "\"\\ud800\"", "forbidden_character"},
            {"%0A", "1", "invalid_attribute_name"},
            {"x".repeat(129), "1", "invalid_attribute_name"}
        }) {
            Answer answer = pin(id, refused[0], refused[1]);
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.type()).startsWith(Problem.MEDIA_TYPE);
            assertThat(answer.json().at("/errors/0/code").stringValue()).isEqualTo(refused[2]);
        }
    }

    @Test
    void refusesWhatIsNoPin() {
        String id = say("pin-40", "2026-01-01T00:00:00Z", "pin-40@example.org", "Paris");
        String path = "/v1/customers/" + id + "/pins/city";
        for (String body : List.of("", "[]", "{\"value\"", "{\"value\": 1, \"by\": \"ann\", \"at\": 1}", "{} {}")) {
            assertThat(service.put(path, body).status()).as(body).isEqualTo(400);
        }
        for (String body : List.of(
                "{}",
                "{\"value\": 1, \"by\": \" \"}",
                "{\"value\": 1, \"by\": 7}",
                "{\"value\": 1, \"by\": \"a\\u0000\"}",
                "{\"value\": 1, \"by\": \"ann\", \"reason\": \"" + "x".repeat(1_001) + "\"}")) {
            assertThat(service.put(path, body).status()).as(body).isEqualTo(422);
        }
        assertThat(service.put(path, "{\"value\": \"" + "x".repeat(1_100_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(pin("C00000000000000000000000000", "city", "1").status()).isEqualTo(404);
        assertThat(service.delete("/v1/customers/nobody/pins/city").status()).isEqualTo(404);
        assertThat(service.delete(path + "?who=ann").status()).isEqualTo(400);
    }

    @Test
    void aRecordCarriesSoManyPins() {
        String id = say("pin-50", "2026-01-01T00:00:00Z", "pin-50@example.org", "Paris");
        for (int i = 0; i < 50; i++) {
            assertThat(pin(id, "attribute-" + i, "1").status()).isEqualTo(200);
        }
        assertThat(pin(id, "attribute-50", "1").status()).isEqualTo(409);
        assertThat(pin(id, "attribute-7", "2").status()).isEqualTo(200);
    }
}
