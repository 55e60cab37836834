package io.goldenrod.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, started once for all tests. */
final class Browsers {

    private static final String VARIABLE = "CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    static final double TIMEOUT_MILLISECONDS = 20_000;

    private static Playwright playwright;
    private static Browser browser;

    private Browsers() {}

    /** Skips the test, saying so, where there is no browser. */
    static synchronized Browser chromium() {
        Optional<Path> program = program();
        Assumptions.assumeTrue(
                program.isPresent(),
                "no Chromium on the PATH and none named by " + VARIABLE + ": what needs a browser is skipped");
        if (browser == null) {
            // a page that is there at once is seen at once; on a busy machine it may take longer
            PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLISECONDS);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(program.get())
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
        }
        return browser;
    }

    private static Optional<Path> program() {
        String named = System.getenv(VARIABLE);
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
