package io.goldenrod.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Measures looking up 1,000 identifiers a request. */
final class BatchMeasurement {

    private static final int KEYS = 1_000;
    private static final int CLIENTS = 4;

    private final BenchmarkSettings settings;
    private final RunningService service;
    private final BareQueries bare;
    private final Consumer<String> told;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    BatchMeasurement(BenchmarkSettings settings, RunningService service, BareQueries bare, Consumer<String> told) {
        this.settings = settings;
        this.service = service;
        this.bare = bare;
        this.told = told;
    }

    /** Something that looks up 1,000 keys, from that number on. */
    private interface Asking {
        void from(long number) throws IOException, InterruptedException;
    }

    Figure measure() throws IOException, InterruptedException {
        told.accept("  resolve, 1,000 a request");
        Asking floor = number -> bare.keys(number, KEYS);
        rate(this::ask, settings.warmUpSeconds());
        rate(floor, settings.warmUpSeconds() / 2);
        List<Double> rates = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            rates.add(rate(this::ask, settings.seconds()));
            floors.add(rate(floor, settings.seconds()));
        }
        return Figure.rates(
                "resolve, 1,000 a request, " + CLIENTS + " clients",
                "identifiers/s",
                rates,
                "bare UNWIND of 1,000 keys",
                floors,
                0.5);
    }

    private void ask(long number) throws IOException, InterruptedException {
        String body = LongStream.range(number, number + KEYS)
                .map(each -> Long.remainderUnsigned(SyntheticPeople.mix(each), bare.people()))
                .mapToObj(person -> "{\"type\":\"email\",\"value\":\"" + SyntheticPeople.email(person) + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.port() + "/v1/resolve/batch"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("a batch was answered " + answer.statusCode());
        }
    }

    /** Keys a second. */
    private double rate(Asking asking, double seconds) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Future<Long>> counts = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                long first = client * 1_000_000_007L;
                counts.add(threads.submit(() -> {
                    long asked = 0;
                    while (asked == 0 || System.nanoTime() < end) {
                        asking.from(first + asked);
                        asked += KEYS;
                    }
                    return asked;
                }));
            }
            long keys = 0;
            for (Future<Long> count : counts) {
                keys += count.get();
            }
            return keys / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
