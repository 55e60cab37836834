package io.goldenrod.benchmark;

import io.goldenrod.benchmark.Figure.Latency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.HdrHistogram.Histogram;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Measures one service over HTTP, from the first record on; floors and figures take turns. */
final class ServiceMeasurement {

    private static final int CLIENTS = 32;
    private static final int SLICE_RECORDS_MAX = 20_000;
    private static final int SENT_RECORDS_MAX = 100_000;
    private static final int LATENCY_MICROS_MAX = 600_000_000;
    private static final int DIGITS = 3;

    /** Of the rate in a closed loop, what is tried on a schedule until it holds. */
    private static final double[] SHARES = {0.95, 0.85, 0.75, 0.65, 0.5, 0.35};

    private static final double LATE_SHARE_MAX = 0.05;
    private static final double LATE_SECONDS_MAX = 0.5;

    /** The driver tells of each connection otherwise. Held here, for a logger that nobody holds loses its level. */
    private static final Logger DRIVER = Logger.getLogger("org.neo4j.driver");

    private final BenchmarkSettings settings;
    private final RunningService service;
    private final EmptyStore store;
    private final Consumer<String> told;
    private long people;
    private long nextRecord;

    ServiceMeasurement(BenchmarkSettings settings, RunningService service, EmptyStore store, Consumer<String> told) {
        this.settings = settings;
        this.service = service;
        this.store = store;
        this.told = told;
        DRIVER.setLevel(Level.WARNING);
    }

    List<Figure> measure(int records) throws IOException, InterruptedException {
        try (Driver driver = GraphDatabase.driver(service.boltUri());
                Driver floorDriver = GraphDatabase.driver(store.boltUri())) {
            List<Figure> figures = new ArrayList<>();
            Figure ingest = ingest(records, driver, new FloorWriter(floorDriver));
            figures.add(ingest);
            figures.add(Figure.alone("disk", "bytes a record", (double) service.storedBytes() / records));
            people = SyntheticPeople.people(records);
            var bare = new BareQueries(driver, people);
            Figure resolve = resolve();
            figures.add(resolve);
            figures.add(new BatchMeasurement(settings, service, bare, told).measure());
            nextRecord = records;
            Figure single = single(ingest.value());
            figures.add(single);
            figures.add(mixed(resolve.value(), single.value()));
            figures.add(explain(bare));
            figures.add(Figure.alone("heap", "MiB at most", service.heapPeakBytes() / 1048576.0));
            return figures;
        }
    }

