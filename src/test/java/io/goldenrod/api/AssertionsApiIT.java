package io.goldenrod.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.api.ServiceUnderTest.Answer;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** What stewards say, over HTTP: that two are one, or are not, and how a wrong merge is undone. */
@OnEachNeo4j
class AssertionsApiIT {

    @Parameter
    Neo4jUnderTest neo4j;

    private ServiceUnderTest service;

    @BeforeEach
    void start() {
        service = ServiceUnderTest.on(neo4j);
    }

    /** @param identifiers as {@code type:value} */
    private static String record(String record, String at, String... identifiers) {
        List<String> parts = new ArrayList<>();
        for (String identifier : identifiers) {
            int colon = identifier.indexOf(':');
            parts.add("{\"type\": \"%s\", \"value\": \"%s\"}"
                    .formatted(identifier.substring(0, colon), identifier.substring(colon + 1)));
        }
        String[] key = record.split("/");
        return "{\"source\": \"%s\", \"recordId\": \"%s\", \"observedAt\": \"%s\", \"identifiers\": [%s]}"
                .formatted(key[0], key[1], at, String.join(", ", parts));
    }

    private String put(String record, String at, String... identifiers) {
        Answer answer = service.post("/v1/records", record(record, at, identifiers));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("customerId").stringValue();
    }

    private Answer say(String kind, String left, String right) {
        return service.post(
                "/v1/assertions",
                "{\"kind\": \"%s\", \"left\": \"%s\", \"right\": \"%s\", \"by\": \"ann\", \"reason\": \"seen\"}"
                        .formatted(kind, left, right));
    }

