package io.goldenrod.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one benchmark: a table for people, and JSON in {@code target/benchmark}. */
public final class Report {

    private final String name;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    public Report(String name) {
        this.name = name;
        facts.putAll(Machine.facts());
    }

    public void add(String what, double figure) {
        figures.put(what, Math.rint(figure * 1000) / 1000);
    }

    /** The median, and the range. */
    void add(String what, List<Double> figuresOfRounds) {
        add(what, median(figuresOfRounds));
        add(
                what + ", lowest",
                figuresOfRounds.stream().mapToDouble(each -> each).min().orElse(0));
        add(
                what + ", highest",
                figuresOfRounds.stream().mapToDouble(each -> each).max().orElse(0));
    }

    static double median(List<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(each -> each).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public void print() throws IOException {
        System.out.println();
        System.out.println(name + ", load of the machine "
                + java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
        facts.forEach((fact, value) -> System.out.printf(Locale.ROOT, "  %-58s %s%n", fact, value));
        figures.forEach((what, figure) -> System.out.printf(Locale.ROOT, "  %-58s %,14.3f%n", what, figure));
        Path directory = Files.createDirectories(Path.of("target", "benchmark"));
        byte[] json = JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(Map.of("benchmark", name, "machine", facts, "figures", figures));
        Files.write(directory.resolve(name + ".json"), json);
    }
}
