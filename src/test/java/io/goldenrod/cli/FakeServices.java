package io.goldenrod.cli;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.RecordAnswer;
import io.goldenrod.resolution.Trial;
import io.goldenrod.revision.PolicyDifference;
import io.goldenrod.revision.Simulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Services without a database: a store in memory, and a resolver that joins whatever shares a strong identifier. */
class FakeServices implements Services {

    final Map<RecordKey, SourceRecord> stored = new LinkedHashMap<>();
    final List<String> differences = new ArrayList<>();
    final List<String> applied = new ArrayList<>();
    List<String> settings = List.of();
    RuntimeException failure;
    long loadRecordsMax = 1_000_000;
    int loadsClosed;
    boolean served;

    @Override
    public String version() {
        return "9.9.9";
    }

    @Override
    public ExitCode serve(List<String> given) {
        settings = given;
        served = true;
        return ExitCode.OK;
    }

    @Override
    public ExitCode health(List<String> given) {
        settings = given;
        return ExitCode.UNAVAILABLE;
    }

    @Override
    public BiFunction<RawRecord, Instant, NormalizedRecord> normalizer(Policy policy, RecordLimits limits) {
        return new RecordNormalizer(policy, limits)::normalize;
    }

    @Override
    public FileResolution resolveFiles(FileResolution.Settings asked) {
        throw new UnsupportedOperationException("files are resolved by the program itself");
    }

    @Override
    public Measured measure(MeasurementAsked asked, Consumer<String> told) {
        throw new UnsupportedOperationException("the program measures itself");
    }

    @Override
    public Loading load(List<String> given) {
        settings = given;
        return new FakeLoading();
    }

    /** Keeps what it takes once it is finished. */
    private final class FakeLoading implements Loading {
        private final Map<RecordKey, SourceRecord> taken = new LinkedHashMap<>();
        private final BiFunction<RawRecord, Instant, NormalizedRecord> normalizer =
                normalizer(PolicyFile.shipped(), RecordLimits.DEFAULT);
        private long olderVersions;

        @Override
        public Set<String> identifierTypes() {
            return PolicyFile.shipped().identifierTypes().keySet();
        }

        @Override
        public long recordsMax() {
            return loadRecordsMax;
        }

        @Override
        public List<FieldProblem> take(RawRecord raw) {
            NormalizedRecord normalized = normalizer.apply(raw, Instant.parse("2026-01-01T00:00:00Z"));
            if (normalized instanceof NormalizedRecord.Refused refused) {
                return refused.errors();
            }
            SourceRecord record = ((NormalizedRecord.Accepted) normalized).record();
            olderVersions += taken.put(record.key(), record) == null ? 0 : 1;
            return List.of();
        }

        @Override
        public Finished finish(Watcher watcher) {
            watcher.at(Phase.IMPORTING, 50);
            stored.putAll(taken);
            return new Finished(
                    taken.keySet().stream()
                            .map(key -> new RecordAnswer(
                                    key,
                                    RecordAnswer.Outcome.CREATED,
                                    "C1",
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of()))
                            .toList(),
                    olderVersions,
                    0);
        }

        @Override
        public void close() {
            loadsClosed++;
        }
    }

    @Override
    public Store open(List<String> given) {
        settings = given;
        if (failure != null) {
            throw failure;
        }
        return new Store() {
            @Override
            public RecordIntake intake() {
                return new Intake();
            }

            @Override
            public Set<String> identifierTypes() {
                return PolicyFile.shipped().identifierTypes().keySet();
            }

            @Override
            public Resolved resolve(String type, String value) {
                if (type.equals("fax")) {
                    throw new IllegalArgumentException("there is no identifier type fax");
                }
                return value.equals("known@example.org")
                        ? new Resolved("MATCHED", "C1", List.of())
                        : value.equals("shared@example.org")
                                ? new Resolved("AMBIGUOUS", null, List.of("C1", "C2"))
                                : new Resolved("UNKNOWN", null, List.of());
            }

            @Override
            public Checked check(Consumer<String> told) {
                differences.forEach(told);
                return new Checked(1, 2, 3, 4, differences.size());
            }

            @Override
            public PolicyDifference simulate(CompletePolicy policy, Simulation.Watcher watcher) {
                watcher.at("READING", 3, 3);
                var examples = new PolicyDifference.Examples(
                        List.of(new PolicyDifference.Merge(2, 3, List.of("C1", "C2"))),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
                return new PolicyDifference(
                        policy.policy().hash(),
                        3,
                        0,
                        3,
                        2,
                        2,
                        0,
                        0,
                        0,
                        new TreeMap<>(),
                        0,
                        0,
                        0,
                        0,
                        1,
                        2,
                        0,
                        examples,
                        List.of());
            }

            @Override
            public boolean apply(CompletePolicy policy, String by, String reason, Simulation.Watcher watcher) {
                applied.add(policy.policy().name() + " by " + by + " because " + reason);
                return true;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private final class Intake implements RecordIntake {
        private final BiFunction<RawRecord, Instant, NormalizedRecord> normalizer =
                normalizer(PolicyFile.shipped(), RecordLimits.DEFAULT);

        @Override
        public CompletableFuture<List<RecordAnswer>> submit(List<RawRecord> records, String request) {
            return CompletableFuture.completedFuture(
                    records.stream().map(this::take).toList());
        }

        private RecordAnswer take(RawRecord raw) {
            NormalizedRecord normalized = normalizer.apply(raw, Instant.parse("2026-01-01T00:00:00Z"));
            if (normalized instanceof NormalizedRecord.Refused refused) {
                return RecordAnswer.refused(null, refused.errors());
            }
            SourceRecord record = ((NormalizedRecord.Accepted) normalized).record();
            var outcome = stored.put(record.key(), record) == null
                    ? RecordAnswer.Outcome.CREATED
                    : RecordAnswer.Outcome.UNCHANGED;
            return new RecordAnswer(record.key(), outcome, "C1", List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public Trial preview(List<RawRecord> records, String request) {
            Map<RecordKey, SourceRecord> before = new LinkedHashMap<>(stored);
            List<RecordAnswer> answers = records.stream().map(this::take).toList();
            stored.clear();
            stored.putAll(before);
            return new Trial(answers, List.of());
        }

        @Override
        public CompletableFuture<RecordAnswer> delete(RecordKey key, String request) {
            RecordAnswer.Outcome outcome =
                    stored.remove(key) == null ? RecordAnswer.Outcome.ABSENT : RecordAnswer.Outcome.DELETED;
            return CompletableFuture.completedFuture(
                    new RecordAnswer(key, outcome, null, List.of(), List.of(), List.of(), List.of()));
        }
    }
}
