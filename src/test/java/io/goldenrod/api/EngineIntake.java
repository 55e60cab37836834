package io.goldenrod.api;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.RecordAnswer;
import io.goldenrod.resolution.ResolutionEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hands records to the engine one submission at a time, in the caller's thread; can be told to fail. */
final class EngineIntake implements RecordIntake {

    private final RecordNormalizer normalizer;
    private final ResolutionEngine engine;
    volatile boolean failing;
    volatile int failingAfter = Integer.MAX_VALUE;

    EngineIntake(RecordNormalizer normalizer, ResolutionEngine engine) {
        this.normalizer = normalizer;
        this.engine = engine;
    }

    @Override
    public synchronized CompletableFuture<List<RecordAnswer>> submit(List<RawRecord> records, String request) {
        if (failing || --failingAfter < 0) {
            return CompletableFuture.failedFuture(
                    new IntakeUnavailable("told to fail", new GraphUnavailableException("down", null)));
        }
        var changes = new ArrayList<Change>();
        var refused = new ArrayList<RecordAnswer>();
        for (RawRecord record : records) {
            NormalizedRecord normalized = normalizer.normalize(record, Instant.now());
            if (normalized instanceof NormalizedRecord.Accepted accepted) {
                changes.add(new Change.Upsert(accepted.record(), RecordJson.write(record), request));
                refused.add(null);
            } else {
                refused.add(RecordAnswer.refused(null, ((NormalizedRecord.Refused) normalized).errors()));
            }
        }
        var taken = engine.apply(changes).iterator();
        return CompletableFuture.completedFuture(
                refused.stream().map(one -> one != null ? one : taken.next()).toList());
    }

    @Override
    public synchronized CompletableFuture<RecordAnswer> delete(RecordKey key, String request) {
        return CompletableFuture.completedFuture(
                engine.apply(List.of(new Change.Delete(key, request))).get(0));
    }
}
