package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import io.goldenrod.graph.DecisionLog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything that was decided, searched, taken along and verified. */
class AuditIT extends InTheBrowser {

    @Test
    void findsDecisionsByWhatPeopleWrite() {
        open("/audit");
        assertThat(page().locator(".decision")).hasCount(50);
        page().getByLabel("Customer, record or identifier").fill("Till3@Shop.example.org ");
        press("Enter");
        assertThat(page()).hasURL(Pattern.compile("subject=Till3"));
        assertThat(page().locator(".decision .badge")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Suppressed")))
                .hasCount(2);
        page().locator("summary", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Any kind"))
                .click();
        page().getByLabel("Suppressed").check();
        page().getByText("Find", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page().locator(".decision")).hasCount(2);
        look("audit-found");
        page().goBack();
        assertThat(page().locator(".kinds summary")).hasText("Any kind");
        page().getByLabel("Customer, record or identifier").fill("no such thing");
        press("Enter");
        assertThat(page().getByText("This is no customer, record or identifier that was ever named"))
                .isVisible();
    }

    @Test
    void goesBackInTimeAndToTheNewest() {
        long last = service().bean(DecisionLog.class).head().seq();
        open("/audit");
        assertThat(page().locator(".decision").first()).containsText("no. " + last);
        page().getByText("Older").click();
        assertThat(page().locator(".decision").first()).containsText("no. " + (last - 50));
        page().getByText("Back to the newest").click();
        assertThat(page().locator(".decision").first()).containsText("no. " + last);
    }

    @Test
    void verifiesTheChain() {
        open("/audit");
        page().getByText("Verify now").press("Enter");
        assertThat(page().getByText("Intact.")).isVisible();
        assertThat(page().locator("#chain"))
                .containsText(service().bean(DecisionLog.class).head().hash());
        look("audit");
        lookOnPhone("audit");
    }

    @Test
    void exportsWhatIsShown() throws IOException {
        open("/audit?kind=MERGED");
        int shown = page().locator(".decision").count();
        Download download = page().waitForDownload(() -> page().getByRole(
                        AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions().setName("CSV"))
                .click());
        List<String> lines = Files.readAllLines(download.path());
        org.assertj.core.api.Assertions.assertThat(lines).hasSize(shown + 1);
        org.assertj.core.api.Assertions.assertThat(lines.get(1)).contains(",MERGED,C");
    }
}
