package io.goldenrod.cli;

import io.goldenrod.generate.OutputFile;
import io.goldenrod.ingest.file.InvalidInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the whole system on this machine: ingest, resolve, both together, explain, and whole files.",
            "",
            "Starts a service of its own on an empty data directory, for each size anew, and removes it. Each figure "
                    + "is measured in turns with its floor, the least that the same work could cost; latencies on a "
                    + "schedule, at half of the highest rate that the service keeps up with. Writes benchmark.json and "
                    + "benchmark.html. Do nothing else on the machine meanwhile."
        })
final class BenchmarkCommand implements Callable<Integer> {

    private static final int SIZE_MIN = 1_000;
    private static final int SIZE_MAX = 100_000_000;
    private static final int SIZES_MAX = 10;
    private static final int ROUNDS_MAX = 100;
    private static final double SECONDS_MAX = 600;

    /** About what a record takes in the store, its floor and the file together. */
    private static final long RECORD_BYTES = 8_192;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "Records in the store, 1000 to 100000000, at most 10 of them (100000,1000000).")
    private List<Integer> sizes;

    @Option(
            names = "--quick",
            description = "About two minutes on a quiet machine: one size of 10000, two short turns.")
    private boolean quick;

    @Option(names = "--rounds", paramLabel = "N", description = "Turns of figure and floor, 1 to 100 (5; quick: 2).")
    private Integer rounds;

    @Option(names = "--seconds", paramLabel = "S", description = "Of one turn, 0.1 to 600 (5; quick: 1.5).")
    private Double seconds;

    @Option(names = "--warm-up", paramLabel = "S", description = "Before the first turn, 0.1 to 600 (20; quick: 4).")
    private Double warmUp;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "1g",
            description = "Of the service, and of the run over a whole file, as -Xmx takes it (${DEFAULT-VALUE}).")
    private String heap;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Of the service; the shipped one without matching when not given.")
    private Path policy;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where benchmark.json and benchmark.html go (${DEFAULT-VALUE}).")
    private Path folder;

    @Option(names = "--work", paramLabel = "DIR", description = "Where data lie meanwhile; that for temporary files.")
    private Path work;

    private final Services services;
    private final PrintWriter out;
    private final PrintWriter error;

    BenchmarkCommand(Services services, PrintWriter out, PrintWriter error) {
        this.services = services;
        this.out = out;
        this.error = error;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        MeasurementAsked asked = asked();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new InvalidInput(folder.toString(), List.of("it is no folder that may be written; name another"));
        }
        requireRoom(asked);
        Measured measured = services.measure(asked, line -> {
            error.println(line);
            error.flush();
        });
        for (Map.Entry<String, String> file : measured.files().entrySet()) {
            try (var target = new OutputFile(folder.resolve(file.getKey()).toString())) {
                target.stream().write(file.getValue().getBytes(StandardCharsets.UTF_8));
                target.complete();
            }
        }
        out.println(measured.table().stripTrailing());
        out.printf("%nbenchmark.json and benchmark.html are in %s%n", folder);
        return ExitCode.OK.code();
    }

    private MeasurementAsked asked() {
        List<Integer> all = sizes != null ? sizes : quick ? List.of(10_000) : List.of(100_000, 1_000_000);
        if (all.size() > SIZES_MAX || all.stream().anyMatch(size -> size < SIZE_MIN || size > SIZE_MAX)) {
            throw new IllegalUse("--sizes are at most " + SIZES_MAX + ", each from " + SIZE_MIN + " to " + SIZE_MAX);
        }
        int turns = rounds != null ? rounds : quick ? 2 : 5;
        if (turns < 1 || turns > ROUNDS_MAX) {
            throw new IllegalUse("--rounds is from 1 to " + ROUNDS_MAX);
        }
        if (!heap.matches("[1-9]\\d{0,5}[mMgG]")) {
            throw new IllegalUse("--heap is a size such as 512m or 2g");
        }
        return new MeasurementAsked(
                all.stream().sorted().distinct().toList(),
                turns,
                duration("--seconds", seconds, quick ? 1.5 : 5),
                duration("--warm-up", warmUp, quick ? 4 : 20),
                heap,
                policy,
                work != null ? work : Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static double duration(String name, Double given, double otherwise) {
        double duration = given == null ? otherwise : given;
        if (!(duration >= 0.1 && duration <= SECONDS_MAX)) {
            throw new IllegalUse(name + " is from 0.1 to " + (int) SECONDS_MAX);
        }
        return duration;
    }

    private static void requireRoom(MeasurementAsked asked) throws IOException {
        if (!Files.isDirectory(asked.work()) || !Files.isWritable(asked.work())) {
            throw new InvalidInput(
                    asked.work().toString(), List.of("it is no folder that may be written; name another by --work"));
        }
        long needed = asked.sizes().get(asked.sizes().size() - 1) * RECORD_BYTES;
        long usable = Files.getFileStore(asked.work()).getUsableSpace();
        if (needed > usable) {
            throw new StoreUnavailable(
                    String.format(
                            Locale.ROOT,
                            "the largest size needs about %,d MiB, and %s has room for %,d; name another folder by --work",
                            needed >> 20,
                            asked.work(),
                            usable >> 20),
                    null);
        }
    }
}
