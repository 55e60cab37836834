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

/** What a steward decides of the queue, over HTTP. */
@OnEachNeo4j
class ReviewDecisionsApiIT {

    @Parameter
    Neo4jUnderTest neo4j;

    private ServiceUnderTest service;

    @BeforeEach
    void start() {
        neo4j.wipe();
        service = ServiceUnderTest.on(neo4j);
    }

    /** Records that each may be the next one's, and nothing else. */
    private void sayPossibleMatches(int records) {
        for (int i = 0; i < records; i++) {
            say("possible-" + i, "", "Ada Lovelace");
        }
    }

    private void say(String id, String identifiers, String name) {
        Answer answer = service.post("/v1/records", """
            {"source": "web", "recordId": "%s", "observedAt": "2026-01-01T00:00:00Z", "identifiers": [%s],
             "attributes": {"fullName": "%s"}}
            """.formatted(id, identifiers, name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private String customer(String id) {
        return service.get("/v1/records/web/" + id).json().path("customerId").stringValue();
    }

    private List<JsonNode> list(String parameters) {
        List<JsonNode> items = new ArrayList<>();
        Answer answer = service.get("/v1/reviews" + parameters);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        answer.json().path("items").forEach(items::add);
        return items;
    }

    private String pair(String left, String right) {
        return list("").stream()
                .filter(item -> item.at("/left/record").stringValue("").equals("record:web/" + left))
                .filter(item -> item.at("/right/record").stringValue("").equals("record:web/" + right))
                .findFirst()
                .orElseThrow()
                .path("id")
                .stringValue();
    }

    private Answer decide(String id, String decision, String parameters) {
        return service.post(
                "/v1/reviews/" + id + "/decision" + parameters,
                "{\"decision\": \"" + decision + "\", \"by\": \"ann\", \"reason\": \"by phone\"}");
    }

    private Answer undo(String id) {
        return service.delete("/v1/reviews/" + id + "/decision?by=bob&reason=wrong+after+all");
    }

    private static List<String> kinds(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .path("effects")
                .valueStream()
                .map(change -> change.path("kind").stringValue())
                .toList();
    }

    @Test
    void sameJoinsBothAndCanBeTakenBack() {
        sayPossibleMatches(2);
        String left = customer("possible-0");
        String right = customer("possible-1");
        String id = pair("possible-0", "possible-1");
        Answer decided = decide(id, "SAME", "");
        assertThat(kinds(decided)).containsExactly("ASSERTED", "MERGED");
        JsonNode review = decided.json().path("review");
        assertThat(review.path("status").stringValue()).isEqualTo("DECIDED");
        assertThat(review.at("/decision/decision").stringValue()).isEqualTo("SAME");
        assertThat(review.at("/decision/by").stringValue()).isEqualTo("ann");
        assertThat(review.at("/decision/reason").stringValue()).isEqualTo("by phone");
        assertThat(customer("possible-1")).isEqualTo(left);
        assertThat(list("")).isEmpty();
        assertThat(list("?status=DECIDED")).containsExactly(review);
        assertThat(service.get("/v1/reviews/" + id).json()).isEqualTo(review);

        Answer undone = undo(id);
        assertThat(kinds(undone)).contains("RETRACTED", "RESTORED");
        assertThat(undone.json().at("/review/status").stringValue()).isEqualTo("OPEN");
        assertThat(undone.json().path("review").has("decision")).isFalse();
        assertThat(customer("possible-1")).isEqualTo(right);
        assertThat(list("")).containsExactly(undone.json().path("review"));
        assertThat(undo(id).status()).isEqualTo(409);
    }

    @Test
    void differentClosesAPairForGoodUntilItIsTakenBack() {
        sayPossibleMatches(2);
        String id = pair("possible-0", "possible-1");
        assertThat(kinds(decide(id, "DIFFERENT", ""))).containsExactly("ASSERTED");
        assertThat(list("")).isEmpty();
        assertThat(list("?status=DECIDED")).hasSize(1);
        String phone = "{\"type\": \"phone\", \"value\": \"+442079460018\"}";
        say("possible-0", phone, "Ada Lovelace");
        say("possible-1", phone, "Ada Lovelace");
        assertThat(customer("possible-0")).isNotEqualTo(customer("possible-1"));
        assertThat(list("?constraint=DIFFERENT")).isNotEmpty();
        assertThat(list("")).isEmpty();
        assertThat(kinds(undo(id))).startsWith("RETRACTED").contains("MERGED");
        assertThat(customer("possible-0")).isEqualTo(customer("possible-1"));
        assertThat(service.get("/v1/reviews/" + id).json().path("status").stringValue())
                .isEqualTo("MOOT");
    }

    @Test
    void aHeldLinkIsDecidedBetweenItsRecordAndItsIdentifier() {
        String email = "{\"type\": \"email\", \"value\": \"shared@example.org\"}";
        say("1", email + ", {\"type\": \"crm_id\", \"value\": \"901\"}", "Abel Zimmer");
        say("2", email + ", {\"type\": \"crm_id\", \"value\": \"902\"}", "Britta Young");
        JsonNode item = list("?kind=HELD_LINK").get(0);
        String id = item.path("id").stringValue();
        assertThat(customer("1")).isNotEqualTo(customer("2"));
        assertThat(kinds(decide(id, "SAME", ""))).startsWith("ASSERTED").contains("MERGED");
        assertThat(customer("1")).isEqualTo(customer("2"));
        assertThat(service.get("/v1/reviews/" + id).json().path("status").stringValue())
                .isEqualTo("DECIDED");
        kinds(undo(id));
        assertThat(customer("1")).isNotEqualTo(customer("2"));
        kinds(decide(id, "DIFFERENT", ""));
        assertThat(customer("1")).isNotEqualTo(customer("2"));
        assertThat(list("?kind=HELD_LINK")).isEmpty();
    }

    @Test
    void laterPutsAnItemOff() {
        sayPossibleMatches(2);
        String id = pair("possible-0", "possible-1");
        assertThat(kinds(decide(id, "LATER", ""))).isEmpty();
        assertThat(list("")).isEmpty();
        assertThat(list("?status=DECIDED").get(0).at("/decision/decision").stringValue())
                .isEqualTo("LATER");
        kinds(undo(id));
        assertThat(list("")).hasSize(1);
        decide(id, "LATER", "");
        assertThat(kinds(decide(id, "SAME", ""))).contains("MERGED");
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() {
        sayPossibleMatches(2);
        String id = pair("possible-0", "possible-1");
        String before = service.get("/v1/stats").text();
        JsonNode item = service.get("/v1/reviews/" + id).json();
        for (String decision : List.of("SAME", "DIFFERENT", "LATER")) {
            Answer dry = decide(id, decision, "?dryRun=true");
            assertThat(kinds(dry).contains("MERGED")).isEqualTo(decision.equals("SAME"));
            assertThat(dry.json().path("dryRun").booleanValue()).isTrue();
            assertThat(dry.json().path("review")).isEqualTo(item);
        }
        assertThat(service.get("/v1/stats").text()).isEqualTo(before);
        assertThat(service.get("/v1/reviews/" + id).json()).isEqualTo(item);

        decide(id, "SAME", "");
        String one = service.get("/v1/stats").text();
        Answer dry = service.delete("/v1/reviews/" + id + "/decision?by=bob&dryRun=true");
        assertThat(kinds(dry)).contains("RETRACTED", "RESTORED");
        assertThat(service.get("/v1/stats").text()).isEqualTo(one);
        assertThat(customer("possible-0")).isEqualTo(customer("possible-1"));
    }

    @Test
    void refusesWhatIsDecidedOrMootOrContradictsWhatWasDecided() {
        sayPossibleMatches(4);
        String first = pair("possible-0", "possible-1");
        String second = pair("possible-1", "possible-2");
        String third = pair("possible-0", "possible-2");
        kinds(decide(first, "DIFFERENT", ""));
        assertThat(decide(first, "SAME", "").status()).isEqualTo(409);
        kinds(decide(second, "SAME", ""));
        Answer contrary = decide(third, "SAME", "");
        assertThat(contrary.status()).as(contrary.text()).isEqualTo(409);
        assertThat(contrary.json().path("type").stringValue()).endsWith("contradiction");
        assertThat(contrary.text()).doesNotContain("possible-");

        String moot = pair("possible-0", "possible-3");
        service.put("/v1/reviews/" + moot, "{\"assignee\": \"ann\"}");
        service.delete("/v1/records/web/possible-3");
        assertThat(decide(moot, "SAME", "").status()).isEqualTo(409);
    }

    @Test
    void refusesWhatIsNoDecision() {
        sayPossibleMatches(2);
        String id = pair("possible-0", "possible-1");
        String path = "/v1/reviews/" + id + "/decision";
        assertThat(decide(id, "MAYBE", "").status()).isEqualTo(422);
        assertThat(decide(id, "SAME", "?dryRun=yes").status()).isEqualTo(400);
        assertThat(service.post(path, "{\"decision\": \"SAME\", \"by\": 7}").status())
                .isEqualTo(422);
        assertThat(service.post(path, "{\"by\": \"ann\"}").status()).isEqualTo(422);
        assertThat(service.post(path, "{\"decision\": \"SAME\", \"by\": \"ann\", \"to\": 1}")
                        .status())
                .isEqualTo(400);
        assertThat(service.post(path, "{\"decision\": \"" + "x".repeat(1_100_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(decide("RAAAA.Y3JtLzE", "SAME", "").status()).isEqualTo(404);
        assertThat(undo("RAAAA.Y3JtLzE").status()).isEqualTo(404);
        assertThat(undo(id).status()).isEqualTo(409);
        assertThat(service.delete(path + "?who=ann").status()).isEqualTo(400);
        assertThat(list("")).hasSize(1);
    }
}
