package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The identity graph of the demonstration's customers. */
class GraphIT extends InTheBrowser {

    private void openGraph(String record, String parameters) {
        open(Links.graph(customerOf(record)) + parameters);
        assertThat(page().locator("[data-canvas]")).hasAttribute("data-ready", "true");
    }

    private Locator member(String name) {
        return page().locator("[data-list] button").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void showsWhatACustomerConsistsOf() {
        openGraph("crm/1020", "");
        assertThat(member("nadia.petrova@example.net")).hasCount(1);
        member("crm/1020").click();
        assertThat(page().locator("[data-panel-text]")).hasText("crm/1020");
        look("graph");
        lookOnPhone("graph");
    }
}
