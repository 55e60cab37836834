package io.goldenrod.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenrod.boot.Serve;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.identity.RecordKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test in a real browser, on the demonstration's records. Every test has a browser's window of its own, and fails
 * when the page wrote an error to the browser's log: a script that failed, a file that is not there, something that the
 * content policy forbids.
 */
abstract class InTheBrowser {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** The elements that make the page wider than the window, as far as one of them does. */
    private static final String STANDING_OUT = """
            document.documentElement.scrollWidth <= window.innerWidth ? [] : [document.body.tagName].concat(
                [...document.querySelectorAll('main *')]
                    .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1)
                    .slice(0, 12)
                    .map((each) => each.tagName + '.' + (each.getAttribute('class') ?? '')))""";

    private static Serve shared;

    private final List<String> errors = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    /** The service that all tests share which change nothing; those that do start their own. */
    static synchronized Serve demonstration() {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "close-demonstration"));
        }
        return shared;
    }

    /** A service with the demonstration's records, which the caller closes. */
    static Serve start(String... settings) {
        try {
            Path data = Files.createTempDirectory("goldenrod-console");
            List<String> arguments = new ArrayList<>(
                    List.of("--spring.profiles.active=demo", "--server.port=0", "--goldenrod.data-dir=" + data));
            arguments.addAll(List.of(settings));
            return Serve.start(arguments.toArray(String[]::new));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The service that this test is about. */
    Serve service() {
        return demonstration();
    }

    @BeforeEach
    void openWindow() {
        context = Browsers.chromium().newContext(window());
        context.setDefaultTimeout(Browsers.TIMEOUT_MILLISECONDS);
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> errors.add(error));
    }

    private void note(ConsoleMessage message) {
        // a page that is not there says so in the log as well; which page that is, tests say themselves
        boolean isStatus =
                message.text().startsWith("Failed to load resource: the server responded with a status of 4");
        boolean isPage =
                message.location().equals(page.url()) || message.location().startsWith(page.url() + ":");
        if (message.type().equals("error") && !(isStatus && isPage)) {
            errors.add(message.text());
        }
    }

    NewContextOptions window() {
        return new NewContextOptions()
                .setViewportSize(1280, 720)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setBaseURL("http://127.0.0.1:" + service().port());
    }

    @AfterEach
    void closeWindow() {
        if (context != null) {
            context.close();
        }
        assertThat(errors).isEmpty();
    }

    Page page() {
        return page;
    }

    /** What went wrong on the page so far, for a test that means it to; forgets it. */
    List<String> takeErrors() {
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    /** Presses a key once the page's scripts run: they do before it counts as loaded. */
    void press(String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
    }

    /** Opens a page by its path. */
    Page open(String path) {
        page.navigate(path);
        return page;
    }

    /** The current customer of a record of the demonstration. @param record as {@code source/recordId} */
    String customerOf(String record) {
        return service()
                .bean(RecordReads.class)
                .record(RecordKey.parse(record))
                .orElseThrow()
                .customerId();
    }

    /** The stored customer. */
    CustomerReads.Customer customer(String id) {
        return service().bean(CustomerReads.class).customer(id).orElseThrow();
    }

    /** Writes what the page looks like, in both themes, and looks for barriers in both (WCAG 2.2 AA). */
    void look(String name) {
        // else what sticks to the top would cover some of it
        page.evaluate("scrollTo(0, 0)");
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            page.screenshot(new ScreenshotOptions()
                    .setPath(SCREENS.resolve(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png"))
                    .setFullPage(true));
            assertNoBarriers();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Nothing stands out sideways; names what does. */
    void assertFits() {
        assertThat((List<?>) page.evaluate(STANDING_OUT)).as(page.url()).isEmpty();
    }

    /** The same on a phone, where nothing may stand out sideways. */
    void lookOnPhone(String name) {
        page.setViewportSize(390, 844);
        assertFits();
        page.screenshot(new ScreenshotOptions()
                .setPath(SCREENS.resolve(name + "-phone.png"))
                .setFullPage(true));
        page.setViewportSize(1280, 720);
    }

    void assertNoBarriers() {
        List<String> found = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations()) {
            if (SERIOUS.contains(rule.getImpact())) {
                rule.getNodes().forEach(node -> found.add(rule.getId() + ": " + node.getHtml()));
            }
        }
        assertThat(found).isEmpty();
    }
}
