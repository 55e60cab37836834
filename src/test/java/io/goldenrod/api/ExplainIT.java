package io.goldenrod.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.api.ServiceUnderTest.Answer;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.neo4j.StoredResolution;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.Word;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** Why two are one, and why not, over HTTP. */
@OnEachNeo4j
class ExplainIT {

    @Parameter
    Neo4jUnderTest neo4j;

    private ServiceUnderTest service;

    @BeforeEach
    void start() {
        service = ServiceUnderTest.on(neo4j);
    }

    /** @param identifiers as {@code type:value} */
    private String put(String record, String at, String attributes, String... identifiers) {
        List<String> parts = new ArrayList<>();
        for (String identifier : identifiers) {
            int colon = identifier.indexOf(':');
            parts.add("{\"type\": \"%s\", \"value\": \"%s\"}"
                    .formatted(identifier.substring(0, colon), identifier.substring(colon + 1)));
        }
        String[] key = record.split("/");
        Answer answer = service.post(
                "/v1/records",
                "{\"source\": \"%s\", \"recordId\": \"%s\", \"observedAt\": \"%s\", \"identifiers\": [%s], \"attributes\": {%s}}"
                        .formatted(key[0], key[1], at, String.join(", ", parts), attributes));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("customerId").stringValue();
    }

    private Answer ask(String from, String to) {
        return service.get("/v1/explain?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8) + "&to="
                + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    private JsonNode explain(String from, String to) {
        Answer answer = ask(from, to);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).stringValue())
                .toList();
    }

    @Test
    void tellsStepByStepWhyTwoRecordsAreOneCustomer() {
        put("crm/e1", "2026-05-01T10:00:00Z", "", "email:eve@explain.example", "phone:020 7946 0101");
        put("web/e2", "2026-05-02T10:00:00Z", "", "email:Eve@Explain.example", "cookie_id:c-e2-0001");
        String customer = put("pos/e3", "2026-05-03T10:00:00Z", "", "phone:+44 20 7946 0101", "loyalty_id:GR-70101");
        JsonNode why = explain("record:web/e2", "loyalty_id:gr-70101");
        assertThat(why.path("sameCustomer").booleanValue()).isTrue();
        assertThat(why.path("customerId").stringValue()).isEqualTo(customer);
        assertThat(why.path("pathLength").intValue()).isEqualTo(5);
        assertThat(texts(why.path("path"), "from"))
                .containsExactly(
                        "record:web/e2",
                        "email:eve@explain.example",
                        "record:crm/e1",
                        "phone:+442079460101",
                        "record:pos/e3");
        assertThat(texts(why.path("path"), "linkClass"))
                .containsExactly("email", "email", "phone", "phone", "loyalty_id");
        JsonNode first = why.path("path").get(0);
        assertThat(first.path("source").stringValue()).isEqualTo("web");
        assertThat(first.path("record").stringValue()).isEqualTo("web/e2");
        assertThat(first.path("observedAt").stringValue()).isEqualTo("2026-05-02T10:00:00Z");
        assertThat(first.path("alive").booleanValue()).isTrue();
        assertThat(first.path("decision").path("kind").stringValue()).isEqualTo("JOINED");
        assertThat(first.path("decision").path("policy").stringValue()).hasSize(64);
        assertThat(why.path("weakest").path("linkClass").stringValue()).isEqualTo("phone");
        assertThat(why.path("weakest").path("position").intValue()).isEqualTo(3);
        assertThat(why.path("cut").booleanValue()).isFalse();

        JsonNode profile = service.get("/v1/customers/" + customer).json();
        assertThat(profile.path("customerId").stringValue()).isEqualTo(customer);
        assertThat(profile.path("confidence").path("linkClass").stringValue()).isEqualTo("phone");
        assertThat(profile.path("confidence").has("probability")).isFalse();
        assertThat(profile.path("confidence").path("link").path("to").stringValue())
                .isEqualTo("phone:+442079460101");
        assertThat(service.get("/v1/customers/" + customer + "?include=confidence")
                        .json())
                .isEqualTo(profile);
        assertThat(service.get("/v1/customers/" + customer + "?include=all").status())
                .isEqualTo(400);

        JsonNode back = explain("loyalty_id:GR-70101", "record:web/e2");
        assertThat(texts(back.path("path"), "to"))
                .containsExactly(
                        "record:pos/e3",
                        "phone:+442079460101",
                        "record:crm/e1",
                        "email:eve@explain.example",
                        "record:web/e2");
    }

