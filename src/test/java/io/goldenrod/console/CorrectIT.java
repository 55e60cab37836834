package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.goldenrod.boot.Serve;
import io.goldenrod.graph.CustomerReads;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Putting a customer right: pins and splits. */
class CorrectIT extends InTheBrowser {

    private static Serve service;

    @BeforeAll
    static void begin() {
        service = start();
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Override
    Serve service() {
        return service;
    }

    private Locator attribute(String label) {
        return page().locator(".attribute").filter(new Locator.FilterOptions().setHasText(label));
    }

    @Test
    void pinsAnotherValueAndTakesThePinAway() {
        String ada = customerOf("crm/1001");
        open(Links.customer(ada));
        attribute("Full name").getByText("Pin").click();
        Locator dialog = page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        look("pin");
        lookOnPhone("pin");
        dialog.locator(".choice")
                .filter(new Locator.FilterOptions().setHasText("A. Lindqvist"))
                .click();
        dialog.getByLabel("Reason").fill("she signs <b>so</b>");
        dialog.getByText("Pin it").click();
        assertThat(page().locator(".callout.good")).containsText("pinned");
        assertThat(page().getByRole(AriaRole.HEADING).first()).hasText("A. Lindqvist");
        assertThat(attribute("Full name")).containsText("she signs <b>so</b>");
        assertThat(attribute("Full name")).containsText("Chosen by unnamed");
        assertThat(attribute("Full name")).containsText("Beat 2 other values");
        assertThat(page().locator(".decisions")).containsText("A steward pinned Full name");
        look("profile-pinned");
        attribute("Full name").getByText("Change").click();
        page().getByRole(AriaRole.DIALOG).getByText("Take it away").click();
        assertThat(page().getByRole(AriaRole.HEADING).first()).hasText("Ada Lindqvist");
    }

    @Test
    void pinsWhatNoRecordSaysWithKeysAlone() {
        String kwame = customerOf("crm/1002");
        open(Links.customer(kwame));
        page().locator("#pin-attribute").focus();
        page().keyboard().type("loyaltyTier");
        press("Enter");
        assertThat(page()).hasURL(Pattern.compile("/pin\\?attribute=loyaltyTier"));
        page().locator("button.primary").click();
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("Type a value");
        page().getByLabel("Another value").focus();
        page().keyboard().type("gold");
        press("Enter");
        assertThat(attribute("Loyalty tier")).containsText("gold");
    }

    @Test
    void splitsAfterShowingWhatComesOfIt() {
        String kwame = customerOf("crm/1002");
        open(Links.customer(kwame));
        Locator split = page().getByText("Split off what is chosen");
        assertThat(split).isDisabled();
        page().getByLabel("Choose support/S-1440").check();
        assertThat(split).isEnabled();
        split.click();
        assertThat(page().getByText("Nothing is done yet")).isVisible();
        assertThat(page().locator(".part-card")).hasCount(2);
        look("split");
        lookOnPhone("split");
        assertThat(page().locator(".part-card").filter(new Locator.FilterOptions().setHasText("keeps the ID")))
                .containsText(kwame);
        page().getByLabel("Reason").fill("his brother");
        page().getByText("Split it").click();
        assertThat(page().locator(".callout.good a")).hasCount(2);
        org.assertj.core.api.Assertions.assertThat(customerOf("support/S-1440")).isNotEqualTo(kwame);
        assertThat(page().locator(".decisions")).containsText("his brother");
        look("profile-split");
    }

    @Test
    void saysWhyASplitIsRefused() {
        String reza = customerOf("crm/1151");
        open("/customers/" + reza + "/split");
        assertThat(page().getByRole(AriaRole.HEADING)).hasText("Nothing is chosen");
        open("/customers/" + reza + "/split?"
                + service().bean(CustomerReads.class).records(reza, "", 100).items().stream()
                        .map(each -> "member=" + Links.encoded("record:" + each.source() + "/" + each.recordId()))
                        .collect(Collectors.joining("&")));
        assertThat(page().getByRole(AriaRole.HEADING)).hasText("The customer would stay as it is");
        open("/customers/" + reza + "/split?member=record%3Acrm%2Fno-such");
        assertThat(page().getByRole(AriaRole.HEADING)).hasText("There is no such member");
        Page page = open("/customers/C0/split?member=x");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("No customer was ever given this ID");
    }

    @Test
    void explainsWhatBecameOfAFormerCustomer() {
        var ada = customer(customerOf("crm/1001"));
        String former = ada.mergedFrom().get(0);
        open(Links.customer(former));
        assertThat(page().locator(".callout").first()).containsText("became part of");
        open(Links.search(former));
        assertThat(page().locator(".result")).containsText("Former ID");
    }
}
