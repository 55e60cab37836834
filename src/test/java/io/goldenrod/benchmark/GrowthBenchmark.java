package io.goldenrod.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the tenth part of a large stream costs beside the first, in a heap of 1 GiB.
 *
 * <p>{@code benchmark.records} (1,000,000) in ten parts, after {@code benchmark.warmUpRecords} (60,000).
 */
class GrowthBenchmark {

    private static final int PARTS = 10;

    @Test
    void growth() throws Exception {
        try (RunningService service = TestedService.start("1g")) {
            measure(service);
        }
    }

    static void measure(RunningService service) throws Exception {
        long records = Setting.of("records", 1_000_000);
        long warmUp = Setting.of("warmUpRecords", 60_000);
        List<Double> seconds = new ArrayList<>();
        List<Double> cpuSeconds = new ArrayList<>();
        var clients = new NdjsonClients(service.port());
        clients.send(0, warmUp);
        for (int part = 0; part < PARTS; part++) {
            double cpuBefore = service.cpu().toMillis();
            seconds.add(clients.send(warmUp + records * part / PARTS, warmUp + records * (part + 1) / PARTS));
            cpuSeconds.add((service.cpu().toMillis() - cpuBefore) / 1000);
            System.out.printf(
                    "part %d: %.1f s, %.1f s of CPU, heap at most %d MiB%n",
                    part + 1, seconds.get(part), cpuSeconds.get(part), service.heapPeakBytes() >> 20);
        }
        Report report = new Report("growth");
        report.add("records", records);
        for (int part = 0; part < PARTS; part++) {
            report.add("seconds for part " + (part + 1), seconds.get(part));
            report.add("processor seconds for part " + (part + 1), cpuSeconds.get(part));
        }
        report.add(
                "records a second in all",
                records / seconds.stream().mapToDouble(each -> each).sum());
        report.add("the last part beside the first (below 1.5)", seconds.get(PARTS - 1) / seconds.get(0));
        report.add("the same in processor time", cpuSeconds.get(PARTS - 1) / cpuSeconds.get(0));
        report.add("most heap in use, MiB (below 1024; -Xmx1g)", service.heapPeakBytes() >> 20);
        report.print();
    }
}
