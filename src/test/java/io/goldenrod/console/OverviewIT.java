package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.goldenrod.graph.StatisticsReads;
import io.goldenrod.graph.StatisticsReads.Counts;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What there is, how it grows, how good it is. */
class OverviewIT extends InTheBrowser {

    @Test
    void showsWhatThereIs() {
        Counts counts = service().bean(StatisticsReads.class).counts();
        open("/");
        assertThat(page().locator(".figures li").first()).hasText(counts.customers() + "Customers");
        assertThat(page().locator(".figures")).containsText(counts.records() + "Records");
        assertThat(page().getByRole(AriaRole.IMG)).hasCount(6);
        assertThat(page().getByText(Pattern.compile("in the review queue$"))).isVisible();
        look("overview");
        lookOnPhone("overview");
    }

    @Test
    void saysEachNumberOfACurveInATable() {
        Counts counts = service().bean(StatisticsReads.class).counts();
        open("/");
        page().getByText("All numbers, day by day").focus();
        press("Enter");
        var today = page().locator(".numbers tbody tr").first();
        assertThat(today.locator("td").nth(0)).hasText(Long.toString(counts.customers()));
        assertThat(today.locator("td").nth(1)).hasText(Long.toString(counts.records()));
        var first = page().locator(".numbers tbody tr").last();
        // nothing came before the demonstration's records, so the counts going back must end at nothing
        assertThat(first.locator("td").nth(0)).hasText("0");
        assertThat(first.locator("td").nth(1)).hasText("0");
    }
}
