package io.goldenrod.benchmark;

import io.goldenrod.generate.Generator;
import io.goldenrod.generate.GeneratorSettings;
import io.goldenrod.generate.RecordFormat;
import io.goldenrod.generate.RecordOrder;
import io.goldenrod.generate.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records a second over HTTP with matching and without, on the same invented people, in turns.
 *
 * <p>{@code benchmark.people} (40,000), sent in {@code benchmark.rounds} (7) rounds after one that only warms up.
 */
class MatchingIngestBenchmark {

    @Test
    void ratio(@TempDir Path directory) throws Exception {
        int rounds = Setting.of("rounds", 7);
        List<byte[]> lines = lines(Setting.of("people", 40_000));
        int roundRecords = lines.size() / (rounds + 1);
        Path off = Files.writeString(directory.resolve("off.yml"), "extends: default\nmatching:\n");
        List<Double> rates = new ArrayList<>();
        List<Double> plainRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> cpuRatios = new ArrayList<>();
        String heap = Setting.of("heap", "1g");
        try (RunningService matching = TestedService.start(heap);
                RunningService plain = TestedService.start(heap, List.of("--goldenrod.policy.file=" + off))) {
            for (int round = 0; round <= rounds; round++) {
                List<byte[]> some = lines.subList(round * roundRecords, (round + 1) * roundRecords);
                double cpuBefore = matching.cpu().toMillis();
                double plainCpuBefore = plain.cpu().toMillis();
                double seconds = new NdjsonClients(matching.port()).send(some);
                double plainSeconds = new NdjsonClients(plain.port()).send(some);
                double cpu = matching.cpu().toMillis() - cpuBefore;
                double plainCpu = plain.cpu().toMillis() - plainCpuBefore;
                System.out.printf(
                        "round %d: %.0f records/s with matching, %.0f without, CPU %.0f and %.0f us a record%n",
                        round,
                        roundRecords / seconds,
                        roundRecords / plainSeconds,
                        cpu * 1000 / roundRecords,
                        plainCpu * 1000 / roundRecords);
                if (round > 0) {
                    rates.add(roundRecords / seconds);
                    plainRates.add(roundRecords / plainSeconds);
                    ratios.add(plainSeconds / seconds);
                    cpuRatios.add(plainCpu / cpu);
                }
            }
        }
        Report report = new Report("matching-ingest");
        report.add("records a second over HTTP with matching", rates);
        report.add("the same records without", plainRates);
        report.add("ratio (at least 0.5)", ratios);
        report.add("ratio in processor time", cpuRatios);
        report.print();
    }

    private static List<byte[]> lines(int people) throws IOException {
        GeneratorSettings settings = GeneratorSettings.of(people, 1);
        var records = new ByteArrayOutputStream();
        var writer = new RecordWriter(
                RecordFormat.NDJSON, RecordOrder.MIXED, settings, records, OutputStream.nullOutputStream());
        new Generator(settings).run(writer);
        writer.finish();
        return records.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
