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

/** What an auditor asks over HTTP. */
@OnEachNeo4j
class AuditIT {

    @Parameter
    Neo4jUnderTest neo4j;

    private ServiceUnderTest service;

    @BeforeEach
    void start() {
        service = ServiceUnderTest.on(neo4j);
    }

    private String say(String id, String email) {
        Answer answer = service.post(
                "/v1/records",
                "{\"source\":\"crm\",\"recordId\":\"" + id + "\",\"identifiers\":[{\"type\":\"email\",\"value\":\""
                        + email + "\"}]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("customerId").stringValue();
    }

    private List<Integer> seqs(String query) {
        Answer answer = service.get("/v1/audit?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<Integer> seqs = new ArrayList<>();
        answer.json().path("items").forEach(item -> seqs.add(item.path("seq").intValue()));
        return seqs;
    }

    private void refuses(String path, String code) {
        Answer answer = service.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("type").stringValue()).isEqualTo(Problem.TYPE_PREFIX + code);
    }

    @Test
    void verifiesTheChain() {
        JsonNode empty = service.get("/v1/audit/verify").json();
        assertThat(empty.path("status").stringValue()).isEqualTo("INTACT");
        assertThat(empty.path("decisions").intValue()).isZero();
        say("1", "a@example.org");
        say("2", "b@example.org");
        say("3", "b@example.org");
        JsonNode whole = service.get("/v1/audit/verify").json();
        assertThat(whole.path("status").stringValue()).isEqualTo("INTACT");
        assertThat(whole.path("decisions").intValue()).isEqualTo(3);
        assertThat(whole.at("/head/seq").intValue()).isEqualTo(3);
        assertThat(whole.at("/head/hash").stringValue()).hasSize(64);
        assertThat(whole.has("broken")).isFalse();
        JsonNode part = service.get("/v1/audit/verify?from=2&to=2").json();
        assertThat(part.path("decisions").intValue()).isEqualTo(1);

        neo4j.query("MATCH (d:Decision {seq: 2}) SET d.record = 'crm/9'");
        JsonNode broken = service.get("/v1/audit/verify").json();
        assertThat(broken.path("status").stringValue()).isEqualTo("BROKEN");
        assertThat(broken.at("/broken/seq").intValue()).isEqualTo(2);
        assertThat(broken.at("/broken/reason").stringValue()).isEqualTo("ALTERED");
        assertThat(broken.at("/head/seq").intValue()).isEqualTo(1);
        refuses("/v1/audit/verify?from=3&to=2", "invalid_parameter");
        refuses("/v1/audit/verify?from=0", "invalid_parameter");
        refuses("/v1/audit/verify?to=4", "invalid_parameter");
        refuses("/v1/audit/verify?from=x", "invalid_parameter");
    }

    @Test
    void listsDecisionsByCustomerKindAndTime() {
        String first = say("1", "a@example.org");
        String second = say("2", "b@example.org");
        say("3", "b@example.org");
        say("4", "a@example.org");
        neo4j.query("MATCH (d:Decision) SET d.at = datetime({year: 2026, month: 5, day: d.seq})");

        assertThat(seqs("")).containsExactly(1, 2, 3, 4);
        assertThat(seqs("customer=" + first)).containsExactly(1, 4);
        assertThat(seqs("customer=" + second + "&kind=JOINED")).containsExactly(3);
        assertThat(seqs("kind=CREATED")).containsExactly(1, 2);
        assertThat(seqs("from=2&to=3")).containsExactly(2, 3);
        assertThat(seqs("from=2026-05-02T00:00:00Z&to=2026-05-03T00:00:00Z")).containsExactly(3);
        assertThat(seqs("to=2026-05-02T01:00:00+01:00")).containsExactly(1, 2);
        assertThat(seqs("from=9")).isEmpty();
        assertThat(seqs("customer=nobody")).isEmpty();
        assertThat(seqs("record=crm/3")).containsExactly(3);
        assertThat(seqs("record=crm/3&customer=" + first)).isEmpty();
        assertThat(seqs("identifier=email:A@example.org")).containsExactly(1);
        assertThat(seqs("record=crm/9")).isEmpty();

        JsonNode page = service.get("/v1/audit?limit=3").json();
        assertThat(page.path("items").size()).isEqualTo(3);
        assertThat(seqs("cursor=" + page.path("next").stringValue())).containsExactly(4);

        refuses("/v1/audit?kind=STOLEN", "invalid_parameter");
        refuses("/v1/audit?record=crm", "invalid_parameter");
        refuses("/v1/audit?identifier=email", "invalid_parameter");
        refuses("/v1/audit?identifier=shoe:44", "unknown_identifier_type");
        refuses("/v1/audit?from=yesterday", "invalid_parameter");
        refuses("/v1/audit?from=3&to=2", "invalid_parameter");
        refuses("/v1/audit?from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z", "invalid_parameter");
        refuses("/v1/audit?who=me", "unknown_parameter");
    }

    @Test
    void listsAllThatEverNamedARecordOrAnIdentifier() {
        say("1", "a@example.org");
        say("1", "b@example.org");
        assertThat(service.delete("/v1/records/crm/1").status()).isEqualTo(200);
        List<Integer> all = seqs("");
        assertThat(all).hasSizeGreaterThanOrEqualTo(5);
        assertThat(seqs("record=crm/1")).startsWith(1, 2).hasSizeGreaterThanOrEqualTo(3);
        assertThat(seqs("identifier=email:a@example.org")).startsWith(1).hasSize(2);
        assertThat(seqs("identifier=email:b@example.org")).hasSize(2);
        assertThat(seqs("record=crm/1&identifier=email:b@example.org")).isNotEmpty();
        assertThat(seqs("record=crm/1&kind=LEFT")).hasSize(1);
        assertThat(service.get("/v1/audit/verify").json().path("status").stringValue())
                .isEqualTo("INTACT");
    }

    @Test
    void goesOnWhereItHasLookedAtEnough() {
        neo4j.query("CREATE (:Sequence {name: 'main', decisions: 50000, records: 0, merges: 0})");
        neo4j.query("UNWIND range(1, 50000) AS seq CREATE (:Decision {seq: seq, at: datetime(), "
                + "kind: CASE seq WHEN 45000 THEN 'MERGED' ELSE 'JOINED' END})");
        List<Integer> found = new ArrayList<>();
        int pages = 0;
        String cursor = "";
        while (cursor != null) {
            JsonNode page = service.get("/v1/audit?kind=MERGED" + cursor).json();
            page.path("items").forEach(item -> found.add(item.path("seq").intValue()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").stringValue() : null;
            pages++;
        }
        assertThat(found).containsExactly(45000);
        assertThat(pages).isEqualTo(3);
    }
}
