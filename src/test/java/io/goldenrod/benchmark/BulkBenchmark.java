package io.goldenrod.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.goldenrod.bulk.BulkInput;
import io.goldenrod.bulk.BulkOutput;
import io.goldenrod.bulk.BulkProgress;
import io.goldenrod.bulk.BulkReport;
import io.goldenrod.bulk.BulkRun;
import io.goldenrod.bulk.BulkSettings;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.match.Matcher;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.BlockingReader;
import io.goldenrod.policy.Matching;
import io.goldenrod.policy.Policy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A whole file resolved, beside a pass that only reads it: records of which identifiers alone tell who is who, or, with
 * {@code benchmark.file} (NDJSON, as {@code goldenrod generate} writes it), people whose pairs are compared by five
 * blocking rules. Processor seconds, as they count on a machine that does other things too.
 *
 * <p>{@code benchmark.records} (1,000,000), {@code benchmark.threads} (all), {@code benchmark.keep} (a file in which
 * the records stay). Ten million need {@code -Dbenchmark.testHeap=5g}.
 */
class BulkBenchmark {

    private final Report report = new Report("bulk");
    private final int threads = Setting.of("threads", Runtime.getRuntime().availableProcessors());

    @Test
    void ratio() throws Exception {
        String given = Setting.of("file", "");
        String kept = Setting.of("keep", "");
        Path made = kept.isEmpty() ? Files.createTempFile("goldenrod-", ".ndjson") : Path.of(kept);
        Path file = given.isEmpty() ? made : Path.of(given);
        try {
            if (given.isEmpty()) {
                ExactRecords.write(file, Setting.of("records", 1_000_000));
            }
            report.add("file, MiB", Files.size(file) >> 20);
            if (Setting.of("floor", 1) == 1) {
                readAlone(file);
            }
            resolve(file, given.isEmpty() ? exact() : fiveRules());
        } finally {
            if (kept.isEmpty()) {
                Files.delete(made);
            }
        }
        report.print();
    }

    private static CompletePolicy exact() {
        return new CompletePolicy(with(CompletePolicy.shipped().policy(), null), null);
    }

    private static CompletePolicy fiveRules() {
        Policy shipped = CompletePolicy.shipped().policy();
        Matcher matcher = CompletePolicy.shipped().matcher();
        Matching own = shipped.matching();
        Matching five = new Matching(
                own.model(),
                own.modelHash(),
                own.match(),
                own.review(),
                BlockingReader.read(MatchingBenchmark.RULES, new ModelFile(Path.of(""))),
                own.blockRecordsMax(),
                own.chain());
        return new CompletePolicy(with(shipped, five), new Matcher(five, matcher.model()));
    }

    private static Policy with(Policy policy, Matching matching) {
        return new Policy(
                policy.name(),
                policy.identifierTypes(),
                policy.vetoes(),
                policy.survivorship(),
                policy.sources(),
                policy.defaultSource(),
                policy.maxComponentLinks(),
                matching,
                policy.hash());
    }

    private static RecordFile open(Path file, Policy policy) throws IOException {
        return RecordFile.open(
                file, FileOptions.defaults(policy.identifierTypes().keySet(), LocalDate.now()));
    }

    private void readAlone(Path file) throws IOException {
        double start = processorSeconds();
        long read = 0;
        try (RecordFile records = open(file, exact().policy())) {
            for (SourceLine line = records.next(); line != null; line = records.next()) {
                read += line.parsed() instanceof ParsedRecord.Read ? 1 : 0;
            }
        }
        report.add("floor: records only read", read);
        report.add("floor: processor seconds", processorSeconds() - start);
    }

    private void resolve(Path file, CompletePolicy policy) throws IOException {
        var normalizer = new RecordNormalizer(policy.policy(), RecordLimits.DEFAULT);
        RecordFile records = open(file, policy.policy());
        var input = new BulkInput(file.toString(), records, records::bytesRead, Files.size(file));
        Counting output = new Counting();
        double start = processorSeconds();
        long began = System.nanoTime();
        BulkReport came = new BulkRun(
                        policy,
                        normalizer::normalize,
                        new BulkSettings(threads, Path.of(System.getProperty("java.io.tmpdir")), Instant.now()),
                        new Phases())
                .run(List.of(input), output);
        report.add("processor seconds", processorSeconds() - start);
        report.add("seconds", (System.nanoTime() - began) / 1e9);
        came.seconds().forEach((phase, seconds) -> report.add("seconds " + phase, seconds));
        report.add("records", came.records());
        report.add("links", came.links());
        report.add("customers", came.customers());
        report.add("held links", output.held);
        report.add("members", output.members);
        if (came.matching() != null) {
            report.add("pairs compared", came.matching().compared());
            report.add("pairs matched", came.matching().matched());
        }
        report.add("spilled, MiB", came.spilled() >> 20);
        report.add("most resident, MiB", residentMebibytes());
        assertThat(output.members).isGreaterThan(came.records());
    }

    /** Prints the processor time that each phase took. */
    private static final class Phases implements BulkProgress {
        private Phase last;
        private double since = processorSeconds();

        @Override
        public synchronized void at(Phase phase, long done, long total) {
            if (phase != last) {
                double now = processorSeconds();
                System.out.printf("until %s %.1f processor seconds%n", phase, now - since);
                since = now;
                last = phase;
            }
        }
    }

    private static final class Counting implements BulkOutput {
        private long members;
        private long held;

        @Override
        public void suppressed(Suppressed identifier) {}

        @Override
        public void customer(Customer customer) {}

        @Override
        public void member(String member, String customerId) {
            members++;
        }

        @Override
        public void heldLink(Held link) {
            held++;
        }
    }

    private static double processorSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static double residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .sum();
    }
}
