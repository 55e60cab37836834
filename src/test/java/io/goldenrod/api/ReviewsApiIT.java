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

/** What waits for a steward, over HTTP. */
@OnEachNeo4j
class ReviewsApiIT {

    @Parameter
    Neo4jUnderTest neo4j;

    private static final List<String> NAMES =
            List.of("Abel Zimmer", "Britta Young", "Chaim Xu", "Dora Wexler", "Emil Voss", "Frida Ungar");

    private ServiceUnderTest service;
    private int named;

    /** Of somebody else each time, so that nobody may be anybody else. */
    private String name() {
        return "\"fullName\": \"" + NAMES.get(named++) + "\"";
    }

    @BeforeEach
    void start() {
        neo4j.wipe();
        service = ServiceUnderTest.on(neo4j);
    }

    private JsonNode say(String source, String id, String identifiers, String attributes) {
        Answer answer = service.post("/v1/records", """
            {"source": "%s", "recordId": "%s", "observedAt": "2026-01-01T00:00:00Z", "identifiers": [%s],
             "attributes": {%s}}
            """.formatted(source, id, identifiers, attributes));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String identifier(String type, String value) {
        return "{\"type\": \"" + type + "\", \"value\": \"" + value + "\"}";
    }

    /** Two people of other numbers who share an address: the second one's link to it is held. */
    private void shareAnEmail(String first, String second, String email) {
        say("crm", first, identifier("crm_id", "9" + first) + ", " + identifier("email", email), name());
        say("shop", second, identifier("crm_id", "9" + second) + ", " + identifier("email", email), name());
    }

    private List<JsonNode> list(String parameters) {
        Answer answer = service.get("/v1/reviews" + parameters);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        answer.json().path("items").forEach(items::add);
        return items;
    }

    private void sayPossibleMatches(int records) {
        for (int i = 0; i < records; i++) {
            say("web", "possible-" + i, "", "\"fullName\": \"Ada Lovelace\"");
        }
    }

    @Test
    void listsAHeldLinkWithItsEvidenceAndImpact() {
        shareAnEmail("1", "2", "shared@example.org");
        JsonNode item = list("").get(0);
        assertThat(item.path("kind").stringValue()).isEqualTo("HELD_LINK");
        assertThat(item.path("status").stringValue()).isEqualTo("OPEN");
        assertThat(item.path("constraint").stringValue()).isEqualTo("LIMIT");
        assertThat(item.path("explanation").stringValue()).contains("more values");
        assertThat(item.path("detail").stringValue()).startsWith("crm_id");
        assertThat(item.at("/left/record").stringValue()).startsWith("record:");
        assertThat(item.at("/right/identifier").stringValue()).isEqualTo("email:shared@example.org");
        assertThat(item.at("/left/customerId").stringValue())
                .isNotEqualTo(item.at("/right/customerId").stringValue());
        assertThat(item.at("/impact/records").intValue()).isEqualTo(2);
        assertThat(item.at("/impact/customers").intValue()).isEqualTo(2);
        String id = item.path("id").stringValue();
        assertThat(id).doesNotContain("shared");
        assertThat(service.get("/v1/reviews/" + id).json()).isEqualTo(item);
    }

    @Test
    void ranksByImpactThenByProbabilityAndPagesThroughAllOfThemOnce() {
        shareAnEmail("10", "11", "small@example.org");
        shareAnEmail("20", "21", "large@example.org");
        for (int i = 0; i < 3; i++) {
            say("crm", "20-" + i, identifier("crm_id", "920"), "");
        }
        sayPossibleMatches(5);
        List<JsonNode> all = list("");
        assertThat(all.get(0).at("/right/identifier").stringValue()).isEqualTo("email:large@example.org");
        assertThat(all.get(0).at("/impact/records").intValue()).isEqualTo(5);
        assertThat(all.get(1).at("/right/identifier").stringValue()).isEqualTo("email:small@example.org");
        assertThat(all).hasSizeGreaterThan(6);
        for (int i = 3; i < all.size(); i++) {
            assertThat(all.get(i).path("probability").doubleValue())
                    .isLessThanOrEqualTo(all.get(i - 1).path("probability").doubleValue());
        }
        List<JsonNode> paged = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = service.get("/v1/reviews?limit=2" + cursor).json();
            page.path("items").forEach(paged::add);
            cursor = page.has("next") ? "&cursor=" + page.path("next").stringValue() : null;
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void filters() {
        shareAnEmail("30", "31", "filter@example.org");
        sayPossibleMatches(3);
        assertThat(list("?kind=HELD_LINK")).hasSize(1);
        assertThat(list("?kind=POSSIBLE_MATCH")).hasSize(3);
        assertThat(list("?kind=HELD_MATCH")).isEmpty();
        assertThat(list("?constraint=LIMIT")).hasSize(1);
        assertThat(list("?constraint=CONFLICT")).isEmpty();
        assertThat(list("?identifierType=email")).hasSize(1);
        assertThat(list("?identifierType=phone")).isEmpty();
        assertThat(list("?source=web")).hasSize(3);
        assertThat(list("?source=crm").size() + list("?source=shop").size()).isEqualTo(1);
        assertThat(list("?probabilityMin=0.5")).hasSize(3);
        assertThat(list("?probabilityMin=1")).isEmpty();
        assertThat(list("?status=MOOT")).isEmpty();
        assertThat(list("?status=DECIDED")).isEmpty();
    }

    @Test
    void keepsWhoSeesToAnItemAndWhatIsSaidOfIt() {
        shareAnEmail("40", "41", "notes@example.org");
        sayPossibleMatches(2);
        String path = "/v1/reviews/" + list("").get(0).path("id").stringValue();
        assertThat(service.put(path, "{\"assignee\": \"ann\"}")
                        .json()
                        .path("assignee")
                        .stringValue())
                .isEqualTo("ann");
        Answer commented = service.post(path + "/comments", "{\"text\": \"one address\\nof two\", \"by\": \"bob\"}");
        assertThat(commented.status()).as(commented.text()).isEqualTo(200);
        assertThat(commented.json().at("/comments/0/by").stringValue()).isEqualTo("bob");
        assertThat(list("?assignee=ann")).containsExactly(commented.json());
        assertThat(list("")).hasSize(2).contains(commented.json());
        assertThat(list("?assignee=bob")).isEmpty();
        service.put(path, "{\"assignee\": null}");
        assertThat(list("?assignee=ann")).isEmpty();
        assertThat(service.get(path).json().path("comments").size()).isEqualTo(1);
        for (int i = 1; i < 100; i++) {
            service.post(path + "/comments", "{\"text\": \"and again\", \"by\": \"bob\"}");
        }
        assertThat(service.post(path + "/comments", "{\"text\": \"too much\", \"by\": \"bob\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anItemClosesByItselfWhenTheDataMakeItMoot() {
        shareAnEmail("50", "51", "moot@example.org");
        String id = list("").get(0).path("id").stringValue();
        service.put("/v1/reviews/" + id, "{\"assignee\": \"ann\"}");
        JsonNode left = list("").get(0).at("/left/record");
        service.delete("/v1/records/" + left.stringValue().substring("record:".length()));
        assertThat(list("")).isEmpty();
        assertThat(list("?assignee=ann")).isEmpty();
        JsonNode moot = list("?status=MOOT").get(0);
        assertThat(moot.path("id").stringValue()).isEqualTo(id);
        assertThat(moot.path("status").stringValue()).isEqualTo("MOOT");
        assertThat(moot.at("/right/identifier").stringValue()).isEqualTo("email:moot@example.org");
        assertThat(service.get("/v1/reviews/" + id).json()).isEqualTo(moot);
    }

    @Test
    void refusesWhatCannotBe() {
        shareAnEmail("60", "61", "bad@example.org");
        String path = "/v1/reviews/" + list("").get(0).path("id").stringValue();
        for (String parameters : List.of(
                "?status=CLOSED",
                "?kind=MATCH",
                "?constraint=limit",
                "?probabilityMin=2",
                "?probabilityMin=NaN",
                "?probabilityMin=x",
                "?limit=0",
                "?cursor=MS54fHk",
                "?cursor=%00",
                "?assigned=ann")) {
            assertThat(service.get("/v1/reviews" + parameters).status())
                    .as(parameters)
                    .isEqualTo(400);
        }
        for (String unknown : List.of("R", "R.", "x", "R%2E%2E", "RAAAAAAAAAAAAAAAAAAAAAA.Y3JtLzEwMDE", "R.%ff")) {
            Answer answer = service.get("/v1/reviews/" + unknown);
            assertThat(answer.status()).as(unknown).isIn(400, 404);
            assertThat(answer.type()).startsWith(Problem.MEDIA_TYPE);
        }
        assertThat(service.put("/v1/reviews/R", "{\"assignee\": \"ann\"}").status())
                .isEqualTo(404);
        assertThat(service.put(path, "{\"assignee\"").status()).isEqualTo(400);
        assertThat(service.put(path, "{\"who\": \"ann\"}").status()).isEqualTo(400);
        assertThat(service.put(path, "{}").status()).isEqualTo(422);
        assertThat(service.put(path, "{\"assignee\": 7}").status()).isEqualTo(422);
        assertThat(service.post(path + "/comments", "{\"by\": \"ann\"}").status())
                .isEqualTo(422);
        assertThat(service.post(path + "/comments", "{\"by\": \"ann\", \"text\": \"" + "x".repeat(4_001) + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(service.post(path + "/comments", "{\"text\": \"" + "x".repeat(1_100_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }
}
