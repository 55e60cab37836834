package io.goldenrod.boot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Opens the console's pages once after a start, so that whoever opens them first does not wait for it: the database
 * plans a query when it runs for the first time, and pages are read from their files then. It takes some seconds of one
 * processor, changes nothing, and what fails is left to the first visitor.
 */
final class WarmUp {

    private static final List<String> PAGES =
            List.of("/", "/reviews", "/search?q=Ada+Lovelace", "/audit", "/policy", "/ingest", "/why?from=a&to=b");

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private WarmUp() {}

    /** Returns at once. @param address of the service, without a slash at its end */
    static void start(String address) {
        Thread thread = new Thread(() -> run(address), "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(String address) {
        HttpClient client = HttpClient.newHttpClient();
        try {
            for (String page : PAGES) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(address + page))
                        .header("Accept", "text/html")
                        .timeout(TIMEOUT)
                        .build();
                client.send(request, BodyHandlers.discarding());
            }
        } catch (IOException | RuntimeException e) {
            // nobody asked for it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
