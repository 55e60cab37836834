package io.goldenrod.load;

import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.match.Matcher;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.RecordAnswer;
import io.goldenrod.resolution.ResolutionEngine;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Resolves records as the one batch that an empty store is given, and keeps what came of it in memory. */
public final class Load {

    private Load() {}

    /**
     * The graph after these records.
     *
     * @param records each of its own key, in the order in which they count as having come
     * @param matcher null for identifiers alone
     * @param clock when they come; it should stand still
     * @throws IllegalArgumentException when two records have the same key
     */
    public static LoadedGraph of(List<Change.Upsert> records, Policy policy, Matcher matcher, Clock clock) {
        Set<Object> keys = new HashSet<>(records.size() * 2);
        if (!records.stream().allMatch(record -> keys.add(record.key()))) {
            throw new IllegalArgumentException("each record is loaded once");
        }
        LoadedGraph graph = new LoadedGraph();
        var engine = new ResolutionEngine(new EmptyStore(graph), policy, matcher, clock);
        List<RecordAnswer> answers = engine.apply(records);
        graph.answered(answers);
        return graph;
    }

    /** Lets one transaction write. */
    private record EmptyStore(LoadedGraph graph) implements ResolutionStore {

        @Override
        public <T> T inTransaction(Function<Transaction, T> work) {
            return work.apply(new LoadTransaction(graph));
        }

        @Override
        public ResolutionStore under(Policy policy, boolean settled) {
            throw new UnsupportedOperationException("a load keeps to its policy");
        }

        @Override
        public <T> T onTrial(Function<Transaction, T> work) {
            throw new UnsupportedOperationException("a load is for good");
        }
    }
}
