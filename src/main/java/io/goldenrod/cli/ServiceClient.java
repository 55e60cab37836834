package io.goldenrod.cli;

import io.goldenrod.cli.Store.Resolved;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.revision.Simulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * A running service, asked over HTTP. A request that finds it busy, or breaks off, is sent again: taking records in a
 * second time changes nothing.
 */
final class ServiceClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(5);
    private static final int ATTEMPTS_MAX = 6;
    private static final long WAIT_MILLIS_MAX = 30_000;
    private static final long APPLYING_PAUSE_MILLIS = 500;
    private static final int ERRORS_SHOWN_MAX = 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI base;

    /** @param base as in {@code http://localhost:8080} */
    ServiceClient(URI base) {
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!web || base.getHost() == null) {
            throw new IllegalUse("--url is an address such as http://localhost:8080");
        }
        this.base = URI.create(base.toString().replaceAll("/+$", ""));
    }

    /** One answer for each record, in order. */
    List<Map<String, Object>> ingest(List<RawRecord> records) throws IOException {
        var body = new StringBuilder();
        records.forEach(record -> body.append(RecordJson.write(record)).append('\n'));
        HttpRequest request = request("/v1/records")
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() != 200) {
            throw unexpected(response);
        }
        var answers = new ArrayList<Map<String, Object>>();
        try {
            response.body().lines().filter(line -> !line.isBlank()).forEach(line -> answers.add(Json.object(line)));
        } catch (JacksonException e) {
            throw new StoreUnavailable("the service at " + base + " did not answer in NDJSON", e);
        }
        if (answers.size() != records.size()) {
            throw new StoreUnavailable(
                    "the service at " + base + " answered " + answers.size() + " of " + records.size()
                            + " records; run the command again",
                    null);
        }
        return answers;
    }

    Resolved resolve(String type, String value) throws IOException {
        HttpResponse<String> response = send(request("/v1/resolve?type=" + encoded(type) + "&value=" + encoded(value))
                .GET()
                .build());
        if (response.statusCode() == 404) {
            return new Resolved("UNKNOWN", null, List.of());
        }
        if (response.statusCode() != 200) {
            throw unexpected(response);
        }
        Map<String, Object> answer = Json.object(response.body());
        var candidates = new ArrayList<String>();
        if (answer.get("candidates") instanceof List<?> list) {
            list.forEach(each -> candidates.add(
                    each instanceof Map<?, ?> map ? String.valueOf(map.get("customerId")) : String.valueOf(each)));
        }
        return new Resolved(
                String.valueOf(answer.get("resolution")), (String) answer.get("customerId"), List.copyOf(candidates));
    }

    /** What the policy would change, as the service answers it. */
    @SuppressWarnings("unchecked")
    Map<String, Object> simulate(String policy, Simulation.Watcher watcher) throws IOException {
        HttpRequest request = request("/v1/policy/simulate")
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(policy))
                .build();
        HttpResponse<InputStream> response = sendOnce(request, BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() != 200) {
                throw unexpected(response.statusCode(), lines.lines().collect(Collectors.joining("\n")));
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, Object> told = Json.object(line);
                if (told.get("result") instanceof Map<?, ?> result) {
                    return (Map<String, Object>) result;
                }
                if (told.get("error") instanceof Map<?, ?> problem) {
                    throw new IllegalUse(String.valueOf(problem.get("detail")));
                }
                if (told.get("progress") instanceof Map<?, ?> progress) {
                    watcher.at(
                            String.valueOf(progress.get("phase")),
                            ((Number) progress.get("done")).longValue(),
                            ((Number) progress.get("total")).longValue());
                }
            }
        }
        throw new StoreUnavailable("the connection to " + base + " broke off; run the command again", null);
    }

    /** Whether it was not in force before. */
    boolean apply(String policy, String by, String reason) throws IOException {
        List<String> parameters = new ArrayList<>();
        if (by != null) {
            parameters.add("by=" + encoded(by));
        }
        if (reason != null) {
            parameters.add("reason=" + encoded(reason));
        }
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        HttpResponse<String> response = sendOnce(
                request("/v1/policy/apply" + query)
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofString(policy))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 202 && response.statusCode() != 200) {
            throw unexpected(response.statusCode(), response.body());
        }
        return response.statusCode() == 202;
    }

    /** Returns when all records follow the policy in force. */
    void awaitApplied(Simulation.Watcher watcher) throws IOException {
        while (true) {
            HttpResponse<String> response =
                    send(request("/v1/policy?limit=1").GET().build());
            if (response.statusCode() != 200) {
                throw unexpected(response);
            }
            if (!(Json.object(response.body()).get("applying") instanceof Map<?, ?> applying)) {
                return;
            }
            watcher.at(
                    "APPLYING",
                    ((Number) applying.get("done")).longValue(),
                    ((Number) applying.get("total")).longValue());
            pause(APPLYING_PAUSE_MILLIS);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(REQUEST_TIMEOUT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
                if (!busy || attempt == ATTEMPTS_MAX) {
                    return response;
                }
                Thread.sleep(waitMillis(attempt, response.headers().firstValue("Retry-After")));
            } catch (ConnectException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw new StoreUnavailable("the connection to " + base + " breaks off; run the command again", e);
                }
                pause(waitMillis(attempt, Optional.empty()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreUnavailable("interrupted; run the command again to take in the rest", e);
            }
        }
    }

    /** For what is not to be done a second time when nobody knows whether it was. */
    private <T> HttpResponse<T> sendOnce(HttpRequest request, BodyHandler<T> body) throws IOException {
        try {
            return http.send(request, body);
        } catch (ConnectException | HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreUnavailable("the connection to " + base + " breaks off; run the command again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted", e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted; run the command again to take in the rest", e);
        }
    }

    private static long waitMillis(int attempt, Optional<String> retryAfter) {
        long asked = retryAfter
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Long.parseLong(text) * 1000)
                .orElse(100L << attempt);
        return Math.min(asked, WAIT_MILLIS_MAX);
    }

    private RuntimeException unexpected(HttpResponse<String> response) {
        return unexpected(response.statusCode(), response.body());
    }

    private RuntimeException unexpected(int status, String body) {
        String detail = "";
        try {
            Map<String, Object> problem = Json.object(body);
            Object told = problem.get("detail");
            detail = told == null ? "" : ": " + told;
            if (problem.get("errors") instanceof List<?> errors && !errors.isEmpty()) {
                detail += ": "
                        + errors.stream()
                                .limit(ERRORS_SHOWN_MAX)
                                .map(each -> each instanceof Map<?, ?> error
                                        ? error.get("field") + " " + error.get("message")
                                        : "")
                                .collect(Collectors.joining("; "));
            }
        } catch (JacksonException e) {
            // An answer that is no problem document has nothing to add to its status.
        }
        String message = "the service at " + base + " answered " + status + detail;
        return status >= 500 || status == 429 ? new StoreUnavailable(message, null) : new IllegalUse(message);
    }
}