    private String customerOf(String record) {
        return service.get("/v1/records/" + record).json().path("customerId").stringValue();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).stringValue())
                .toList();
    }

    @Test
    void aWordMergesAndTakenBackGivesTheOldIdBack() {
        String older = put("crm/a1", "2026-05-01T10:00:00Z", "crm_id:AS-1", "email:ann@said.example");
        String younger = put("crm/a2", "2026-05-02T10:00:00Z", "crm_id:AS-2");
        Answer trial = service.post(
                "/v1/assertions?dryRun=true",
                "{\"kind\": \"SAME\", \"left\": \"record:crm/a1\", \"right\": \"record:crm/a2\"}");
        assertThat(trial.status()).isEqualTo(200);
        assertThat(trial.json().path("dryRun").booleanValue()).isTrue();
        assertThat(texts(trial.json().path("effects"), "kind")).containsExactly("ASSERTED", "MERGED");
        assertThat(customerOf("crm/a2")).isEqualTo(younger);
        assertThat(service.get("/v1/assertions?member=record:crm/a1").json().path("items"))
                .isEmpty();

        Answer said = say("SAME", "record:crm/a1", younger);
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        String id = said.json().path("id").stringValue();
        assertThat(said.header("Location")).isEqualTo("/v1/assertions/" + id);
        assertThat(said.json().path("rightCustomerId").stringValue()).isEqualTo(older);
        assertThat(customerOf("crm/a2")).isEqualTo(older);
        assertThat(say("SAME", "record:crm/a2", "record:crm/a1").status()).isEqualTo(200);
        put("web/a3", "2026-05-03T10:00:00Z", "crm_id:AS-2", "device_id:0b2f7f0e-8f63-4d1c-9a55-3f7a0a1c2d3e");
        assertThat(customerOf("web/a3")).isEqualTo(older);

        Answer ended = service.delete("/v1/assertions/" + id + "?by=bob&reason=mistaken");
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        assertThat(ended.json().path("status").stringValue()).isEqualTo("RETRACTED");
        assertThat(ended.json().path("retractedBy").stringValue()).isEqualTo("bob");
        assertThat(texts(ended.json().path("effects"), "kind")).containsExactly("RETRACTED", "RESTORED");
        assertThat(customerOf("crm/a2")).isEqualTo(younger);
        assertThat(customerOf("web/a3")).isEqualTo(younger);
        assertThat(service.delete("/v1/assertions/" + id).status()).isEqualTo(409);
        assertThat(service.get("/v1/assertions/" + id).json().path("reason").stringValue())
                .isEqualTo("seen");
    }

    @Test
    void aWordHoldsWhateverComesLaterEvenIfItsRecordGoesAndComes() {
        String first = put("crm/b1", "2026-05-01T10:00:00Z", "email:dee@said.example");
        String second = put("crm/b2", "2026-05-01T10:00:00Z", "email:dum@said.example");
        assertThat(say("DIFFERENT", "record:crm/b1", "record:crm/b2").status()).isEqualTo(201);
        String bridge = put("web/b3", "2026-05-02T10:00:00Z", "email:dee@said.example", "email:dum@said.example");
        assertThat(List.of(first, second)).contains(bridge);
        assertThat(customerOf("crm/b1")).isNotEqualTo(customerOf("crm/b2"));
        JsonNode lineage = service.get("/v1/customers/" + customerOf("crm/b2") + "/lineage")
                .json();
        assertThat(texts(lineage.path("items"), "kind")).contains("ASSERTED", "HELD");

        assertThat(service.delete("/v1/records/crm/b2").status()).isEqualTo(200);
        put("crm/b2", "2026-05-03T10:00:00Z", "email:dee@said.example");
        assertThat(customerOf("crm/b2")).isNotEqualTo(customerOf("crm/b1"));
    }

    @Test
    void refusesWhatContradictsWhatWasSaidAndNamesTheChain() {
        put("crm/c1", "2026-05-01T10:00:00Z", "email:c1@said.example");
        put("crm/c2", "2026-05-01T10:00:00Z", "email:c2@said.example");
        put("crm/c3", "2026-05-01T10:00:00Z", "email:c3@said.example");
        String one =
                say("SAME", "record:crm/c1", "record:crm/c2").json().path("id").stringValue();
        String two = say("SAME", "record:crm/c2", "email:C3@Said.example")
                .json()
                .path("id")
                .stringValue();
        Answer refused = say("DIFFERENT", "email:c3@said.example", "record:crm/c1");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(texts(refused.json().path("errors"), "message"))
                .containsExactly("assertion " + two + " says SAME", "assertion " + one + " says SAME");
        assertThat(refused.text()).doesNotContain("c3@said.example");
    }

    @Test
    void refusesWhatCannotBeSaid() {
        put("crm/d1", "2026-05-01T10:00:00Z", "email:d1@said.example", "email:test@test.com");
        assertThat(say("SAME", "record:crm/d1", "record:crm/nobody").status()).isEqualTo(404);
        assertThat(say("SAME", "record:crm/d1", "email:nobody@said.example").status())
                .isEqualTo(404);
        assertThat(say("SAME", "record:crm/d1", "record:crm/d1").status()).isEqualTo(422);
        assertThat(say("SAME", "record:crm/d1", "email:test@test.com").status()).isEqualTo(422);
        assertThat(say("SAME", "record:crm/d1", "what is this").status()).isEqualTo(422);
        assertThat(say("ALIKE", "record:crm/d1", "email:d1@said.example").status())
                .isEqualTo(422);
        assertThat(service.post("/v1/assertions", "{\"kind\": \"SAME\"}").status())
                .isEqualTo(422);
        assertThat(service.post("/v1/assertions", "{\"kinds\": \"SAME\"}").status())
                .isEqualTo(400);
        assertThat(service.post("/v1/assertions?dryRun=perhaps", "{}").status()).isEqualTo(400);
        assertThat(service.get("/v1/assertions/A0").status()).isEqualTo(404);
        assertThat(service.delete("/v1/assertions/A0").status()).isEqualTo(404);
        assertThat(service.get("/v1/assertions?status=OLD").status()).isEqualTo(400);
    }

    @Test
    void aWrongMergeIsShownThenUndoneForEver() {
        String mother = put("crm/s1", "2026-05-01T10:00:00Z", "email:may@said.example", "loyalty_id:SP-1");
        String son = put("crm/s2", "2026-05-02T10:00:00Z", "email:sam@said.example");
        put("pos/s3", "2026-05-03T10:00:00Z", "email:sam@said.example");
        put("web/s4", "2026-05-04T10:00:00Z", "email:may@said.example", "email:sam@said.example");
        assertThat(customerOf("crm/s2")).isEqualTo(mother);

        String body = "{\"members\": [\"record:crm/s2\", \"record:pos/s3\", \"email:Sam@said.example\"],"
                + " \"by\": \"ann\", \"reason\": \"her son\"";
        Answer shown = service.post("/v1/customers/" + mother + "/split", body + "}");
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.json().path("dryRun").booleanValue()).isTrue();
        assertThat(texts(shown.json().path("parts"), "customerId")).containsExactly(mother, son);
        assertThat(customerOf("crm/s2")).isEqualTo(mother);

        Answer done = service.post("/v1/customers/" + son + "/split", body + ", \"dryRun\": false}");
        assertThat(done.json().path("parts")).isEqualTo(shown.json().path("parts"));
        assertThat(List.of(customerOf("crm/s1"), customerOf("web/s4"))).containsOnly(mother);
        assertThat(List.of(customerOf("crm/s2"), customerOf("pos/s3"))).containsOnly(son);
        put("web/s5", "2026-05-05T10:00:00Z", "loyalty_id:SP-1", "email:sam@said.example");
        assertThat(customerOf("crm/s2")).isEqualTo(son);
        assertThat(customerOf("crm/s1")).isEqualTo(mother);

        for (JsonNode id : done.json().path("assertions")) {
            assertThat(service.delete("/v1/assertions/" + id.stringValue()).status())
                    .isEqualTo(200);
        }
        assertThat(customerOf("crm/s2")).isEqualTo(mother);
    }

    @Test
    void aCustomerComesApartAtALink() {
        String one = put("crm/l1", "2026-05-01T10:00:00Z", "email:lee@said.example");
        String two = put("crm/l2", "2026-05-02T10:00:00Z", "email:lou@said.example");
        put("crm/l3", "2026-05-03T10:00:00Z", "email:lee@said.example", "email:lou@said.example");
        Answer done = service.post(
                "/v1/customers/" + one + "/split",
                "{\"link\": {\"from\": \"record:crm/l3\", \"to\": \"email:lou@said.example\"}, \"dryRun\": false}");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(texts(done.json().path("parts"), "customerId")).containsExactly(one, two);
        assertThat(customerOf("crm/l2")).isEqualTo(two);
    }

    @Test
    void refusesSplitsThatPartNothing() {
        String id = put("crm/n1", "2026-05-01T10:00:00Z", "email:nan@said.example", "phone:020 7946 0222");
        put("crm/n2", "2026-05-01T10:00:00Z", "email:nan@said.example", "phone:020 7946 0222");
        String split = "/v1/customers/" + id + "/split";
        assertThat(service.post(split, "{\"members\": [\"record:crm/n1\", \"record:crm/n2\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(service.post(split, "{\"members\": [\"email:nan@said.example\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(service.post(split, "{\"link\": {\"from\": \"record:crm/n1\", \"to\": \"phone:+442079460222\"}}")
                        .status())
                .isEqualTo(422);
        put("crm/n3", "2026-05-01T10:00:00Z", "email:other@said.example");
        assertThat(service.post(split, "{\"members\": [\"record:crm/n3\"]}").status())
                .isEqualTo(404);
        assertThat(service.post(split, "{\"members\": []}").status()).isEqualTo(422);
        assertThat(service.post(split, "{}").status()).isEqualTo(422);
        assertThat(service.post(split, "{\"members\": [\"record:crm/n1\"], \"dryRun\": 1}")
                        .status())
                .isEqualTo(422);
        assertThat(service.post("/v1/customers/C0000000000ABCDEFGHJKMNPQRS/split", "{\"members\": [\"a:b\"]}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPreviewTellsWhatWouldBecomeOfRecordsAndWritesNothing() {
        String one = put("crm/p1", "2026-05-01T10:00:00Z", "email:pia@said.example");
        String two = put("crm/p2", "2026-05-02T10:00:00Z", "email:pip@said.example");
        String bridge = record("crm/p3", "2026-05-03T10:00:00Z", "email:pia@said.example", "email:pip@said.example");
        JsonNode shown = service.post("/v1/records/preview", bridge).json();
        assertThat(shown.path("outcome").stringValue()).isEqualTo("MERGED");
        assertThat(texts(shown.path("effects"), "kind")).containsExactly("JOINED", "MERGED");
        assertThat(shown.path("customerId").stringValue()).isEqualTo(one);
        assertThat(shown.path("merged").get(0).stringValue()).isEqualTo(two);
        assertThat(customerOf("crm/p2")).isEqualTo(two);
        assertThat(service.get("/v1/records/crm/p3").status()).isEqualTo(404);

        String later = record("crm/p4", "2026-05-03T10:00:00Z", "email:pat@said.example");
        String again = record("crm/p5", "2026-05-03T10:00:00Z", "email:pat@said.example");
        JsonNode several = service.post("/v1/records/preview", "[" + later + "," + again + ", {\"source\": \"crm\"}]")
                .json();
        assertThat(texts(several.path("effects"), "kind")).containsExactly("CREATED", "JOINED");
        several = several.path("answers");
        assertThat(several.get(0).path("outcome").stringValue()).isEqualTo("CREATED");
        assertThat(several.get(1).path("outcome").stringValue()).isEqualTo("JOINED");
        assertThat(several.get(2).path("status").stringValue()).isEqualTo("REJECTED");
        assertThat(service.get("/v1/records/crm/p4").status()).isEqualTo(404);
        assertThat(service.post("/v1/records/preview", "{").status()).isEqualTo(400);
        assertThat(service.post("/v1/records/preview", "{\"source\": \"crm\"}").status())
                .isEqualTo(422);
    }
}
