package io.goldenrod.bulk;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.Policies;
import io.goldenrod.testkit.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The records of a census parted into customers, from its links in columns on: which identifiers link, what hangs
 * together, what becomes of each component. Beside it, disjoint sets over the same links, in one row of numbers, and
 * nothing else. On one thread; of a hundred components one holds a device that ties two known customers, so that it
 * goes the long way.
 *
 * <p>{@code benchmark.records} (1,000,000), {@code benchmark.seconds} (5) for each measurement.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PartitionBenchmark {

    private static final int RECORDS = Integer.getInteger("benchmark.records", 1_000_000);
    private static final int RECORDS_OF_PERSON = 4;
    private static final int ROUNDS = 5;

    private Census census;
    private int[] records;
    private int[] identifiers;

    @Setup
    public void prepare() throws IOException {
        Types types = new Types(Policies.customers().build());
        census = new Census(types);
        TextHash hash = TextHash.salted(1);
        Said said = new Said();
        Random random = new Random(1);
        try (Scratch scratch = Scratch.open(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (int from = 0; from < RECORDS; from += Reading.LINES) {
                Batch batch = new Batch(types, hash, said);
                for (int i = from; i < Math.min(RECORDS, from + Reading.LINES); i++) {
                    batch.add(record(i, random.nextInt(RECORDS / RECORDS_OF_PERSON), random));
                }
                for (int i = 0; i < batch.records(); i++) {
                    census.take(batch, i, scratch);
                }
            }
        }
        census.seal();
        records = new int[census.carriers.length];
        identifiers = new int[census.carriers.length];
        int links = 0;
        for (int record = 0; record < census.records(); record++) {
            for (int i = census.linkStart(record); i < census.linkEnd(record); i++) {
                records[links] = record;
                identifiers[links++] = census.identifierAt(i);
            }
        }
    }

    private static SourceRecord record(int number, int person, Random random) {
        Records record = Records.record("crm/" + number);
        int kind = random.nextInt(3);
        identifier(record, kind, person);
        if (random.nextInt(10) < 6) {
            identifier(record, (kind + 1) % 3, person);
        }
        if (random.nextInt(800) == 0) {
            record.device("kiosk" + person / 2);
        }
        return record.build();
    }

    private static void identifier(Records record, int kind, int person) {
        switch (kind) {
            case 0 -> record.email("user" + person + "@example.org");
            case 1 -> record.phone("+44" + (7_000_000_000L + person));
            default -> record.identifier("loyalty_id", "L" + person);
        }
    }

    /** The customers, counted. */
    @Benchmark
    public int partition() throws IOException {
        Suppression suppression = Suppression.of(census, 1);
        Connected connected = Connected.of(census, suppression, Matches.none());
        Customers customers = new Customers(census.records(), census.identifiers());
        new Parting(census, suppression, Matches.none(), connected, customers, null).part(0, connected.size());
        int found = 0;
        for (int record = 0; record < census.records(); record++) {
            found += customers.ofRecord(record) == record ? 1 : 0;
        }
        return found;
    }

    /** The components, counted. */
    @Benchmark
    public int bareSets() {
        int first = census.records();
        int[] parents = new int[first + census.identifiers()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
        for (int i = 0; i < records.length; i++) {
            int left = find(parents, records[i]);
            int right = find(parents, first + identifiers[i]);
            parents[Math.max(left, right)] = Math.min(left, right);
        }
        int found = 0;
        for (int i = 0; i < parents.length; i++) {
            found += parents[i] == i ? 1 : 0;
        }
        return found;
    }

    private static int find(int[] parents, int member) {
        int at = member;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    @Test
    void ratio() throws Exception {
        double[] milliseconds = new double[2];
        String[] methods = {"partition", "bareSets"};
        for (int i = 0; i < methods.length; i++) {
            for (RunResult result : new Runner(new OptionsBuilder()
                            .include(PartitionBenchmark.class.getName() + "\\." + methods[i] + "$")
                            .warmupIterations(ROUNDS)
                            .measurementIterations(ROUNDS)
                            .measurementTime(TimeValue.seconds(1))
                            .jvmArgs("-Xmx2g", "-Dbenchmark.records=" + RECORDS)
                            .forks(1)
                            .build())
                    .run()) {
                milliseconds[i] = result.getPrimaryResult().getScore();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "partition %.0f ms, floor: bare sets %.0f ms, ratio to the floor (at most 20) %.1f%n",
                milliseconds[0],
                milliseconds[1],
                milliseconds[0] / milliseconds[1]);
    }
}