    @Test
    void namesTheEvidenceThatThePathDoesNotNeed() {
        put("crm/k1", "2026-05-01T10:00:00Z", "", "email:kim@explain.example", "phone:020 7946 0111");
        put("crm/k2", "2026-05-01T10:00:00Z", "", "email:kim@explain.example", "phone:020 7946 0111");
        JsonNode why = explain("record:crm/k1", "record:crm/k2");
        assertThat(texts(why.path("path"), "linkClass")).containsExactly("email", "email");
        JsonNode other = why.path("corroborating").get(0);
        assertThat(other.path("over").stringValue()).isEqualTo("phone:+442079460111");
        assertThat(other.path("members").toString()).isEqualTo("[\"record:crm/k1\",\"record:crm/k2\"]");
        assertThat(why.path("corroboratingCut").booleanValue()).isFalse();
    }

    @Test
    void tellsOfAMatchWithItsWeightAndWhatAddsUpToIt() {
        String person = "\"givenName\": \"Mabel\", \"familyName\": \"%s\", \"birthDate\": \"1915-12-10\","
                + " \"address\": {\"line1\": \"12 St James's Square\", \"postcode\": \"SW1Y 4JH\", \"city\": \"London\"}";
        put("crm/m1", "2026-05-01T10:00:00Z", person.formatted("Quillfeather"), "email:m1@explain.example");
        put("web/m2", "2026-05-01T10:00:00Z", person.formatted("Quillfether"), "email:m2@explain.example");
        JsonNode why = explain("email:m1@explain.example", "email:m2@explain.example");
        JsonNode match = why.path("weakest");
        assertThat(match.path("kind").stringValue()).isEqualTo("MATCHED");
        assertThat(match.path("position").intValue()).isEqualTo(2);
        assertThat(match.path("probability").doubleValue()).isBetween(0.9, 1.0);
        double sum = 0;
        for (JsonNode part : match.path("breakdown")) {
            sum += part.path("weight").doubleValue();
        }
        assertThat(sum).isCloseTo(match.path("weight").doubleValue(), org.assertj.core.data.Offset.offset(0.1));
        assertThat(match.path("rules")).isNotEmpty();
        assertThat(match.path("model").stringValue()).hasSize(64);
        assertThat(match.path("decision").path("over").stringValue()).startsWith("record:");
        JsonNode confidence = service.get(
                        "/v1/customers/" + why.path("customerId").stringValue())
                .json()
                .path("confidence");
        assertThat(confidence.path("linkClass").stringValue()).isEqualTo("matched");
        assertThat(confidence.path("probability")).isEqualTo(match.path("probability"));
    }

