package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The identity graph of the demonstration's customers. */
class GraphIT extends InTheBrowser {

    private static final String NADIA = "crm/1020";

    private void openGraph(String record, String parameters) {
        open(Links.graph(customerOf(record)) + parameters);
        assertThat(page().locator("[data-canvas]")).hasAttribute("data-ready", "true");
    }

    private Locator member(String name) {
        return page().locator("[data-list] button").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void showsWhatACustomerConsistsOfAndWhatIsHeld() {
        openGraph(NADIA, "");
        assertThat(member("nadia.petrova@example.net")).hasCount(1);
        // held, so that it is another customer's
        assertThat(member("Tom Whitfield")).hasCount(1);
        page().getByText("What the signs mean").click();
        look("graph");
        lookOnPhone("graph");
        member("+447700900345").click();
        assertThat(page().locator("[data-panel-text]")).hasText("+447700900345");
        assertThat(page().locator("[data-panel-links]")).containsText("held: limit");
        assertThat(page()).hasURL(Pattern.compile("node=phone%3A%2B447700900345"));
        look("graph-member");
    }

    @Test
    void asksWhyOfTwoThatWereChosen() {
        openGraph(NADIA, "");
        member("crm/1020").first().click();
        member("support/S-0815").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        page().getByText("Why, or why not?").click();
        assertThat(page().locator(".why-verdict")).hasText("One customer");
    }

    @Test
    void worksByKeyboardAlone() {
        openGraph(NADIA, "");
        member("crm/1020").first().focus();
        press("Enter");
        assertThat(page().locator("[data-panel-text]")).hasText("crm/1020");
        page().locator("[data-panel-compare]").focus();
        press("Enter");
        member("support/S-0815").focus();
        press("Enter");
        assertThat(page().locator("[data-pair-why]")).isVisible();
        press("Escape");
        assertThat(page().locator("[data-panel-hint]")).isVisible();
        assertThat(page()).not().hasURL(Pattern.compile("node="));
    }

    @Test
    void filtersAndKeepsThatInTheAddress() {
        openGraph(NADIA, "?held=hidden&type=email");
        assertThat(member("nadia.petrova@example.net")).hasCount(1);
        assertThat(member("+447700900345")).hasCount(0);
        page().getByLabel("Identifier type").selectOption("");
        assertThat(page()).not().hasURL(Pattern.compile("type="));
        page().getByLabel("Held links").selectOption("only");
        assertThat(page()).hasURL(Pattern.compile("held=only"));
        assertThat(member("nadia.petrova@example.net")).hasCount(0);
        assertThat(member("+447700900345")).hasCount(1);
        page().getByText("Show all").click();
        assertThat(member("nadia.petrova@example.net")).hasCount(1);
        assertThat(page()).not().hasURL(Pattern.compile("held="));
    }

    @Test
    void expandsAMember() {
        openGraph(NADIA, "");
        long before = page().locator("[data-list] button").count();
        member("crm/1021").click();
        page().locator("[data-panel-expand]").click();
        assertThat(page().locator("[data-list] button")).hasCount((int) before + 1);
        // all of it is drawn now
        assertThat(page().locator("[data-panel-expand]")).isHidden();
    }

    @Test
    void replaysHowItCameToBe() {
        openGraph(NADIA, "");
        assertThat(page().locator("[data-time-kind]")).hasText("Now");
        page().getByLabel("How it came to be").focus();
        press("Home");
        assertThat(page().locator("[data-time-kind]")).hasText("New customer");
        assertThat(member("crm/1020")).hasCount(1);
        assertThat(member("support/S-0815")).hasCount(0);
        page().getByLabel("One decision on").click();
        assertThat(page().locator("[data-time-kind]")).hasText("Joined");
        assertThat(member("support/S-0815")).hasCount(1);
        // it was this customer's then
        member("+447700900345").click();
        assertThat(page().locator("[data-panel-links]")).not().containsText("held");
        assertThat(page()).hasURL(Pattern.compile("asOf=\\d+"));
        look("graph-then");
        String there = page().url();
        open(there.substring(there.indexOf("/customers")));
        assertThat(page().locator("[data-canvas]")).hasAttribute("data-ready", "true");
        assertThat(page().locator("[data-time-kind]")).hasText("Joined");
        page().getByLabel("How it came to be").press("End");
        assertThat(member("Tom Whitfield")).hasCount(1);
        assertThat(page()).not().hasURL(Pattern.compile("asOf="));
    }

    @Test
    void refusesMomentsThatAreNot() {
        assertThat(page().navigate(Links.graph(customerOf(NADIA)) + "/elements?asOf=99999999")
                        .status())
                .isEqualTo(422);
        assertThat(page().navigate(Links.graph("C00000000000000000000000000")).status())
                .isEqualTo(404);
    }
}
