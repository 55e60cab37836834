package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What stands around every page. */
class FrameIT extends InTheBrowser {

    @Test
    void tellsThatThereIsNoSuchPage() {
        open("/nowhere");
        assertThat(page().getByRole(AriaRole.HEADING)).hasText("There is no such page");
        look("problem");
        lookOnPhone("problem");
    }

    @Test
    void remembersTheThemeAndTheName() {
        open("/nowhere");
        page().getByText("Who are you?").click();
        page().getByLabel("Dark").check();
        assertThat(page().locator("html")).hasAttribute("data-theme", "dark");
        page().getByLabel("Your name").fill("Ann Ö <b>");
        page().getByText("Save").click();
        assertThat(page().locator("summary")).hasText("Ann Ö <b>");
        assertThat(page()).hasURL(Pattern.compile("/nowhere$"));
        assertThat(page().locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void findsTheSearchBoxByKey() {
        open("/nowhere");
        press("/");
        assertThat(page().getByRole(AriaRole.SEARCHBOX)).isFocused();
    }
}
