package io.goldenrod.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.boot.Serve;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What a browser is told, and whose forms are taken. */
class BrowserGuardIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final Serve service = InTheBrowser.demonstration();

    @Test
    void takesFormsOfItsOwnPagesOnly() throws Exception {
        String own = "http://127.0.0.1:" + service.port();
        assertThat(post("Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(302);
        assertThat(post("Origin", own).statusCode()).isEqualTo(302);
        assertThat(post("Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(post("Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
        assertThat(post("Sec-Fetch-Site", "none").statusCode()).isEqualTo(403);
        assertThat(post("Origin", "http://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(post("Origin", "null").statusCode()).isEqualTo(403);
        assertThat(post("X-Other", "header").statusCode()).isEqualTo(403);
    }

    @Test
    void leadsNobodyToAnotherSite() throws Exception {
        var request = request("/name")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Referer", "http://elsewhere.example//evil.example/x")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=x"));
        assertThat(send(request).headers().firstValue("Location").orElseThrow())
                .endsWith("/")
                .doesNotContain("evil");
    }

    @Test
    void letsPagesRunNothingButTheirOwnFiles() throws Exception {
        HttpResponse<String> page = send(request("/search").header("Accept", "text/html"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void keepsItsOwnFilesInTheBrowser() throws Exception {
        String page = send(request("/search").header("Accept", "text/html")).body();
        String style = page.replaceAll("(?s).*href=\"(/assets/[^\"]+/console.css)\".*", "$1");
        HttpResponse<String> file = send(request(style));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    @Test
    void answersProgramsInTheirForm() throws Exception {
        HttpResponse<String> answer = send(request("/nowhere").header("Accept", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private HttpResponse<String> post(String header, String value) throws Exception {
        return send(request("/name")
                .header(header, value)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=Ann")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
