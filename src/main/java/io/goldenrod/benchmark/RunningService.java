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

    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final String LOG = "service.log";

    private final Path directory;
    private final int port = freePort();
    private final int boltPort = freePort();
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile long heapPeakBytes;
    private volatile boolean closed;
    private final Thread hook = new Thread(this::kill, "service-end");

    private RunningService(List<String> program, Path place, List<String> arguments) throws IOException {
        directory = Files.createTempDirectory(place, "benchmark-data");
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                "--server.port=" + port,
                "--goldenrod.data-dir=" + directory.resolve("data"),
                "--goldenrod.embedded.bolt-port=" + boltPort));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(LOG).toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts it, and returns when it is ready.
     *
     * @param program the command that runs this program
     * @param place where its data directory goes
     * @param arguments more settings, as on the command line
     * @throws IOException when it does not start, with the last that it said
     */
    static RunningService start(List<String> program, Path place, List<String> arguments)
            throws IOException, InterruptedException {
        RunningService service = new RunningService(program, place, arguments);
        long end = System.nanoTime() + START_MAX.toNanos();
        while (!service.isReady()) {
            if (!service.process.isAlive() || System.nanoTime() > end) {
                List<String> said = Files.readAllLines(service.directory.resolve(LOG));
                service.close();
                throw new IOException(
                        "the service did not start: " + (said.isEmpty() ? "" : said.get(said.size() - 1)));
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
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is being stopped.
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        remove(directory);
    }

    private void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            remove(directory);
        } catch (IOException e) {
            // It lies in the folder for temporary files.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Bytes on disk. */
    long storedBytes() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
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
