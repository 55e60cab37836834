package io.goldenrod.resolution;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An engine that lives through a history in memory. */
final class HistoryRun {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    private final MemoryGraph graph;
    private final ResolutionEngine engine;
    private final Map<RecordKey, SourceRecord> live = new TreeMap<>();

    /** What is looked at after each batch. */
    @FunctionalInterface
    interface Look {
        void at(GraphSnapshot before, GraphSnapshot after, List<Change> batch, List<RecordAnswer> answers);
    }

    HistoryRun(History history) {
        this(history, true);
    }

    HistoryRun(History history, boolean fastPath) {
        graph = new MemoryGraph(history.policy());
        engine = new ResolutionEngine(graph, history.policy(), history.matcher(), CLOCK, fastPath);
    }

    /** The graph after the history. */
    static GraphSnapshot of(History history) {
        return new HistoryRun(history).run(history, (before, after, batch, answers) -> {});
    }

    GraphSnapshot run(History history, Look look) {
        for (List<Change> batch : history.batches()) {
            GraphSnapshot before = graph.snapshot();
            List<RecordAnswer> answers = engine.apply(batch);
            History.applyTo(live, batch);
            look.at(before, graph.snapshot(), batch, answers);
        }
        return graph.snapshot();
    }

    GraphSnapshot snapshot() {
        return graph.snapshot();
    }

    /** What was decided so far. */
    List<Decision> decisions() {
        return graph.snapshot().decisions();
    }

    /** How often the slow path went round. */
    long membersLoaded() {
        return graph.membersLoaded();
    }

    /** The records that there are by now. */
    Collection<SourceRecord> live() {
        return live.values();
    }
}
