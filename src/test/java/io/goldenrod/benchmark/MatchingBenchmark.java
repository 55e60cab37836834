package io.goldenrod.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.generate.Generator;
import io.goldenrod.generate.GeneratorSettings;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.match.Blocking;
import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.PairScoring;
import io.goldenrod.match.Score;
import io.goldenrod.match.Subject;
import io.goldenrod.match.training.Trainer;
import io.goldenrod.match.training.Training;
import io.goldenrod.match.training.TrainingSettings;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.BlockingReader;
import io.goldenrod.policy.BlockingRule;
import io.goldenrod.policy.Matching;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.WholeResolution;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * A model learnt from a whole file of people, its pairs scored and its customers made, by five blocking rules; and
 * pairs scored a second beside a bare loop over the same pairs that compares their fields and adds nothing up.
 *
 * <p>{@code benchmark.people} (250,000, of four records each), {@code benchmark.rounds} (3) of the scoring. A million
 * records need {@code -Dbenchmark.testHeap=7g}.
 */
class MatchingBenchmark {

    static final Map<String, Object> RULES = Map.of(
            "birth", List.of("birthDate", "tokenPrefixes(fullName, 1)"),
            "email", List.of("emailLocal(email)"),
            "name_postcode", List.of("tokenPrefixes(fullName, 2)", "address.postcode"),
            "names", List.of("prefix(givenName, 3)", "prefix(familyName, 3)"),
            "phone", List.of("lastDigits(phone, 6)"));
    private static final int BLOCK_RECORDS_MAX = 50;

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final Report report = new Report("matching");

    @Test
    void ratio() throws Exception {
        Policy policy = PolicyFile.shipped();
        long start = System.nanoTime();
        List<SourceRecord> records = records(policy);
        report.add("records", records.size());
        report.add("generated and normalised, s", since(start));
        ModelFile models = new ModelFile(Path.of(""));
        MatchModel template = models.find("people").orElseThrow();
        List<BlockingRule> rules = BlockingReader.read(RULES, models);
        start = System.nanoTime();
        MatchModel model = trained(template, records, new Blocking(rules));
        double training = since(start);
        report.add("blocked and trained, s", training);
        scoring(model, records, new Blocking(rules));
        Matching matching =
                new Matching("people", model.hash(), 0.95, 0.5, rules, BLOCK_RECORDS_MAX, new Matching.Chain(0, 10));
        start = System.nanoTime();
        WholeResolution resolution = WholeResolution.of(records, policy, new Matcher(matching, model));
        double resolving = since(start);
        report.add("blocked, scored and partitioned, s", resolving);
        report.add("trained, scored and partitioned in all, s (at most 240)", training + resolving);
        report.add("customers", resolution.customers().size());
        report.add("matched links", resolution.matches().size());
        report.add("most heap in use, MiB", heapPeakMebibytes());
        report.print();
        assertThat(resolution.matches()).isNotEmpty();
    }

    private static List<SourceRecord> records(Policy policy) throws Exception {
        var normalizer = new RecordNormalizer(policy, RecordLimits.DEFAULT);
        Instant arrival = Instant.now();
        List<SourceRecord> records = new ArrayList<>();
        new Generator(GeneratorSettings.of(Setting.of("people", 250_000), 1)).run(generated -> {
            if (normalizer.normalize(generated.record(), arrival) instanceof NormalizedRecord.Accepted accepted) {
                records.add(accepted.record());
            }
        });
        records.sort(Comparator.comparing(SourceRecord::key));
        return records;
    }

    private MatchModel trained(MatchModel template, List<SourceRecord> records, Blocking blocking) {
        CandidatePairs candidates = CandidatePairs.of(records, blocking::keys, BLOCK_RECORDS_MAX, threads);
        Training training = new Trainer(template, TrainingSettings.DEFAULT, (what, done, all) -> {})
                .train("benchmark", 1, records, candidates, null);
        report.add("iterations", training.iterations().size());
        return training.model();
    }

    private void scoring(MatchModel model, List<SourceRecord> records, Blocking blocking) throws Exception {
        CandidatePairs candidates = CandidatePairs.of(records, blocking::keys, BLOCK_RECORDS_MAX, threads);
        Subject[] subjects = PairScoring.subjects(model, records, threads);
        long[] count = {0};
        candidates.forEach((left, right) -> count[0]++);
        int[] pairs = new int[Math.toIntExact(2 * count[0])];
        int[] next = {0};
        candidates.forEach((left, right) -> {
            pairs[next[0]++] = left;
            pairs[next[0]++] = right;
        });
        List<Double> rates = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -1; round < Setting.of("rounds", 3); round++) {
            long start = System.nanoTime();
            PairScoring.of(model, subjects, candidates, Score.weight(0.5), threads);
            double seconds = since(start);
            start = System.nanoTime();
            compareAlone(model, subjects, pairs);
            double floorSeconds = since(start);
            if (round >= 0) {
                rates.add(count[0] / seconds);
                floors.add(count[0] / floorSeconds);
                ratios.add(floorSeconds / seconds);
            }
        }
        report.add("candidate pairs", count[0]);
        report.add("pairs scored a second", rates);
        report.add("floor: pairs whose fields are compared, bare loop", floors);
        report.add("ratio to the floor (at least 0.5)", ratios);
    }

    private void compareAlone(MatchModel model, Subject[] subjects, int[] pairs) throws InterruptedException {
        AtomicLong sum = new AtomicLong();
        CountDownLatch done = new CountDownLatch(threads);
        int fields = model.fields().size();
        for (int thread = 0; thread < threads; thread++) {
            int first = 2 * thread;
            new Thread(() -> {
                        long levels = 0;
                        for (int i = first; i < pairs.length; i += 2 * threads) {
                            for (int field = 0; field < fields; field++) {
                                levels += model.levelOf(field, subjects[pairs[i]], subjects[pairs[i + 1]]);
                            }
                        }
                        sum.addAndGet(levels);
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        assertThat(sum.get()).isNotZero();
    }

    private static double heapPeakMebibytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed() >> 20)
                .sum();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
