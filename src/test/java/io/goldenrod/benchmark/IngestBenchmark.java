package io.goldenrod.benchmark;

import io.goldenrod.embedded.EmbeddedNeo4j;
import io.goldenrod.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * Records a second over HTTP, resolved, beside the same graph written without a thought.
 *
 * <p>{@code benchmark.rounds} (7) of {@code benchmark.roundRecords} (40,000) each, after two that only warm up.
 */
class IngestBenchmark {

    private static final int WARM_UP_ROUNDS = 2;

    @Test
    void ratio(@TempDir Path directory) throws Exception {
        int rounds = Setting.of("rounds", 7);
        int roundRecords = Setting.of("roundRecords", 40_000);
        List<Double> rates = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> smallRatios = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> cpuRatios = new ArrayList<>();
        try (RunningService service = TestedService.start(Setting.of("heap", "1g"));
                Driver serviceDriver = GraphDatabase.driver(service.boltUri());
                EmbeddedNeo4j whole = EmbeddedNeo4j.start(EmbeddedSettings.of(directory.resolve("whole")));
                EmbeddedNeo4j small = EmbeddedNeo4j.start(EmbeddedSettings.of(directory.resolve("small")));
                Driver wholeDriver = GraphDatabase.driver(whole.boltUri());
                Driver smallDriver = GraphDatabase.driver(small.boltUri())) {
            var clients = new NdjsonClients(service.port());
            var wholeFloor = new FloorWriter(wholeDriver);
            var smallFloor = new FloorWriter(smallDriver);
            for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
                long from = (long) round * roundRecords;
                long to = from + roundRecords;
                double cpuBefore = service.cpu().toMillis();
                double seconds = clients.send(from, to);
                double cpuMillis = service.cpu().toMillis() - cpuBefore;
                List<FloorWriter.Batch> batches = FloorWriter.read(serviceDriver, from, to);
                double ownBefore = RunningService.ownCpu().toMillis();
                double wholeSeconds = wholeFloor.write(batches);
                double floorCpuMillis = RunningService.ownCpu().toMillis() - ownBefore;
                double smallSeconds = smallFloor.write(batches.stream()
                        .map(FloorWriter.Batch::withoutResolution)
                        .toList());
                System.out.printf(
                        "round %d: %.0f records/s, floor %.0f, smaller floor %.0f, CPU %.0f and %.0f us a record%n",
                        round,
                        roundRecords / seconds,
                        roundRecords / wholeSeconds,
                        roundRecords / smallSeconds,
                        cpuMillis * 1000 / roundRecords,
                        floorCpuMillis * 1000 / roundRecords);
                if (round >= WARM_UP_ROUNDS) {
                    rates.add(roundRecords / seconds);
                    floors.add(roundRecords / wholeSeconds);
                    ratios.add(wholeSeconds / seconds);
                    smallRatios.add(smallSeconds / seconds);
                    cpu.add(cpuMillis * 1000 / roundRecords);
                    cpuRatios.add(floorCpuMillis / cpuMillis);
                }
            }
            Report report = new Report("ingest");
            report.add("records a second over HTTP, " + NdjsonClients.CLIENTS + " clients", rates);
            report.add("floor: the same graph, bare UNWIND MERGE, records/s", floors);
            report.add("ratio to the floor (at least 0.4)", ratios);
            report.add("ratio to records and identifiers alone", smallRatios);
            report.add("processor time of the service, microseconds a record", cpu);
            report.add("ratio to the floor in processor time", cpuRatios);
            report.add("most heap in use, MiB", service.heapPeakBytes() >> 20);
            report.print();
        }
    }
}
