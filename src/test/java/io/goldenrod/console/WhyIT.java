package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import io.goldenrod.boot.Serve;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Why two members are one customer, or why not, and what a steward says of them. */
class WhyIT extends InTheBrowser {

    private static Serve service;

    @Override
    Serve service() {
        return service;
    }

    @BeforeAll
    static void start() {
        service = InTheBrowser.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void asksByKeyboardAndTellsTheChainOfEvidence() {
        open("/why");
        look("why-empty");
        page().getByLabel("One of the two").fill("crm/1020");
        press("Tab");
        page().keyboard().type("support/S-0815");
        press("Enter");
        assertThat(page().locator(".why-verdict")).hasText("One customer");
        assertThat(page().locator(".why-path")).containsText("nadia.petrova@example.net");
        assertThat(page().locator(".weakest")).hasCount(1);
        look("why-together");
        lookOnPhone("why-together");
    }

    @Test
    void tellsWhatIsHeldAndLinksToTheReview() {
        open(Links.why("crm/1010", "hales@example.org"));
        assertThat(page().locator(".why-verdict")).hasText("Not one customer");
        assertThat(page().locator(".why-answer")).containsText("more values of an identifier type");
        assertThat(page().locator(".why-answer")).containsText("Martin Hale");
        assertThat(page().getByText("Decide it in the review queue").first())
                .hasAttribute("href", java.util.regex.Pattern.compile("^/reviews/R"));
        look("why-held");
    }

    @Test
    void drawsHowTheNearestRecordsCompare() {
        open(Links.why("crm/1010", "crm/1109"));
        assertThat(page().locator(".waterfall svg").first()).isVisible();
        assertThat(page().locator(".why-fields")).containsText("differ");
        assertThat(page().locator(".why-answer")).not().containsText("{");
        look("why-apart");
        lookOnPhone("why-apart");
    }

    @Test
    void saysWhatIsWrongWithAQuestionBesideIt() {
        Response answer = page().navigate(Links.why("crm/1020", "nobody@example.org"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("There is no such member");
        assertThat(page().getByLabel("The other one")).hasValue("nobody@example.org");
        assertThat(page().navigate(Links.why("bogus", "crm/1020")).status()).isEqualTo(400);
        assertThat(page().navigate(Links.why("crm/1020", "record:crm/1020")).status())
                .isEqualTo(422);
        look("why-refused");
    }

    @Test
    void showsWhatAWordWouldDoBeforeItIsSaid() {
        assertThat(customerOf("crm/1164")).isNotEqualTo(customerOf("loyalty/GR-20367"));
        open(Links.why("crm/1164", "loyalty/GR-20367"));
        page().getByLabel("Why (others will read it)").fill("Showed both cards");
        page().getByText("Show what it would do").click();
        assertThat(page().locator(".why-preview")).containsText("1 customer would become part of another.");
        assertThat(customerOf("crm/1164")).isNotEqualTo(customerOf("loyalty/GR-20367"));
        look("why-preview");
        page().getByText("Say that they are one person").click();
        assertThat(page().locator(".why-verdict")).hasText("One customer");
        assertThat(page().locator(".why-path")).containsText("Showed both cards");
        assertThat(customerOf("crm/1164")).isEqualTo(customerOf("loyalty/GR-20367"));
        look("why-said");
    }
}
