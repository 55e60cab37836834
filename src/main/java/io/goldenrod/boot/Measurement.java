package io.goldenrod.boot;

import io.goldenrod.benchmark.Benchmark;
import io.goldenrod.benchmark.BenchmarkReport;
import io.goldenrod.benchmark.BenchmarkSettings;
import io.goldenrod.benchmark.EmptyStore;
import io.goldenrod.cli.Measured;
import io.goldenrod.cli.MeasurementAsked;
import io.goldenrod.cli.StoreUnavailable;
import io.goldenrod.embedded.EmbeddedNeo4j;
import io.goldenrod.embedded.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The benchmark with the program's own parts: processes that run it, and an embedded database for the floors. */
final class Measurement {

    private static final String EXACT = "extends: default\nname: exact\nmatching:\n";

    private Measurement() {}

    static Measured run(MeasurementAsked asked, Consumer<String> told) throws IOException, InterruptedException {
        requireDatabase();
        Path policy = asked.policyOrNull();
        Path exact = policy != null ? null : Files.createTempFile(asked.work(), "exact", ".yml");
        try {
            if (exact != null) {
                Files.writeString(exact, EXACT);
            }
            var settings = new BenchmarkSettings(
                    program(asked.heap()),
                    asked.sizes(),
                    asked.rounds(),
                    asked.seconds(),
                    asked.warmUpSeconds(),
                    exact != null ? exact : policy.toAbsolutePath(),
                    asked.work());
            var report = new BenchmarkReport(new Benchmark(settings, Measurement::emptyStore, told).run());
            return new Measured(report.table(), report.files());
        } finally {
            if (exact != null) {
                Files.deleteIfExists(exact);
            }
        }
    }

    private static void requireDatabase() {
        try {
            Class.forName("org.neo4j.dbms.api.DatabaseManagementServiceBuilder");
        } catch (ClassNotFoundException e) {
            throw new StoreUnavailable("this jar has no embedded database; run the benchmark with the default one", e);
        }
    }

    /** As this process was started: from the jar, or from a class path. */
    private static List<String> program(String heap) {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        if (classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"))) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(
                    List.of("--add-opens=java.base/java.nio=ALL-UNNAMED", "-cp", classPath, Goldenrod.class.getName()));
        }
        return command;
    }

    private static EmptyStore emptyStore(Path directory) {
        EmbeddedNeo4j database = EmbeddedNeo4j.start(EmbeddedSettings.of(directory));
        return new EmptyStore() {
            @Override
            public String boltUri() {
                return database.boltUri();
            }

            @Override
            public void close() {
                database.close();
            }
        };
    }
}