    @Test
    void followsMergedIdsAndSaysWhatIsNoMore() {
        String one = put("crm/g1", "2026-05-01T10:00:00Z", "", "email:g1@explain.example");
        String other = put("crm/g2", "2026-05-01T10:00:00Z", "", "email:g2@explain.example", "phone:020 7946 0121");
        put("web/g3", "2026-05-02T10:00:00Z", "", "email:g1@explain.example", "email:g2@explain.example");
        put("web/g4", "2026-05-03T10:00:00Z", "", "email:g1@explain.example", "phone:020 7946 0121");
        JsonNode why = explain(one, other);
        assertThat(why.path("sameCustomer").booleanValue()).isTrue();
        assertThat(why.path("from").path("member").stringValue()).isEqualTo("record:crm/g1");
        assertThat(why.path("to").path("member").stringValue()).isEqualTo("record:crm/g2");
        assertThat(why.path("to").path("requestedId").stringValue()).isEqualTo(other);
        assertThat(why.path("to").path("customerId").stringValue()).isEqualTo(one);
        assertThat(texts(why.path("path"), "linkClass")).containsOnly("email");
        assertThat(why.path("history")).isEmpty();

        assertThat(service.delete("/v1/records/web/g3").status()).isLessThan(300);
        JsonNode now = explain(one, other);
        assertThat(texts(now.path("path"), "linkClass")).contains("phone");
        JsonNode gone = now.path("history").get(0);
        assertThat(gone.path("kind").stringValue()).isEqualTo("MERGED");
        assertThat(gone.path("record").stringValue()).isEqualTo("web/g3");
        assertThat(gone.path("alive").booleanValue()).isFalse();
        assertThat(ask(one, one).status()).isEqualTo(422);
    }

    @Test
    void namesTheHeldLinkBetweenTwoCustomers() {
        String left = put("crm/h1", "2026-05-01T10:00:00Z", "", "crm_id:900101", "email:held@explain.example");
        assertThat(service.get("/v1/customers/" + left).json().has("confidence"))
                .isFalse();
        String right = put("crm/h2", "2026-05-02T10:00:00Z", "", "crm_id:900102", "email:held@explain.example");
        assertThat(right).isNotEqualTo(left);
        JsonNode why = explain(left, "record:crm/h2");
        assertThat(why.path("sameCustomer").booleanValue()).isFalse();
        assertThat(why.path("customers").toString()).contains(left, right);
        JsonNode held = why.path("held").get(0);
        assertThat(held.path("constraint").stringValue()).isEqualTo("LIMIT");
        assertThat(held.path("detail").stringValue()).isEqualTo("crm_id: 2, at most 1");
        assertThat(held.path("to").stringValue()).isEqualTo("email:held@explain.example");
        assertThat(held.path("because").stringValue()).contains("more values");
        assertThat(why.path("missing").stringValue()).contains("steward");
        assertThat(why.has("path")).isFalse();
    }

    private String say(StoredAssertion.Kind kind, String left, String right, String reason) {
        var policy = PolicyFile.shipped();
        var engine = new ResolutionEngine(
                new StoredResolution(neo4j.database(), policy, Clock.systemUTC()), policy, null, Clock.systemUTC());
        return engine.say(new Word(kind, left, right, "ann", reason), "steward")
                .assertion()
                .id();
    }

    @Test
    void tellsWhatAStewardSaid() {
        String left = put("crm/w1", "2026-05-01T10:00:00Z", "", "crm_id:900301", "email:w1@explain.example");
        String right = put("crm/w2", "2026-05-02T10:00:00Z", "", "crm_id:900302", "email:w2@explain.example");
        String same = say(StoredAssertion.Kind.SAME, "record:crm/w1", "email:w2@explain.example", "same person");
        JsonNode why = explain(left, right);
        assertThat(why.path("sameCustomer").booleanValue()).as(why.toString()).isTrue();
        assertThat(texts(why.path("path"), "kind")).containsExactly("ASSERTED", "OBSERVED");
        JsonNode word = why.path("path").get(0);
        assertThat(word.path("linkClass").stringValue()).isEqualTo("same");
        assertThat(word.path("assertion").stringValue()).isEqualTo(same);
        assertThat(word.path("by").stringValue()).isEqualTo("ann");
        assertThat(word.path("reason").stringValue()).isEqualTo("same person");
        assertThat(word.has("record")).isFalse();
        assertThat(word.path("decision").path("linkClass").stringValue()).isEqualTo("same");
        assertThat(word.path("decision").path("alive").booleanValue()).isTrue();
        assertThat(why.path("weakest").path("linkClass").stringValue()).isEqualTo("email");

        put("crm/w3", "2026-05-01T10:00:00Z", "", "email:w3@explain.example");
        put("crm/w4", "2026-05-01T10:00:00Z", "", "email:w4@explain.example");
        String different = say(StoredAssertion.Kind.DIFFERENT, "record:crm/w3", "record:crm/w4", "two sisters");
        put("web/w5", "2026-05-01T10:00:00Z", "", "email:w3@explain.example", "email:w4@explain.example");
        JsonNode apart = explain("record:crm/w3", "record:crm/w4");
        assertThat(apart.path("sameCustomer").booleanValue()).isFalse();
        assertThat(texts(apart.path("held"), "constraint")).containsOnly("DIFFERENT");
        JsonNode held = apart.path("held").get(0);
        assertThat(held.path("kind").stringValue()).isEqualTo("ASSERTED");
        assertThat(held.path("assertion").stringValue()).isEqualTo(different);
        assertThat(held.path("reason").stringValue()).isEqualTo("two sisters");
        assertThat(texts(apart.path("held"), "kind")).contains("OBSERVED");
        assertThat(apart.path("missing").stringValue()).contains("taken back");
    }

