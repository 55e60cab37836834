package io.goldenrod.normalize;

import io.goldenrod.benchmark.Report;
import io.goldenrod.generate.Generator;
import io.goldenrod.generate.GeneratorSettings;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.PolicyFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Nanoseconds to make one identifier comparable, and one whole record of the generator's (about three identifiers and
 * four attributes); beside it, as floor, what it takes to strip the same texts and write them in lower case.
 *
 * <p>{@code benchmark.seconds} (1) for each measurement, of which there are three after two to warm up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NormalizerBenchmark {

    private static final int VALUES = 2_000;
    private static final String RECORD = "record";

    /** A normaliser, or a whole record. */
    @Param({"email", "phone", "uuid", "ip", "url", "national_id", "code", "address", RECORD})
    public String kind;

    private ValueNormalizer normalizer;
    private List<String> values;
    private List<RawRecord> records;
    private RecordNormalizer recordNormalizer;
    private List<List<String>> texts;
    private final Instant arrival = Instant.parse("2030-01-01T00:00:00Z");

    @Setup
    public void prepare() throws Exception {
        records = new ArrayList<>();
        new Generator(GeneratorSettings.of(VALUES, 1)).run(generated -> {
            if (records.size() < VALUES) {
                records.add(generated.record());
            }
        });
        if (kind.equals(RECORD)) {
            recordNormalizer = new RecordNormalizer(PolicyFile.shipped(), RecordLimits.DEFAULT);
            texts = records.stream().map(NormalizerBenchmark::texts).toList();
            return;
        }
        normalizer = Normalizers.make(kind, Map.of());
        Random random = new Random(1);
        values = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            values.add(value(random));
        }
        texts = values.stream().map(List::of).toList();
    }

    private String value(Random random) {
        int number = 100_000 + random.nextInt(900_000);
        return switch (kind) {
            case "email" -> " Ada." + Integer.toString(number, 36) + "@Example.org";
            case "phone" -> "+44 20 7946 " + (1_000 + number % 9_000);
            case "uuid" ->
                new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(Locale.ROOT);
            case "ip" -> "8." + number % 256 + "." + number % 251 + "." + number % 241;
            case "url" -> "HTTPS://www.Example.org/people/" + number + "?utm_source=mail&page=2";
            case "address" -> number % 400 + " Harbour Row, Flat " + number % 9 + ", BS1 4QD Bristol";
            default -> "GR-" + number + number % 97;
        };
    }

    private static List<String> texts(RawRecord record) {
        List<String> all = new ArrayList<>();
        record.identifiers().forEach(identifier -> all.add(identifier.value()));
        collect(record.attributes().values(), all);
        return all;
    }

    private static void collect(Collection<?> from, List<String> all) {
        for (Object each : from) {
            if (each instanceof Map<?, ?> map) {
                collect(map.values(), all);
            } else if (each instanceof Collection<?> list) {
                collect(list, all);
            } else {
                all.add(String.valueOf(each));
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int normalized() throws RefusedValue {
        int sum = 0;
        if (normalizer == null) {
            for (RawRecord record : records) {
                sum += recordNormalizer.normalize(record, arrival).hashCode();
            }
            return sum;
        }
        for (String value : values) {
            sum += normalizer.normalize(value, "GB").length();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int floor() {
        int sum = 0;
        for (List<String> each : texts) {
            for (String text : each) {
                sum += text.strip().toLowerCase(Locale.ROOT).hashCode();
            }
        }
        return sum;
    }

    @Test
    void nanoseconds() throws Exception {
        TimeValue each = TimeValue.seconds(Integer.getInteger("benchmark.seconds", 1));
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(NormalizerBenchmark.class.getName() + "\\..*$")
                        .warmupIterations(2)
                        .warmupTime(each)
                        .measurementIterations(3)
                        .measurementTime(each)
                        .forks(1)
                        .build())
                .run();
        Map<String, Double> floors = new HashMap<>();
        results.stream()
                .filter(NormalizerBenchmark::isFloor)
                .forEach(result -> floors.put(kind(result), score(result)));
        Report report = new Report("normalizers");
        for (RunResult result : results) {
            if (!isFloor(result)) {
                report.add(kind(result) + ", ns", score(result));
                report.add(kind(result) + ", floor, ns", floors.get(kind(result)));
                report.add(kind(result) + ", times the floor", score(result) / floors.get(kind(result)));
            }
        }
        report.print();
    }

    private static boolean isFloor(RunResult result) {
        return result.getPrimaryResult().getLabel().equals("floor");
    }

    private static String kind(RunResult result) {
        return result.getParams().getParam("kind");
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }
}
