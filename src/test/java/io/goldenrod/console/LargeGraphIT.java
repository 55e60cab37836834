package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.boot.Serve;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The identity graph of a customer with thousands of records. */
class LargeGraphIT extends InTheBrowser {

    private static final int RECORDS = 3_000;
    private static final int HUBS = 4;

    private static Serve service;

    @Override
    Serve service() {
        return service;
    }

    @BeforeAll
    static void takeIn() throws Exception {
        service = start();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < RECORDS; i++) {
            // each e-mail meets two phones, and each phone two e-mails
            int email = i % HUBS;
            int phone = (email + i / HUBS % 2) % HUBS;
            lines.append("{\"source\":\"web\",\"recordId\":\"visit-")
                    .append(10_000 + i)
                    .append("\",\"identifiers\":[{\"type\":\"email\",\"value\":\"hub")
                    .append(email)
                    .append("@large.example.org\"},{\"type\":\"phone\",\"value\":\"+1202555012")
                    .append(phone)
                    .append("\"}]}\n");
        }
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/v1/records"))
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(lines.toString()))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void showsTheStructureFirstAndMoreInStepsUntilItIsFull() {
        String customer = customerOf("web/visit-10000");
        assertThat(customer(customer).records()).isEqualTo(RECORDS);
        open(Links.graph(customer));
        assertThat(page().locator("[data-canvas]")).hasAttribute("data-ready", "true");
        assertThat(page().locator("[data-list] button")).hasCount(150);
        for (int hub = 0; hub < HUBS; hub++) {
            assertThat(page().locator("[data-list]")).containsText("hub" + hub + "@large.example.org");
        }
        assertThat(page().locator("[data-summary]")).containsText("The customer is larger");
        look("graph-large");
        page().locator("[data-list] button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("hub0@"))
                .click();
        for (int shown = 200; shown <= 500; shown += 50) {
            page().locator("[data-panel-expand]").click();
            assertThat(page().locator("[data-list] button")).hasCount(shown);
        }
        page().locator("[data-panel-expand]").click();
        assertThat(page().locator("[data-summary]")).containsText("The picture is full with 500 members");
        assertThat(page().locator("[data-list] button")).hasCount(500);
        page().getByLabel("Identifier type").selectOption("phone");
        assertThat(page().locator("[data-list]")).not().containsText("hub0@");
        assertThat(page()).hasURL(Pattern.compile("type=phone"));
    }
}
