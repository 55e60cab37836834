package io.goldenrod.benchmark;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Comparison;
import io.goldenrod.match.Comparisons;
import io.goldenrod.testkit.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
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
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Nanoseconds for one comparison of two prepared values, and for preparing one: {@code random} pairs of which nearly
 * all differ, as when frequencies are sampled, and {@code alike} ones of which half are a typing error apart, as
 * blocking finds them. 2,000 records, so that the values fit into the processor's caches.
 *
 * <p>{@code benchmark.seconds} (1) for each measurement, of which there are three after two to warm up;
 * {@code benchmark.kinds} (all), with commas between.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ComparisonBenchmark {

    private static final int RECORDS = 2_000;
    private static final long SEED = 20_260_601;

    private static final String[] SYLLABLES =
            "ar be ca del el fen gra hu is jo ka lin mar nor ol pe ri sa ten ur val wes yo zan ber son".split(" ");
    private static final String[] STREETS = "Street Avenue Road Lane Crescent Court Drive Place".split(" ");
    private static final String[] FORMS = "Ltd Inc School Restaurant Group Services LLC Centre".split(" ");

    /** All kinds, when run as a test. */
    @Param({"givenName"})
    public String kind;

    @Param({"random", "alike"})
    public String pairs;

    private Comparison<Object> comparison;
    private Object[] left;
    private Object[] right;
    private List<SourceRecord> records;

    @Setup
    @SuppressWarnings("unchecked")
    public void prepare() {
        Random random = new Random(SEED);
        List<String> fields = Comparisons.problems(kind, List.of(kind)).isEmpty() ? List.of(kind) : List.of();
        comparison = (Comparison<Object>) Comparisons.of(kind, fields);
        records = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            SourceRecord record = record(i, random, records);
            records.add(record);
            Object value = comparison.prepare(record);
            values.add(value == null ? values.get(i - 1) : value);
        }
        left = new Object[RECORDS];
        right = new Object[RECORDS];
        for (int i = 0; i < RECORDS; i++) {
            int at = random.nextInt(RECORDS);
            left[i] = values.get(at);
            right[i] = values.get(pairs.equals("random") ? random.nextInt(RECORDS) : at ^ 1);
        }
    }

    /** Every other record is like the one before it, one letter of each value changed. */
    private static SourceRecord record(int number, Random random, List<SourceRecord> before) {
        Records record = Records.record("benchmark/" + number);
        if (number % 2 == 1) {
            SourceRecord last = before.get(number - 1);
            last.attributes().forEach((name, value) -> {
                String text = value.comparable();
                int at = random.nextInt(text.length());
                char c = Character.isDigit(text.charAt(at)) ? (char) ('0' + random.nextInt(10)) : 'e';
                boolean keep = random.nextBoolean() || name.endsWith("ate") || name.equals("nameSuffix");
                record.attribute(name, keep ? text : text.substring(0, at) + c + text.substring(at + 1));
            });
            return record.build();
        }
        String given = word(random);
        String family = word(random);
        String digits = Long.toString(1_000_000_000L + random.nextInt(1_000_000_000));
        String date =
                "%d-%02d-%02d".formatted(1930 + random.nextInt(90), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String street = (1 + random.nextInt(300)) + " " + word(random) + " " + STREETS[random.nextInt(STREETS.length)];
        return record.attribute("givenName", given)
                .attribute("middleName", word(random))
                .attribute("familyName", family)
                .attribute("nameSuffix", random.nextBoolean() ? "jr" : "sr")
                .attribute("birthDate", date)
                .attribute("date", date)
                .attribute("gender", random.nextBoolean() ? "female" : "male")
                .attribute("category", word(random))
                .attribute("address", street)
                .attribute("houseNumber", street)
                .attribute("city", word(random))
                .attribute("postcode", digits.substring(0, 5))
                .attribute("email", given + "." + family + "@" + word(random) + ".com")
                .attribute("phone", digits)
                .attribute("identifier", digits)
                .attribute("organization", word(random) + " " + word(random) + " " + FORMS[random.nextInt(8)])
                .attribute("website", "https://www." + word(random) + ".org/about")
                .attribute("text", word(random) + " " + word(random) + " " + word(random))
                .attribute("number", digits.substring(4))
                .build();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int level() {
        int sum = 0;
        for (int i = 0; i < RECORDS; i++) {
            sum += comparison.level(left[i], right[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int preparation() {
        int sum = 0;
        for (SourceRecord record : records) {
            sum += Objects.hashCode(comparison.prepare(record));
        }
        return sum;
    }

    @Test
    void nanoseconds() throws Exception {
        String[] kinds =
                Setting.of("kinds", String.join(",", Comparisons.kinds())).split(",");
        List<RunResult> results = new ArrayList<>(run("level", kinds, "random", "alike"));
        results.addAll(run("preparation", kinds, "random"));
        for (RunResult result : results) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %-14s %-7s %7.0f ns%n",
                    result.getPrimaryResult().getLabel(),
                    result.getParams().getParam("kind"),
                    result.getParams().getParam("pairs"),
                    result.getPrimaryResult().getScore());
        }
    }

    private static Collection<RunResult> run(String method, String[] kinds, String... pairs) throws RunnerException {
        TimeValue each = TimeValue.seconds(Setting.of("seconds", 1));
        return new Runner(new OptionsBuilder()
                        .include(ComparisonBenchmark.class.getName() + "\\." + method + "$")
                        .param("kind", kinds)
                        .param("pairs", pairs)
                        .warmupIterations(2)
                        .warmupTime(each)
                        .measurementIterations(3)
                        .measurementTime(each)
                        .forks(1)
                        .build())
                .run();
    }
}
