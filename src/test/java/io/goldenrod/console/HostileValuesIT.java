package io.goldenrod.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import io.goldenrod.boot.Serve;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever records say is text on every page: nothing of it runs, and nothing of it breaks the page. */
class HostileValuesIT extends InTheBrowser {

    /** Sets {@code window.hit} wherever a page takes one of them for more than text. */
    private static final List<String> VALUES = List.of(
            "<script>window.hit=1</script>",
            "\"><img src=x onerror=\"window.hit=1\">",
            "'><svg onload='window.hit=1'>",
            "</textarea></title></script><script>window.hit=1</script>",
            "javascript:window.hit=1",
            "<!-- --><style>body{display:none}</style>",
            "__${7*191}__ ${7*191} [[${7*191}]] *{7*191} #{7*191} ~{frame}",
            "{0} {7} '{0}",
            "W".repeat(120),
            "𝒜𝒹𝒶 名前 שם 👩‍👩‍👧 Z̷̢̛a̴l̵g̶o̸",
            "a/b%2Fc?d=e&f=g#h;i=j+k");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Serve service;
    private static final List<String> CUSTOMERS = new ArrayList<>();

    @Override
    Serve service() {
        return service;
    }

    @BeforeAll
    static void takeIn() throws Exception {
        service = start();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < VALUES.size(); i++) {
            String text = JSON.writeValueAsString(VALUES.get(i));
            for (String record : List.of("a", "b")) {
                lines.add("{\"source\":\"crm\",\"recordId\":" + JSON.writeValueAsString(record + i + VALUES.get(i))
                        + ",\"identifiers\":[{\"type\":\"user_id\",\"value\":" + text
                        + "},{\"type\":\"email\",\"value\":\"hostile" + i
                        + "@example.org\"}],\"attributes\":{\"fullName\":"
                        + text + ",\"note\":{" + text + ":[" + text + "]}," + text + ":" + text + "},\"consent\":{\"a"
                        + i + "\":true}}");
            }
        }
        lines.add(
                "{\"source\":\"crm\",\"identifiers\":[{\"type\":\"<script>window.hit=1</script>\",\"value\":\"x\"}]}");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/v1/records"))
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(String.join("\n", lines)))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        answer.body()
                .lines()
                .map(JSON::readTree)
                .filter(each -> each.hasNonNull("customerId"))
                .forEach(each -> CUSTOMERS.add(each.path("customerId").stringValue()));
        assertThat(CUSTOMERS).as(answer.body()).hasSize(2 * VALUES.size());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void customersAreText() {
        for (String customer : CUSTOMERS.stream().distinct().toList()) {
            for (String page : List.of("", "/graph", "/history")) {
                assertHarmless("/customers/" + customer + page);
            }
        }
    }

    @Test
    void recordsAndQuestionsAreText() {
        for (int i = 0; i < VALUES.size(); i++) {
            String value = VALUES.get(i);
            assertHarmless(Links.record("crm/a" + i + value));
            assertHarmless(Links.search(value));
            assertHarmless(Links.search("user_id:" + value));
            assertHarmless(Links.why("record:crm/a" + i + value, "record:crm/b" + i + value));
            assertHarmless(Links.why("record:crm/a" + i + value, "record:crm/1001"));
            assertHarmless(Links.why(value, value));
            assertHarmless(Links.audit(value));
            assertHarmless("/customers/" + Links.encoded(value));
            assertHarmless("/reviews/" + Links.encoded(value));
        }
    }

    @Test
    void whatWaitsIsText() {
        for (String page : List.of("/", "/reviews", "/assertions", "/policy", "/audit", "/ingest/refused")) {
            assertHarmless(page);
        }
    }

    private void assertHarmless(String path) {
        Response response = page().navigate(path);
        assertThat(response.status()).as(path).isLessThan(500);
        assertThat(page().evaluate("window.hit")).as(path).isNull();
        String text = page().locator("body").innerText();
        assertThat(text).as(path).isNotBlank().doesNotContain("1337", "io.goldenrod", "thymeleaf", "Exception");
        assertFits();
    }
}