    @Test
    void tellsOfWhatBothCarryThatDoesNotLink() {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            customers.add(
                    put("pos/s" + i, "2026-05-01T10:00:00Z", "", "phone:020 7946 0191", "crm_id:9002" + (10 + i)));
        }
        JsonNode why = explain("record:pos/s1", "record:pos/s2");
        assertThat(why.path("sameCustomer").booleanValue()).isFalse();
        JsonNode shared = why.path("suppressed").get(0);
        assertThat(shared.path("identifier").stringValue()).isEqualTo("phone:+442079460191");
        assertThat(shared.path("reason").stringValue()).isEqualTo("SHARED");
        assertThat(shared.path("because").stringValue()).isEqualTo("its records carry more than 10 crm_id values");
        assertThat(why.path("missing").stringValue()).startsWith("what both carry does not link");

        JsonNode itself = explain("phone:+442079460191", "record:pos/s2");
        assertThat(itself.path("sameCustomer").booleanValue()).isFalse();
        assertThat(itself.path("from").has("customerId")).isFalse();
        assertThat(itself.path("suppressed").get(0).path("reason").stringValue())
                .isEqualTo("SHARED");
        assertThat(itself.path("missing").stringValue()).startsWith("from is an identifier that links nothing");
        // a plus that was not percent-encoded
        assertThat(service.get("/v1/explain?from=phone:+442079460191&to=record:pos/s2")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namesTheNearestPairWhereNothingIsBetween() {
        put(
                "crm/n1",
                "2026-05-01T10:00:00Z",
                "\"fullName\": \"Oona Brightwater\", \"birthDate\": \"1970-01-02\"",
                "email:n1@explain.example");
        put(
                "crm/n2",
                "2026-05-01T10:00:00Z",
                "\"fullName\": \"Pavel Stone\", \"birthDate\": \"1991-11-22\"",
                "email:n2@explain.example");
        JsonNode why = explain("record:crm/n1", "record:crm/n2");
        assertThat(why.path("held")).isEmpty();
        assertThat(why.path("matches")).isEmpty();
        JsonNode nearest = why.path("nearest");
        assertThat(nearest.path("compared").intValue()).isEqualTo(1);
        assertThat(nearest.path("pair").path("probability").doubleValue()).isLessThan(0.1);
        assertThat(nearest.path("pair").path("against").toString()).contains("birthDate");
        assertThat(why.path("missing").stringValue()).contains("strong type").contains("birthDate");
    }

    @Test
    void showsHowACustomerComesTogetherInTheOrderOfTheEvidence() {
        put("crm/t1", "2026-05-01T10:00:00Z", "", "email:tea@explain.example", "phone:020 7946 0141");
        put("web/t2", "2026-05-02T10:00:00Z", "", "phone:020 7946 0141", "cookie_id:c-t2-00001");
        String customer = put("pos/t3", "2026-05-03T10:00:00Z", "", "email:tea@explain.example", "phone:020 7946 0141");
        JsonNode how = service.get("/v1/customers/" + customer + "/how").json();
        assertThat(how.path("customerId").stringValue()).isEqualTo(customer);
        assertThat(how.path("members").intValue()).isEqualTo(6);
        assertThat(how.path("steps").intValue()).isEqualTo(5);
        assertThat(how.path("redundant").intValue()).isEqualTo(1);
        assertThat(texts(how.path("items"), "linkClass"))
                .containsExactly("email", "email", "phone", "phone", "cookie_id");
        JsonNode first = how.path("items").get(0);
        assertThat(first.path("left").path("member").stringValue()).isEqualTo("record:pos/t3");
        assertThat(first.path("left").path("size").intValue()).isEqualTo(1);
        assertThat(first.path("observedAt").stringValue()).isEqualTo("2026-05-03T10:00:00Z");
        JsonNode third = how.path("items").get(2);
        assertThat(third.path("left").path("size").intValue()).isEqualTo(3);
        assertThat(third.path("size").intValue()).isEqualTo(4);
        assertThat(how.path("items").get(4).path("size").intValue()).isEqualTo(6);

        JsonNode part =
                service.get("/v1/customers/" + customer + "/how?limit=2").json();
        assertThat(part.path("items")).hasSize(2);
        JsonNode rest = service.get("/v1/customers/" + customer + "/how?cursor="
                        + part.path("next").stringValue())
                .json();
        assertThat(rest.path("items")).hasSize(3);
        assertThat(rest.path("items").get(0)).isEqualTo(third);
        assertThat(rest.has("next")).isFalse();

        assertThat(service.get("/v1/customers/C00000000000000000000000000/how").status())
                .isEqualTo(404);
        assertThat(service.get("/v1/customers/" + customer + "/how?cursor=x").status())
                .isEqualTo(400);
        assertThat(service.get("/v1/customers/" + customer + "/how?limit=0").status())
                .isEqualTo(400);
    }

    @Test
    void refusesWhatCannotBeAnswered() {
        put("crm/b1", "2026-05-01T10:00:00Z", "", "email:b1@explain.example");
        String known = "record:crm/b1";
        for (String[] bad : new String[][] {
            {"record:crm/none", "404", "unknown_record", "from"},
            {"email:none@explain.example", "404", "unknown_identifier", "from"},
            {"C00000000000000000000000000", "404", "unknown_customer", "from"},
            {"record:crm", "400", "invalid_record", "from"},
            {"record:", "400", "invalid_record", "from"},
            {"email:", "400", "", "from"},
            {"email:nonsense", "400", "invalid_email", "from"},
            {"planet:mars", "400", "unknown_identifier_type", "from"},
            {"whatever", "400", "invalid_member", "from"},
            {":", "400", "invalid_member", "from"},
            {"email:B1@explain.example", "200", "", ""},
            {known, "422", "same_member", "to"},
        }) {
            Answer answer = ask(bad[0], known);
            assertThat(answer.status()).as(bad[0] + answer.text()).isEqualTo(Integer.parseInt(bad[1]));
            if (answer.status() != 200) {
                assertThat(answer.type()).startsWith("application/problem+json");
                assertThat(answer.json().path("type").stringValue()).contains(bad[2]);
                assertThat(answer.json().path("errors").get(0).path("field").stringValue())
                        .isEqualTo(bad[3]);
            }
        }
        assertThat(ask(known, "record:crm/none")
                        .json()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .stringValue())
                .isEqualTo("to");
        assertThat(service.get("/v1/explain?from=" + known).status()).isEqualTo(400);
        assertThat(service.get("/v1/explain?from=a&to=b&depth=3").status()).isEqualTo(400);
        assertThat(service.get("/v1/explain?from=a&from=b&to=c").status()).isEqualTo(400);
    }
}
