package io.goldenrod.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A page for who opens the service's address in a browser. */
@Hidden
@RestController
class HomeController {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Goldenrod</title></head>
            <body>
            <h1>Goldenrod</h1>
            <p>Records in, customers with stable golden IDs out.</p>
            <ul>
            <li><a href="/docs">The API, to read and to try</a> (<a href="/v3/api-docs">its description as JSON</a>)</li>
            <li><a href="/v1/stats">What is in the graph</a></li>
            <li><a href="/v1/quarantine">Refused lines</a></li>
            <li><a href="/actuator/health/readiness">Whether the service is ready</a></li>
            </ul>
            </body>
            </html>
            """;

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String page() {
        return PAGE;
    }
}
