package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.goldenrod.boot.Serve;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.steward.Stewardship;
import io.goldenrod.steward.Stewardship.Asked;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Stewards judge what waits, and take it back. Each test judges items of its own. */
class ReviewsIT extends InTheBrowser {

    private static Serve service;

    @BeforeAll
    static void startOwn() {
        Browsers.chromium();
        service = start();
    }

    @AfterAll
    static void stopOwn() {
        if (service != null) {
            service.close();
        }
    }

    @Override
    Serve service() {
        return service;
    }

    private Locator row(String one, String other) {
        return page().locator("[data-item]")
                .filter(new Locator.FilterOptions().setHasText(one))
                .filter(new Locator.FilterOptions().setHasText(other));
    }

    private void openItem(String list, String one, String other) {
        open(list);
        row(one, other).locator("[data-open]").click();
        assertThat(page().getByRole(AriaRole.HEADING).first()).hasText("Are these one person?");
    }

    private Locator dialog() {
        return page().locator("#confirm");
    }

    @Test
    void listsWhatConcernsTheMostRecordsFirst() {
        open("/reviews");
        assertThat(page().locator("[data-item]").first()).containsText("in 2 customers");
        look("reviews");
        lookOnPhone("reviews");
    }

    @Test
    void judgesWithTheKeyboardAlone() {
        open("/reviews?constraint=CONFLICT");
        Locator rows = page().locator("[data-item]");
        int count = rows.count();
        press("j");
        assertThat(rows.first().locator("[data-open]")).isFocused();
        press("j");
        assertThat(rows.nth(1).locator("[data-open]")).isFocused();
        press("k");
        press("Enter");
        assertThat(page().locator(".trail")).containsText("1 of " + count);
        String item = page().url();

        press("?");
        assertThat(page().locator("#keys")).isVisible();
        press("Escape");
        press("d");
        assertThat(dialog()).isVisible();
        assertThat(dialog()).containsText("No customer changes.");
        look("review-confirm");
        press("Enter");

        assertThat(page().locator(".decided")).containsText("Said to be different people");
        assertThat(page().locator(".trail")).containsText("1 of " + (count - 1));
        press("u");
        assertThat(page().locator(".answers")).containsText("Same person");
        org.assertj.core.api.Assertions.assertThat(page().url()).isEqualTo(item);
        press("j");
        assertThat(page().locator(".trail")).containsText("2 of " + count);
    }

    @Test
    void showsBothSidesAndWhatSpeaksForThem() {
        openItem("/reviews?kind=HELD_MATCH", "crm/1014", "crm/1015");
        Locator sides = page().locator(".sides");
        assertThat(sides.locator(".is-DIFFERENT").first()).containsText("differs");
        assertThat(sides.locator(".is-SAME").first()).containsText("same");
        assertThat(sides.locator(".is-cause")).containsText("crm_id");
        assertThat(page().locator(".callout.bad")).containsText("Together they have 2 values of crm_id");
        assertThat(page().locator(".waterfall tbody tr").last()).containsText("All together");
        look("review-pair");
        lookOnPhone("review-pair");
        page().getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Customers"))
                .click();
        assertThat(page()).hasURL(Pattern.compile("by=customers"));
        assertThat(sides).containsText("customer with");
    }

    @Test
    void tellsWhatAnAnswerChangesBeforeItIsGiven() {
        openItem("/reviews", "crm/1010", "hales@example.org");
        look("review");
        press("s");
        assertThat(dialog()).containsText("becomes part of");
        assertThat(dialog()).containsText("2 links are held no more");
        look("review-effect");
        page().setViewportSize(390, 844);
        page().screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target", "screens", "review-effect-phone.png")));
        page().setViewportSize(1280, 720);
        press("Escape");
        assertThat(dialog()).isHidden();
    }

    @Test
    void keepsCommentsAndWhoSeesToAnItem() {
        openItem("/reviews", "crm/1056", "ACC-7731");
        press("c");
        page().keyboard().type("A couple with one account?");
        page().getByText("Add comment").click();
        assertThat(page().locator(".said")).containsText("A couple with one account?");
        page().getByText("Assign to me").click();
        assertThat(page().locator(".answers")).containsText("unnamed");
        open("/reviews");
        page().getByLabel("Assigned to").selectOption("me");
        assertThat(page()).hasURL(Pattern.compile("/reviews\\?assignee=me$"));
        assertThat(row("crm/1056", "ACC-7731")).containsText("1 comment");
        page().goBack();
        assertThat(page()).hasURL(Pattern.compile("/reviews$"));
        assertThat(page().locator("[data-item]").nth(1)).isVisible();
        assertThat(page().getByLabel("Assigned to")).hasValue("");
        page().getByLabel("Assigned to").selectOption("nobody");
        assertThat(page()).hasURL(Pattern.compile("assignee=nobody"));
        assertThat(row("crm/1056", "ACC-7731")).hasCount(0);
    }

    @Test
    void takesAnAnswerBackAmongWhatStewardsSaid() {
        openItem("/reviews", "pos/T1-000522", "pos/T1-000571");
        press("s");
        dialog().getByLabel("Reason").fill("Same card, same street");
        press("Enter");
        assertThat(page().locator(".decided")).containsText("Said to be the same person");
        open("/reviews?status=DECIDED");
        assertThat(row("pos/T1-000522", "pos/T1-000571")).containsText("Same person");
        look("reviews-decided");
        open("/assertions?status=ACTIVE&member=pos/T1-000522");
        Locator line = page().locator("tbody tr");
        assertThat(line).hasCount(1);
        assertThat(line).containsText("Same card, same street");
        look("assertions");
        lookOnPhone("assertions");
        line.getByText("Take back").click();
        assertThat(page().locator(".effects")).containsText("to");
        look("assertion");
        page().getByText("Take it back").click();
        assertThat(page().locator(".facts")).containsText("Taken back");
        open("/reviews");
        assertThat(row("pos/T1-000522", "pos/T1-000571")).hasCount(1);
    }

    @Test
    void namesWhatWasSaidBeforeAndStandsAgainstAnAnswer() {
        Stewardship stewardship = service.bean(Stewardship.class);
        Asked asked = new Asked("Bo", "two cards, two faces", false, "test");
        stewardship.say(StoredAssertion.Kind.DIFFERENT, "record:loyalty/GR-20080", "record:loyalty/GR-20081", asked);
        stewardship.say(StoredAssertion.Kind.SAME, "record:loyalty/GR-20081", "record:loyalty/GR-20082", asked);
        openItem("/reviews?constraint=DIFFERENT", "loyalty/GR-20080", "loyalty/GR-20082");
        press("s");
        assertThat(dialog()).containsText("Stewards said the contrary before");
        assertThat(dialog().locator(".against li")).hasCount(2);
        look("review-contradiction");
        dialog().getByText("See, and take it back").first().click();
        assertThat(page()).hasURL(Pattern.compile("/assertions/"));
    }

    @Test
    void saysWhenNothingFits() {
        open("/reviews?kind=POSSIBLE_MATCH&identifierType=email");
        assertThat(page().locator("#queue")).containsText("Nothing fits these filters");
        look("reviews-none");
        open("/reviews?status=NONSENSE");
        assertThat(page().getByRole(AriaRole.HEADING)).hasText("The request cannot be understood");
        open("/reviews/Rnothing.Y3JtLzE");
        assertThat(page().getByRole(AriaRole.HEADING)).hasText("There is no such item");
    }
}
