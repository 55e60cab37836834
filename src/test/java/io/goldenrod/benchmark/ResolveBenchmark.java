package io.goldenrod.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * Single look-ups a second at a million identifiers, 32 clients, beside one query a look-up over the driver: the floor
 * asks the same database with as many threads, and without HTTP at all.
 *
 * <p>{@code benchmark.identifiers} (1,000,000), {@code benchmark.rounds} (7) of {@code benchmark.seconds} (5) each for
 * floor and figure.
 */
class ResolveBenchmark {

    private static final int CLIENTS = 32;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int LATENCY_MICROS_MAX = 60_000_000;
    private static final String ONE = """
            MATCH (identifier:Identifier {key: $key})
            RETURN identifier.customer AS customer, identifier.suppressed AS suppressed
            """;

    @Test
    void ratio() throws Exception {
        // seven records bring seventeen identifiers: three for each of five people, and a cookie for each return
        long records = Setting.of("identifiers", 1_000_000) * 7L / 17;
        try (RunningService service = TestedService.start(Setting.of("heap", "1g"))) {
            new NdjsonClients(service.port()).send(0, records);
            measure(service, records);
        }
    }

    /** @param records how many there are, from the first on */
    static void measure(RunningService service, long records) throws Exception {
        int rounds = Setting.of("rounds", 7);
        int seconds = Setting.of("seconds", 5);
        long people = SyntheticPeople.people(records);
        LongFunction<byte[]> paths =
                number -> RequestClients.get("/v1/resolve?type=email&value=" + emailOf(number, people));
        List<Double> rates = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        var atMost = new Histogram(LATENCY_MICROS_MAX, 3);
        var atHalf = new Histogram(LATENCY_MICROS_MAX, 3);
        try (Driver driver = GraphDatabase.driver(service.boltUri())) {
            for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
                boolean counts = round >= WARM_UP_ROUNDS;
                double rate;
                try (var clients = new RequestClients(service.port(), CLIENTS, paths)) {
                    rate = clients.closedLoop(seconds, counts ? atMost : new Histogram(LATENCY_MICROS_MAX, 3));
                }
                double floor = floor(driver, people, seconds);
                System.out.printf("round %d: %.0f/s, floor %.0f/s%n", round, rate, floor);
                if (counts) {
                    rates.add(rate);
                    floors.add(floor);
                    ratios.add(rate / floor);
                }
            }
            try (var clients = new RequestClients(service.port(), CLIENTS, paths)) {
                clients.openLoop((double) seconds * rounds, Report.median(rates) / 2, atHalf);
            }
            Report report = new Report("resolve");
            report.add("identifiers", records * 17 / 7.0);
            report.add("look-ups a second over HTTP, " + CLIENTS + " clients", rates);
            report.add("floor: one query a look-up over the driver", floors);
            report.add("ratio to the floor (at least 3)", ratios);
            percentiles(report, "at the highest rate", atMost);
            percentiles(report, "on a schedule at half of it", atHalf);
            report.print();
        }
    }

    private static String emailOf(long number, long people) {
        return SyntheticPeople.email(Long.remainderUnsigned(SyntheticPeople.mix(number), people));
    }

    private static double floor(Driver driver, long people, int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            List<Future<Long>> counts = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                long first = client * 1_000_000_007L;
                Callable<Long> asking = () -> {
                    long asked = 0;
                    while (System.nanoTime() < end) {
                        one(driver, "email:" + emailOf(first + asked++, people));
                    }
                    return asked;
                };
                counts.add(threads.submit(asking));
            }
            long all = 0;
            for (Future<Long> count : counts) {
                all += count.get();
            }
            return all / ((System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void one(Driver driver, String key) throws IOException {
        var found = driver.executableQuery(ONE)
                .withParameters(Map.of("key", key))
                .execute()
                .records();
        if (found.size() != 1) {
            throw new IOException("the identifier is not there");
        }
    }

    private static void percentiles(Report report, String when, Histogram latencies) {
        for (double percentile : new double[] {50, 99, 99.9}) {
            report.add(
                    "p" + percentile + " " + when + ", ms" + (percentile == 99 ? " (below 25)" : ""),
                    latencies.getValueAtPercentile(percentile) / 1000.0);
        }
    }
}
