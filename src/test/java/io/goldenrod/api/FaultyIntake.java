package io.goldenrod.api;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.resolution.RecordAnswer;
import io.goldenrod.resolution.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The real intake, which can be told to fail, and which tells how much came at once. */
final class FaultyIntake implements RecordIntake {

    private final RecordIntake intake;
    private int failingAfter;
    private final List<Integer> sizes = new ArrayList<>();

    FaultyIntake(RecordIntake intake) {
        this.intake = intake;
        reset();
    }

    synchronized void reset() {
        failingAfter = Integer.MAX_VALUE;
        sizes.clear();
    }

    /** Fails every submission after as many. */
    synchronized void failAfter(int submissions) {
        failingAfter = submissions;
    }

    synchronized List<Integer> sizes() {
        return List.copyOf(sizes);
    }

    @Override
    public CompletableFuture<List<RecordAnswer>> submit(List<RawRecord> records, String request) {
        synchronized (this) {
            sizes.add(records.size());
            if (--failingAfter < 0) {
                return CompletableFuture.failedFuture(
                        new IntakeUnavailable("told to fail", new GraphUnavailableException("down", null)));
            }
        }
        return intake.submit(records, request);
    }

    @Override
    public Trial preview(List<RawRecord> records, String request) {
        return intake.preview(records, request);
    }

    @Override
    public CompletableFuture<RecordAnswer> delete(RecordKey key, String request) {
        return intake.delete(key, request);
    }
}
