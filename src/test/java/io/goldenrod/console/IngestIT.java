package io.goldenrod.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.goldenrod.boot.Serve;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file is dropped, looked over and taken in; and what was refused is looked at. */
class IngestIT extends InTheBrowser {

    private static final String PEOPLE = """
            Customer No;E-Mail;Telephone;Name;Birthday;Town
            1;ada.lindqvist@example.org;+44 7700 900 123;Ada Lindqvist;1985-03-01;Leeds
            2;new.person@example.org;+44 7700 900 998;New Person;1990-01-02;York
            3;;;;;
            4;broken
            """;

    private static Serve own;

    @BeforeAll
    static void startOwn() {
        own = start();
    }

    @AfterAll
    static void stopOwn() {
        own.close();
    }

    @Override
    Serve service() {
        return own;
    }

    private void choose(String name, byte[] content) {
        open("/ingest");
        page().getByLabel("File", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
        page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Open"))
                .press("Enter");
    }

    @Test
    void takesAFileInFromDropToDownload() throws IOException {
        open("/ingest");
        look("ingest");
        lookOnPhone("ingest");
        choose("people-2026.csv", PEOPLE.getBytes(StandardCharsets.UTF_8));
        assertThat(page().getByLabel("E-Mail")).hasValue("identifier:email");
        assertThat(page().getByLabel("Telephone")).hasValue("identifier:phone");
        assertThat(page().getByLabel("Name", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true)))
                .hasValue("attribute:fullName");
        assertThat(page().getByLabel("Town")).hasValue("attribute:address.city");
        page().getByLabel("Customer No").selectOption("recordId");
        page().getByText("Update the preview").press("Enter");
        assertThat(page().getByLabel("Customer No")).hasValue("recordId");
        assertThat(page().locator(".outcomes")).containsText("1 found a new customer");
        assertThat(page().locator(".outcomes")).containsText("1 join a customer");
        assertThat(page().locator(".outcomes")).containsText("2 refused");
        look("ingest-map");
        lookOnPhone("ingest-map");
        page().getByText("Take it in").press("Enter");
        assertThat(page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Taken in")))
                .isVisible();
        assertThat(page().locator(".figures")).containsText("2Accepted");
        assertThat(page().locator(".figures")).containsText("2Refused");
        look("ingest-done");
        Download download = page().waitForDownload(
                        () -> page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("CSV"))
                                .click());
        List<String> lines = Files.readAllLines(download.path());
        org.assertj.core.api.Assertions.assertThat(lines).hasSize(3);
        org.assertj.core.api.Assertions.assertThat(lines.get(2))
                .startsWith("5,")
                .contains("wrong_column_count");
        page().getByText("What it decided").click();
        assertThat(page().locator(".decision")).not().hasCount(0);
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        choose("empty.csv", new byte[0]);
        assertThat(page().getByText("The file is empty")).isVisible();
        choose("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0});
        assertThat(page().getByText("the file is a picture")).isVisible();
        choose("wide.csv", ("a,".repeat(100_000) + "b\n1\n").getBytes(StandardCharsets.UTF_8));
        assertThat(page().getByText("The file cannot be read")).isVisible();
        takeErrors();
    }

    @Test
    void readsAFileOfOtherEncodingThatIsDropped() {
        open("/ingest");
        JSHandle dropped = page().evaluateHandle("""
                () => {
                  const dropped = new DataTransfer();
                  const bytes = Uint8Array.from('N\\u00e4me;E-Mail\\nJ\\u00fcrgen Gro\\u00df;jg@example.org\\n',
                      (each) => each.charCodeAt(0));
                  dropped.items.add(new File([bytes], 'west.csv'));
                  return dropped;
                }""");
        page().locator("#drop").dispatchEvent("drop", Map.of("dataTransfer", dropped));
        assertThat(page().getByLabel("E-Mail")).hasValue("identifier:email");
        assertThat(page().getByLabel("Encoding")).hasValue("windows-1252");
        assertThat(page().locator("main")).containsText("Jürgen Groß");
    }

    @Test
    void readsAFileThatNamesItsFieldsItself() {
        choose("one.ndjson", """
                {"source":"crm","recordId":"n1","identifiers":[{"type":"email","value":"n1@example.org"}]}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(page().getByText("there is nothing to map")).isVisible();
        assertThat(page().locator(".outcomes")).containsText("1 found a new customer");
        page().getByText("Throw the file away").click();
        assertThat(page().getByText("Drop a file here")).isVisible();
    }

    @Test
    void looksAtRefusedLines() {
        open("/ingest/refused");
        look("refused");
        lookOnPhone("refused");
        int before = page().locator("article").count();
        page().getByText("Throw away").first().press("Enter");
        assertThat(page().getByText("The line was thrown away.")).isVisible();
        assertThat(page().locator("article")).hasCount(before - 1);
        page().getByText("Send again").first().click();
        assertThat(page().getByText("The line is still not acceptable.")).isVisible();
    }
}
