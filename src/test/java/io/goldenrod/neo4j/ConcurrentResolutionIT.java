package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.PolicyStore.Kept;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.CheckReport;
import io.goldenrod.quality.GraphCheck;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.History.Step;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Several instances that write to one graph at the same time, as against one that writes all of it in a row. */
@OnEachNeo4j
class ConcurrentResolutionIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int ROUNDS = 8;
    private static final int INSTANCES = 2;
    private static final int WRITERS = 6;
    private static final int STEPS_MAX = 60;

    @Parameter
    Neo4jUnderTest neo4j;

    private final AtomicInteger transactions = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Test
    void leavesWhatTheRecordsAloneSayHoweverManyWriteAtOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            neo4j.wipe();
            round(new Chance(Long.getLong("goldenrod.seed", 7_000L + round)), "round " + round);
        }
        System.out.println("transactions of concurrent writers: " + transactions + ", tried again: "
                + (attempts.get() - transactions.get()));
        assertThat(mostAtOnce.get()).as("instances that write at once").isEqualTo(INSTANCES);
    }

    private void round(Chance chance, String name) throws Exception {
        History first = Histories.upTo(STEPS_MAX).withMatching().generate(chance);
        Policy policy = first.policy();
        List<Step> shared =
                renamed(sayings(Histories.upTo(STEPS_MAX).withMatching().generate(chance)), "shared");
        List<History> histories = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            List<Step> steps = renamed(
                    Histories.upTo(STEPS_MAX).withMatching().generate(chance).steps(), "writer-" + writer);
            for (Step step : shared) {
                steps.add(chance.between(0, steps.size()), step);
            }
            histories.add(first.withSteps(steps).inBatches(6, chance));
        }
        new StoredPolicies(neo4j.database())
                .adopt(new Kept(policy.hash(), policy.name(), "name: test", null), false, CLOCK.instant());
        write(histories, policy);

        Map<RecordKey, SourceRecord> live = new TreeMap<>();
        histories.forEach(history -> history.batches().forEach(batch -> History.applyTo(live, batch)));
        CheckReport report = new GraphCheck(new StoredScan(neo4j.database(), policy), policy, first.matcher()).run();
        assertThat(report.findings()).as(name).isEmpty();
        assertThat(report.records()).as(name).isEqualTo(live.size());
        assertThat(GraphPicture.of(new SnapshotReader(neo4j, policy).read()))
                .as(name)
                .isEqualTo(GraphPicture.expected(policy, first.matcher(), live.values()));
    }

    private void write(List<History> histories, Policy policy) throws Exception {
        List<Database> instances = new ArrayList<>();
        List<ResolutionStore> stores = new ArrayList<>();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                Database instance = Database.open(neo4j.settings());
                instances.add(instance);
                stores.add(new Counting(new StoredResolution(instance, policy, CLOCK)));
            }
            for (int i = 0; i < WRITERS; i++) {
                History history = histories.get(i);
                var engine = new ResolutionEngine(stores.get(i % INSTANCES), policy, history.matcher(), CLOCK);
                tasks.add(() -> {
                    for (List<Change> batch : history.batches()) {
                        engine.apply(batch);
                    }
                    return null;
                });
            }
            for (Future<Void> task : writers.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            writers.shutdownNow();
            instances.forEach(Database::close);
        }
    }

    private final class Counting implements ResolutionStore {
        private final ResolutionStore store;

        Counting(ResolutionStore store) {
            this.store = store;
        }

        @Override
        public ResolutionStore under(Policy policy, boolean settled) {
            return new Counting(store.under(policy, settled));
        }

        @Override
        public <T> T inTransaction(Function<Transaction, T> work) {
            transactions.incrementAndGet();
            return store.inTransaction(transaction -> {
                attempts.incrementAndGet();
                mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
                try {
                    return work.apply(transaction);
                } finally {
                    now.decrementAndGet();
                }
            });
        }

        @Override
        public <T> T onTrial(Function<Transaction, T> work) {
            return store.onTrial(work);
        }
    }

    /** What every writer may say, in any order: one statement of each record, never taken back. */
    private static List<Step> sayings(History history) {
        Map<RecordKey, Step> once = new TreeMap<>();
        history.steps().stream().filter(step -> step.record() != null).forEach(step -> once.put(step.key(), step));
        return List.copyOf(once.values());
    }

    /** With record keys that no other writer uses; the identifiers stay, so that records of all writers meet. */
    private static List<Step> renamed(List<Step> steps, String owner) {
        List<Step> renamed = new ArrayList<>();
        for (Step step : steps) {
            RecordKey key =
                    new RecordKey(step.key().source(), owner + "-" + step.key().recordId());
            SourceRecord said = step.record();
            SourceRecord record = said == null
                    ? null
                    : new SourceRecord(
                            key,
                            said.observedAt(),
                            said.identifiers(),
                            said.denied(),
                            said.attributes(),
                            said.names(),
                            said.consent(),
                            said.fingerprint());
            renamed.add(new Step(key, record, step.endsBatch()));
        }
        return renamed;
    }
}
