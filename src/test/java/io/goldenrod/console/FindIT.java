package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Finding somebody, and reading what is known. */
class FindIT extends InTheBrowser {

    private static final String ADA = "Ada Lindqvist";

    @Test
    void findsByNameSpeltWrong() {
        open("/search?q=Ada+Lindkvist");
        assertThat(page().locator(".result-name a").first()).hasText(ADA);
        assertThat(page().locator(".result").first()).containsText("one letter apart");
        look("search-name");
        lookOnPhone("search-name");
    }

    @Test
    void findsByFamilyNameAlone() {
        open("/search?q=lindqvist");
        assertThat(page().locator(".result-name a").first()).hasText(ADA);
        open("/search?q=Lindqvist+1984-03-12");
        assertThat(page().locator(".result").first()).containsText("Birth date");
    }

    @Test
    void findsByWhateverLeadsToSomebody() {
        String ada = customerOf("crm/1001");
        for (String text : new String[] {
            "07700 900118",
            "ADA.Lindqvist@example.org",
            "email:ada.lindqvist@example.org",
            "crm/1001",
            "record:crm/1001",
            "GR-20017",
            ada,
            ada.toLowerCase(java.util.Locale.ROOT)
        }) {
            open(Links.search(text));
            Locator first = page().locator(".result").first();
            assertThat(first.locator(".result-id")).containsText(ada);
            assertThat(first.locator(".badge.good")).not().hasCount(0);
        }
        open("/search?q=GR-20017");
        look("search-exact");
    }

    @Test
    void saysWhyAnIdentifierLeadsToNobody() {
        open(Links.search("till3@shop.example.org"));
        assertThat(page().locator(".result")).containsText("Does not lead to one customer");
        look("search-unclear");
        open(Links.search("nobody@nowhere.example"));
        assertThat(page().getByText("Nothing found")).isVisible();
        look("search-none");
    }

    @Test
    void isUsedByKeysAlone() {
        open("/search");
        look("search-start");
        assertThat(page().getByRole(AriaRole.SEARCHBOX)).isFocused();
        page().keyboard().type("crm/1001");
        press("Enter");
        assertThat(page().locator(".result").first()).containsText(ADA);
        press("/");
        press("ArrowDown");
        assertThat(page().locator(".result-name a").first()).isFocused();
        press("ArrowUp");
        assertThat(page().getByRole(AriaRole.SEARCHBOX)).isFocused();
        press("ArrowDown");
        press("Enter");
        assertThat(page()).hasURL(Pattern.compile("/customers/C"));
    }

    @Test
    void remembersSearchesUntilTheyAreForgotten() {
        open("/search?q=crm%2F1001");
        open("/search?q=%3Cb%3E+%26");
        open("/search");
        assertThat(page().locator("[data-recent-list] a")).hasText(new String[] {"<b> &", "crm/1001"});
        page().getByText("Forget them").click();
        assertThat(page().locator("[data-recent]")).isHidden();
        page().reload();
        assertThat(page().locator("[data-recent]")).isHidden();
    }

    @Test
    void showsWhereEveryValueIsFrom() {
        open(Links.customer(customerOf("crm/1001")));
        assertThat(page().getByRole(AriaRole.HEADING).first()).hasText(ADA);
        Locator name = page().locator(".attribute").filter(new Locator.FilterOptions().setHasText("Full name"));
        name.locator("summary").click();
        assertThat(name).containsText("A. Lindqvist");
        assertThat(page().getByText("How firmly it holds together")).isVisible();
        look("profile");
        lookOnPhone("profile");
    }

    @Test
    void showsTheProfileAsItWas() {
        String id = customerOf("crm/1001");
        open(Links.customer(id));
        page().locator("#as-of").fill("1999-01-01T00:00");
        page().getByText("Show", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page().getByRole(AriaRole.HEADING).first()).hasText("There was nothing yet");
        open(Links.customer(id, 1L));
        assertThat(page().locator(".problem")).containsText(Pattern.compile("On 20[-0-9]+ [:0-9]+ UTC this ID"));
        long seq = service().bean(io.goldenrod.graph.DecisionLog.class).head().seq();
        open(Links.customer(id, seq));
        assertThat(page().locator(".past")).containsText("As it was on");
        assertThat(page().getByText("Pin", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        look("profile-past");
        page().getByText("Back to now").click();
        assertThat(page().locator(".past")).hasCount(0);
    }

    @Test
    void showsARecordAsSentAndAsUnderstood() {
        open(Links.record("loyalty/GR-20017"));
        assertThat(page().locator("pre")).containsText("\"A. Lindqvist\"");
        assertThat(page().locator("table").first()).containsText("+447700900118");
        assertThat(page().locator("table").first()).containsText("07700 900118");
        assertThat(page().locator(".decisions li").first()).isVisible();
        look("record");
        lookOnPhone("record");
        open("/records/crm/no-such");
        assertThat(page().getByRole(AriaRole.HEADING)).hasText("There is no such record");
    }
}
