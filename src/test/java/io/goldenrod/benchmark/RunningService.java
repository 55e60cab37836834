package io.goldenrod.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service in a process of its own, on an empty data directory, with the heap and the options that it is given. */
final class RunningService implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(2);

    private final Path directory;
    private final int port = freePort();
    private final int boltPort = freePort();
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile long heapPeakBytes;
    private volatile boolean closed;

    private RunningService(String heap, List<String> arguments) throws IOException {
        directory = Files.createTempDirectory(Path.of("target"), "benchmark-data");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        String options = Setting.of("jvm", "");
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split(" ")));
        }
        command.addAll(List.of(
                "-jar",
                Setting.of("jar", "target/goldenrod.jar"),
                "--server.port=" + port,
                "--goldenrod.data-dir=" + directory,
                "--goldenrod.embedded.bolt-port=" + boltPort));
        command.addAll(arguments);
        process = new ProcessBuilder(command).inheritIO().start();
    }

    /** @param heap as {@code -Xmx} takes it */
    static RunningService start(String heap) throws IOException, InterruptedException {
        return start(heap, List.of());
    }

    /** @param arguments more settings, as on the command line */
    static RunningService start(String heap, List<String> arguments) throws IOException, InterruptedException {
        RunningService service = new RunningService(heap, arguments);
        long end = System.nanoTime() + START_MAX.toNanos();
        while (!service.isReady()) {
            if (!service.process.isAlive() || System.nanoTime() > end) {
                service.close();
                throw new IllegalStateException("the service did not start");
            }
            Thread.sleep(200);
        }
        Thread sampler = new Thread(service::sampleHeap, "heap-sampler");
        sampler.setDaemon(true);
        sampler.start();
        return service;
    }

    int port() {
        return port;
    }

    String boltUri() {
        return "bolt://127.0.0.1:" + boltPort;
    }

    /** The most heap in use that was seen, garbage included. */
    long heapPeakBytes() {
        return heapPeakBytes;
    }

    /** Processor time that it used so far, which other programs on the machine hardly change. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Processor time of this process. */
    static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private boolean isReady() {
        try {
            return get("/actuator/health/readiness").contains("UP");
        } catch (IOException e) {
            return false;
        }
    }

    private void sampleHeap() {
        while (!closed) {
            try {
                double used = get("/actuator/prometheus")
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum();
                heapPeakBytes = Math.max(heapPeakBytes, (long) used);
                TimeUnit.SECONDS.sleep(1);
            } catch (IOException | InterruptedException e) {
                return;
            }
        }
    }

    /** The body of the answer. */
    String get(String path) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("there is no free port", e);
        }
    }
}
