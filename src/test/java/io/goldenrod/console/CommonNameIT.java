package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.goldenrod.boot.Serve;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names that more records say than matching compares, and customers of more records than a page shows. */
class CommonNameIT extends InTheBrowser {

    private static final int NAMESAKES = 150;
    private static final int RECORDS = 60;

    private static Serve service;

    @BeforeAll
    static void takeIn() throws Exception {
        service = start();
        String namesakes = IntStream.range(0, NAMESAKES)
                .mapToObj(i ->
                        "{\"source\":\"crm\",\"recordId\":\"N%03d\",\"identifiers\":[{\"type\":\"crm_id\",\"value\":\"N%03d\"}],\"attributes\":{\"fullName\":\"Peter Popular\"}}"
                                .formatted(i, i))
                .collect(Collectors.joining("\n"));
        String large = IntStream.range(0, RECORDS)
                .mapToObj(i ->
                        "{\"source\":\"web\",\"recordId\":\"L%03d/x\",\"identifiers\":[{\"type\":\"crm_id\",\"value\":\"LARGE1\"},{\"type\":\"cookie_id\",\"value\":\"cookie-of-large-%03d\"}],\"attributes\":{\"page\":\"/p/%d\"}}"
                                .formatted(i, i, i))
                .collect(Collectors.joining("\n"));
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/v1/records"))
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(namesakes + "\n" + large))
                                .build(),
                        BodyHandlers.discarding());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Override
    Serve service() {
        return service;
    }

    @Test
    void findsSomeOfManyNamesakesAndCountsTheOthers() {
        open("/search?q=peter+popular");
        assertThat(page().locator(".result")).hasCount(12);
        assertThat(page().locator(".result-name a").first()).hasText("Peter Popular");
        assertThat(page().getByText("There are more than 88 other customers like it"))
                .isVisible();
        assertThat(page().getByText(Pattern.compile("1[5-9]\\d records were compared")))
                .isVisible();
    }

    @Test
    void pagesThroughALargeCustomer() {
        open(Links.customer(customerOf("web/L000/x")));
        assertThat(page().locator("#records tbody tr")).hasCount(25);
        page().locator("#records .pager").getByText("Next").click();
        assertThat(page().locator("#records tbody tr").first()).containsText("web/L025/x");
        assertThat(page().locator("#identifiers tbody tr").first()).containsText("cookie-of-large-000");
        page().goBack();
        assertThat(page().locator("#records tbody tr").first()).containsText("web/L000/x");
        page().locator("#records").getByText("web/L003/x").click();
        assertThat(page().locator("h1")).hasText("Record web/L003/x");
    }
}
