package io.goldenrod.benchmark;

import io.goldenrod.benchmark.LargeCustomer.Shape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * How long it takes to explain two records of one large customer, to show its profile and to merge two such, beside
 * counting its members over the driver.
 *
 * <p>{@code benchmark.sizes} (1000,10000,100000) in records; as many identifiers come with them. {@code
 * benchmark.questions} (41) for each.
 */
class LargeCustomerBenchmark {

    private static final String FLOOR =
            "MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(member) RETURN count(member.key) AS members";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void latencies() throws Exception {
        try (RunningService service = TestedService.start(Setting.of("heap", "1g"));
                Driver driver = GraphDatabase.driver(service.boltUri())) {
            measure(service, driver);
        }
    }

    private void measure(RunningService service, Driver driver) throws Exception {
        Report report = new Report("large-customer");
        List<Integer> sizes = Stream.of(Setting.of("sizes", "1000,10000,100000").split(","))
                .map(Integer::valueOf)
                .toList();
        int number = 0;
        for (Shape shape : Shape.values()) {
            for (int size : sizes) {
                String id = "C%026d".formatted(++number);
                LargeCustomer.write(driver, id, shape, size);
                String what = shape.name().toLowerCase(java.util.Locale.ROOT) + " of " + size + " records: ";
                report.add(what + "explain, ms", explain(service, id, size));
                report.add(what + "profile, ms", repeated(service, question -> "/v1/customers/" + id));
                report.add(what + "floor, counting the members, ms", floor(driver, id));
            }
        }
        int merged = Setting.of("mergeRecords", 10_000);
        report.add("merge of two customers of " + merged + " records, ms", merge(service, merged));
        report.print();
    }

    private List<Double> explain(RunningService service, String id, int size) throws Exception {
        return repeated(
                service,
                question -> "/v1/explain?from="
                        + LargeCustomer.record(id, Long.remainderUnsigned(SyntheticPeople.mix(question), size))
                        + "&to="
                        + LargeCustomer.record(id, Long.remainderUnsigned(SyntheticPeople.mix(~question), size)));
    }

    private List<Double> repeated(RunningService service, java.util.function.LongFunction<String> path)
            throws Exception {
        int questions = Setting.of("questions", 41);
        List<Double> millis = new ArrayList<>();
        for (int i = -questions; i < questions; i++) {
            long start = System.nanoTime();
            get(service, path.apply(i));
            if (i >= 0) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        return millis;
    }

    private void get(RunningService service, String path) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                        .build(),
                BodyHandlers.ofString());
        // two random records may be one, which is refused
        if (answer.statusCode() != 200 && answer.statusCode() != 422) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    private static List<Double> floor(Driver driver, String id) {
        int questions = Setting.of("questions", 41);
        List<Double> millis = new ArrayList<>();
        for (int i = -questions; i < questions; i++) {
            long start = System.nanoTime();
            driver.executableQuery(FLOOR).withParameters(Map.of("id", id)).execute();
            if (i >= 0) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        return millis;
    }

    /** Two customers, each held together by an e-mail address, and a record that carries both. */
    private List<Double> merge(RunningService service, int records) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (String side : List.of("left", "right")) {
                StringBuilder lines = new StringBuilder();
                for (int i = 0; i < records; i++) {
                    lines.append("""
                            {"source":"bench","recordId":"%1$s%2$d-%3$d","identifiers":[{"type":"email","value":"%1$s%2$d@example.org"},\
                            {"type":"cookie_id","value":"%1$s%2$d-%3$d"}]}
                            """.formatted(side, round, i));
                }
                post(service, lines.toString());
            }
            String joining = """
                    {"source":"bench","recordId":"joins%1$d","identifiers":[{"type":"email","value":"left%1$d@example.org"},\
                    {"type":"email","value":"right%1$d@example.org"}]}
                    """.formatted(round);
            long start = System.nanoTime();
            String answer = post(service, joining);
            millis.add((System.nanoTime() - start) / 1e6);
            if (!answer.contains("MERGED")) {
                throw new IOException(answer);
            }
        }
        return millis;
    }

    private String post(RunningService service, String lines) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/v1/records"))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(lines))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().contains("REJECTED")) {
            throw new IOException(answer.statusCode() + " " + answer.body().substring(0, 200));
        }
        return answer.body();
    }
}
