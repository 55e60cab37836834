package io.goldenrod.benchmark;

import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.ingest.file.SourceLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Measures whole files, resolved by a process of its own from start to end, beside reading them alone. */
final class FileMeasurement {

    private static final Set<String> TYPES = Set.of("email", "phone", "crm_id", "cookie_id");

    private final BenchmarkSettings settings;
    private final Path work;
    private final Consumer<String> told;

    FileMeasurement(BenchmarkSettings settings, Path work, Consumer<String> told) {
        this.settings = settings;
        this.work = work;
        this.told = told;
    }

    Figure measure(int records) throws IOException, InterruptedException {
        told.accept("  whole file");
        Path file = work.resolve("records.ndjson");
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (long number = 0; number < records; number++) {
                out.write(SyntheticPeople.line(number));
            }
        }
        List<Double> rates = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        read(file);
        for (int round = 0; round < settings.rounds(); round++) {
            rates.add(records / resolve(file));
            floors.add(records / read(file));
        }
        Files.delete(file);
        return Figure.rates(
                "whole file, from start to end", "records/s", rates, "reading its lines alone, one thread", floors, 0);
    }

    private double resolve(Path file) throws IOException, InterruptedException {
        Path folder = work.resolve("resolved");
        List<String> command = new ArrayList<>(settings.program());
        command.addAll(List.of(
                "resolve-file",
                file.toString(),
                "-o",
                folder.toString(),
                "--policy",
                settings.policy().toString(),
                "--no-progress"));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var hook = new Thread(process::destroyForcibly, "file-end");
        Runtime.getRuntime().addShutdownHook(hook);
        String said = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        Runtime.getRuntime().removeShutdownHook(hook);
        if (code != 0) {
            throw new IOException("resolve-file ended with " + code + ": " + said.strip());
        }
        RunningService.remove(folder);
        return seconds;
    }

    private static double read(Path file) throws IOException {
        long start = System.nanoTime();
        try (RecordFile lines = RecordFile.open(file, FileOptions.defaults(TYPES, LocalDate.of(2026, 1, 1)))) {
            for (SourceLine line = lines.next(); line != null; line = lines.next()) {
                line.parsed();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