    /** The last records of the size are written in turns with their floor; those before only fill the store. */
    private Figure ingest(int records, Driver driver, FloorWriter floor) throws IOException, InterruptedException {
        int slice = Math.max(1, Math.min(SLICE_RECORDS_MAX, records / (2 * settings.rounds())));
        long from = records - (long) slice * settings.rounds();
        var clients = new NdjsonClients(service.port());
        for (long sent = 0; sent < from; sent += SENT_RECORDS_MAX) {
            told.accept(String.format("  ingest: %,d of %,d", sent, records));
            send(clients, sent, Math.min(from, sent + SENT_RECORDS_MAX));
        }
        floor.write(FloorWriter.read(driver, 0, Math.min(from, slice)));
        List<Double> rates = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            long start = from + (long) round * slice;
            rates.add(slice / send(clients, start, start + slice));
            floors.add(slice / floor.write(FloorWriter.read(driver, start, start + slice)));
        }
        return Figure.rates(
                "ingest as NDJSON, " + NdjsonClients.CLIENTS + " clients",
                "records/s",
                rates,
                "the same graph by bare UNWIND … MERGE",
                floors,
                0.4);
    }

    private static double send(NdjsonClients clients, long from, long to) throws IOException, InterruptedException {
        try {
            return clients.send(from, to);
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Figure resolve() throws IOException {
        LongFunction<byte[]> asking = number -> RequestClients.get("/v1/resolve?type=email&value=" + emailOf(number));
        byte[] constant = RequestClients.get("/v1");
        told.accept("  resolve, one a request");
        rate(asking, settings.warmUpSeconds());
        rate(number -> constant, settings.warmUpSeconds() / 2);
        List<Double> rates = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            rates.add(rate(asking, settings.seconds()));
            floors.add(rate(number -> constant, settings.seconds()));
        }
        Figure figure = Figure.rates(
                "resolve, one a request, " + CLIENTS + " clients",
                "look-ups/s",
                rates,
                "a constant page of the same server",
                floors,
                0.5);
        return figure.with(latency(asking, figure.value()));
    }

    private Figure single(double streamed) throws IOException {
        told.accept("  ingest, one a request");
        LongFunction<byte[]> sending = number -> record();
        rate(sending, settings.warmUpSeconds());
        List<Double> rates = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            rates.add(rate(sending, settings.seconds()));
            floors.add(streamed);
        }
        Figure figure = Figure.rates(
                "ingest, one a request, " + CLIENTS + " clients", "records/s", rates, "ingest as NDJSON", floors, 0.4);
        return figure.with(latency(sending, figure.value()));
    }

    private Figure mixed(double resolve, double single) throws IOException {
        told.accept("  nine look-ups to one record");
        LongFunction<byte[]> both = number ->
                number % 10 == 9 ? record() : RequestClients.get("/v1/resolve?type=email&value=" + emailOf(number));
        rate(both, settings.warmUpSeconds() / 2);
        List<Double> rates = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            rates.add(rate(both, settings.seconds()));
            floors.add(1 / (0.9 / resolve + 0.1 / single));
        }
        Figure figure = Figure.rates(
                "nine look-ups to one record, " + CLIENTS + " clients",
                "requests/s",
                rates,
                "the same requests one kind after the other",
                floors,
                0);
        return figure.with(latency(both, figure.value()));
    }

    private Figure explain(BareQueries bare) throws IOException {
        told.accept("  explain");
        LongFunction<byte[]> asking = number -> {
            long person = Long.remainderUnsigned(SyntheticPeople.mix(number), people);
            return RequestClients.get(
                    "/v1/explain?from=crm_id:P" + (1_000_000 + person) + "&to=email:" + SyntheticPeople.email(person));
        };
        List<Double> times = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        one(asking, settings.warmUpSeconds() / 4);
        for (int round = 0; round < settings.rounds(); round++) {
            times.add(one(asking, settings.seconds() / 2));
            floors.add(bare.traversalMillis(settings.seconds() / 2));
        }
        return Figure.durations(
                "explain, one client", "ms, p50", times, "its customer's members by a bare query", floors, 0);
    }

    /** Milliseconds, the median. */
    private double one(LongFunction<byte[]> requests, double seconds) throws IOException {
        var times = new Histogram(LATENCY_MICROS_MAX, DIGITS);
        try (var client = new RequestClients(service.port(), 1, requests)) {
            client.closedLoop(seconds, times);
        }
        return times.getValueAtPercentile(50) / 1000.0;
    }

    private double rate(LongFunction<byte[]> requests, double seconds) throws IOException {
        try (var clients = new RequestClients(service.port(), CLIENTS, requests)) {
            return clients.closedLoop(seconds, new Histogram(LATENCY_MICROS_MAX, DIGITS));
        }
    }

    /** At half of the highest rate that the service keeps up with when requests come on a schedule. */
    private Latency latency(LongFunction<byte[]> requests, double closed) throws IOException {
        double sustained = closed * SHARES[SHARES.length - 1];
        for (double share : SHARES) {
            if (keepsUp(requests, closed * share)) {
                sustained = closed * share;
                break;
            }
        }
        var times = new Histogram(LATENCY_MICROS_MAX, DIGITS);
        try (var clients = new RequestClients(service.port(), CLIENTS, requests)) {
            clients.openLoop(settings.seconds() * settings.rounds(), sustained / 2, times);
        }
        return Latency.of(sustained, times);
    }

    private boolean keepsUp(LongFunction<byte[]> requests, double rate) throws IOException {
        var times = new Histogram(LATENCY_MICROS_MAX, DIGITS);
        try (var clients = new RequestClients(service.port(), CLIENTS, requests)) {
            double took = clients.openLoop(settings.seconds(), rate, times);
            return took - settings.seconds() <= Math.max(LATE_SECONDS_MAX, settings.seconds() * LATE_SHARE_MAX);
        }
    }

    private String emailOf(long number) {
        return SyntheticPeople.email(Long.remainderUnsigned(SyntheticPeople.mix(number), people));
    }

    private byte[] record() {
        String line = new String(SyntheticPeople.line(nextRecord++), StandardCharsets.UTF_8);
        return RequestClients.post("/v1/records", line.strip().getBytes(StandardCharsets.UTF_8));
    }
}
