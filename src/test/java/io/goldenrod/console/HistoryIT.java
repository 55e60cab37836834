package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The history of the demonstration's customers. */
class HistoryIT extends InTheBrowser {

    private String path() {
        return Links.history(customerOf("crm/1020"));
    }

    @Test
    void showsDecisionsInEitherOrder() {
        open(path());
        assertThat(page().locator(".moment").first()).containsText("but is not joined by it");
        assertThat(page().locator(".moment").last()).containsText("New customer");
        look("history");
        lookOnPhone("history");
        page().getByLabel("Order").selectOption("oldest");
        page().getByText("Filter", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page()).hasURL(Pattern.compile("order=oldest"));
        assertThat(page().locator(".moment").first()).containsText("New customer");
    }

    @Test
    void filtersByKindSourceAndMember() {
        open(path() + "?kind=held");
        assertThat(page().locator(".moment")).hasCount(2);
        open(path() + "?source=support&kind=held");
        assertThat(page().locator(".moment")).hasCount(1);
        open(path() + "?member=nobody");
        assertThat(page().getByText("No decision suits")).isVisible();
        look("history-empty");
        assertThat(page().navigate(path() + "?kind=bogus").status()).isEqualTo(400);
    }

    @Test
    void comparesTwoMomentsByKeyboard() {
        open(path() + "?order=oldest");
        page().getByText("Compare from here").first().focus();
        press("Enter");
        page().locator(".moment")
                .last()
                .getByRole(AriaRole.LINK)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Compare with no."))
                .focus();
        press("Enter");
        assertThat(page().locator(".history-difference")).containsText("support/S-0815");
        assertThat(page().locator(".history-difference")).containsText("Held since then");
        assertThat(page()).hasURL(Pattern.compile("from=\\d+&to=\\d+"));
        look("history-difference");
        lookOnPhone("history-difference");
        assertThat(page().navigate(path() + "?from=1&to=99999999").status()).isEqualTo(422);
    }

    @Test
    void showsHowEvidenceJoinsIt() {
        open(path());
        page().getByText("How its evidence joins it").click();
        assertThat(page().locator(".together li")).hasCount(3);
        assertThat(page().locator(".together li").last()).containsText("4 together now");
        look("together");
        lookOnPhone("together");
    }
}
