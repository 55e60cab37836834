package io.goldenrod.match.training;

import io.goldenrod.benchmark.Report;
import io.goldenrod.generate.Generator;
import io.goldenrod.generate.GeneratorSettings;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.PairScoring;
import io.goldenrod.match.Subject;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
 * Microseconds for one step of expectation maximisation over 100,000 pairs of generated people; beside it, as floor, a
 * bare pass that reads the levels of every kind of pair.
 *
 * <p>{@code benchmark.seconds} (1) for each measurement, of which there are three after two to warm up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EstimateBenchmark {

    private static final int PAIRS = 100_000;

    private Estimate estimate;
    private LevelTable candidates;
    private int fields;

    @Setup
    public void prepare() throws Exception {
        MatchModel model = new ModelFile(Path.of("")).find("people").orElseThrow();
        var normalizer = new RecordNormalizer(PolicyFile.shipped(), RecordLimits.DEFAULT);
        List<SourceRecord> records = new ArrayList<>();
        new Generator(GeneratorSettings.of(1_000, 1)).run(generated -> {
            if (normalizer.normalize(generated.record(), Instant.parse("2030-01-01T00:00:00Z"))
                    instanceof NormalizedRecord.Accepted accepted) {
                records.add(accepted.record());
            }
        });
        Subject[] subjects = PairScoring.subjects(model, records, 1);
        fields = model.fields().size();
        candidates = new LevelTable(model);
        LevelTable strangers = new LevelTable(model);
        Random random = new Random(1);
        for (int i = 0; i < PAIRS; i++) {
            // Records that the generator makes one after the other are often of one family.
            int at = random.nextInt(subjects.length - 3);
            candidates.add(subjects[at], subjects[at + 1 + random.nextInt(3)], LevelTable.Label.NONE);
            int other = random.nextInt(subjects.length);
            if (other != at) {
                strangers.add(subjects[at], subjects[other], LevelTable.Label.NONE);
            }
        }
        candidates.close();
        strangers.close();
        double all = subjects.length * (subjects.length - 1.0) / 2;
        estimate = new Estimate(model, candidates, strangers, all, 1, TrainingSettings.DEFAULT.pseudoPairs());
        estimate.start(subjects.length, subjects.length, 0);
    }

    @Benchmark
    public double step() {
        return estimate.step();
    }

    @Benchmark
    public double floor() {
        double sum = 0;
        for (int kind = 0; kind < candidates.kinds(); kind++) {
            for (int field = 0; field < fields; field++) {
                sum += candidates.level(kind, field) * candidates.size(kind);
            }
        }
        return sum;
    }

    @Test
    void microseconds() throws Exception {
        TimeValue each = TimeValue.seconds(Integer.getInteger("benchmark.seconds", 1));
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(EstimateBenchmark.class.getName() + "\\..*$")
                        .warmupIterations(2)
                        .warmupTime(each)
                        .measurementIterations(3)
                        .measurementTime(each)
                        .forks(1)
                        .build())
                .run();
        prepare();
        Report report = new Report("expectation-maximisation");
        report.add("kinds of pairs", candidates.kinds());
        double[] scores = new double[2];
        for (RunResult result : results) {
            scores[result.getPrimaryResult().getLabel().equals("floor") ? 1 : 0] =
                    result.getPrimaryResult().getScore();
        }
        report.add("one step, µs", scores[0]);
        report.add("floor: a bare pass over the kinds, µs", scores[1]);
        report.add("times the floor", scores[0] / scores[1]);
        report.print();
    }
}
