package io.goldenrod.benchmark;

import io.goldenrod.benchmark.BenchmarkResult.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Measures the whole system on this machine: one size after the other, each with a service and a store of its own. */
public final class Benchmark {

    private final BenchmarkSettings settings;
    private final EmptyStore.Opener stores;
    private final Consumer<String> told;

    /** @param told what it is doing, a line at a time */
    public Benchmark(BenchmarkSettings settings, EmptyStore.Opener stores, Consumer<String> told) {
        this.settings = settings;
        this.stores = stores;
        this.told = told;
    }

    /**
     * Takes minutes to hours, by the sizes.
     *
     * @throws IOException when the service does not start, or fails a request
     */
    public BenchmarkResult run() throws IOException, InterruptedException {
        Map<String, Object> machine = Machine.facts();
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        asked.put("rounds", settings.rounds());
        asked.put("seconds", settings.seconds());
        asked.put("warmUpSeconds", settings.warmUpSeconds());
        List<Size> sizes = new ArrayList<>();
        Path work = Files.createTempDirectory(settings.work(), "goldenrod-benchmark");
        var hook = new Thread(() -> removed(work), "benchmark-removal");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            for (int records : settings.sizes()) {
                sizes.add(size(records, work));
            }
        } finally {
            removed(work);
            removeHook(hook);
        }
        return new BenchmarkResult(machine, asked, sizes);
    }

    private Size size(int records, Path work) throws IOException, InterruptedException {
        told.accept(String.format("%,d records: starting the service", records));
        List<Figure> figures = new ArrayList<>();
        List<String> arguments = List.of("--goldenrod.policy.file=" + settings.policy());
        Path floor = Files.createTempDirectory(work, "floor");
        try (RunningService service = RunningService.start(settings.program(), work, arguments);
                EmptyStore store = stores.open(floor)) {
            figures.addAll(new ServiceMeasurement(settings, service, store, told).measure(records));
        }
        RunningService.remove(floor);
        figures.add(new FileMeasurement(settings, work, told).measure(records));
        return new Size(records, figures);
    }

    private static void removed(Path work) {
        try {
            if (Files.exists(work)) {
                RunningService.remove(work);
            }
        } catch (IOException e) {
            // It lies in the folder for temporary files.
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is being stopped.
        }
    }
}
