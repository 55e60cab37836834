package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.goldenrod.boot.Serve;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The policy in force, and the way to another one. */
class PolicyIT extends InTheBrowser {

    private static final String LOOSER = """
            extends: default
            name: looser
            identifierTypes:
              crm_id: {maxPerCustomer: 2}
              email: {namesAbove: 1}
              phone: {sharedAbove: 1}
            matching: {match: 0.85}
            """;

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

    @Test
    void showsTheRulesInWords() {
        open("/policy");
        assertThat(page().getByRole(AriaRole.HEADING).first()).containsText("Policy");
        Locator types = page().locator(".types tbody tr");
        assertThat(types.filter(new Locator.FilterOptions().setHasText("loyalty_id")))
                .containsText("2 a year");
        assertThat(types.filter(new Locator.FilterOptions().setHasText("device_id")))
                .containsText("stays apart");
        look("policy");
        lookOnPhone("policy");
        open("/policy?hash=0123");
        assertThat(page().getByRole(AriaRole.HEADING)).hasText("No policy with this fingerprint was ever in force");
    }

    @Test
    void checksTheTextAsItIsWritten() {
        open("/policy/edit");
        Locator text = page().getByLabel("The copy");
        assertThat(page().locator("#check")).containsText("says the same as");
        text.fill("extends: default\nname: broken\nidentifierTypes:\n  email:\n    linking: solid\n");
        assertThat(page().locator("#check")).containsText("1 thing is wrong.");
        look("policy-edit-problems");
        lookOnPhone("policy-edit-problems");
        page().getByText("Line 5").click();
        assertThat(text).isFocused();
        page().keyboard().type("    linking: weak ");
        assertThat(text).hasValue(Pattern.compile("linking: weak"));
        page().reload();
        assertThat(page().locator("#restored")).isVisible();
        assertThat(text).hasValue(Pattern.compile("name: broken"));
        assertThat(page().locator("#check")).not().containsText("says the same as");
        page().getByText("Start again").click();
        assertThat(page().locator("#check")).containsText("says the same as");
        text.fill("a: [");
        assertThat(page().locator("#check")).containsText("Line");
    }

    @Test
    void triesAPolicyAndPutsItInForce() {
        open("/policy/edit");
        page().getByLabel("The copy").fill(LOOSER);
        assertThat(page().locator("#check")).containsText("This can be tried.");
        look("policy-edit");
        page().getByText("Simulate on all records").click();
        assertThat(page()).hasURL(Pattern.compile("/policy/simulations/"));
        assertThat(page().locator(".before-after")).containsText("143");
        String trial = page().url();
        assertThat(page().locator(".example").first()).containsText("Why are they apart today?");
        look("policy-simulation");
        lookOnPhone("policy-simulation");
        page().getByText("Put it in force…").click();
        assertThat(page().locator("#confirm")).containsText("145 customers become 143.");
        look("policy-apply");
        page().getByLabel("Reason").fill("Fewer doubles");
        page().getByText("Put it in force now").click();
        assertThat(page().getByRole(AriaRole.HEADING).first()).hasText("Policy “looser”");
        assertThat(page().locator(".terms")).containsText("Fewer doubles");
        page().getByText("What this one changed").click();
        assertThat(page().locator(".diff .is-ADDED").first()).containsText("looser");
        look("policy-compare");
        lookOnPhone("policy-compare");
        open(trial);
        assertThat(page().locator(".apply")).containsText("This policy is in force.");
        open("/policy/simulations/none");
        assertThat(page().getByRole(AriaRole.HEADING)).hasText("This simulation is not kept any more");
    }
}
