package io.goldenrod.resolution;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Policy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Resolves batches of changes, each in one transaction: what was answered is durable, resolved and in the lineage.
 *
 * <p>A batch takes the fast path for all records that only add to customers without held links, one after the other in
 * memory, and writes them together; then it partitions anew what the others touched. Thread-safe.
 */
public final class ResolutionEngine {

    private final ResolutionStore store;
    private final Rules rules;
    private final Matcher matcher;
    private final Sharing sharing;
    private final Clock clock;
    private final boolean fastPath;

    /** By identifiers alone. */
    public ResolutionEngine(ResolutionStore store, Policy policy, Clock clock) {
        this(store, policy, null, clock);
    }

    /** @param matcher finds records of one person that share no identifier; null for identifiers alone */
    public ResolutionEngine(ResolutionStore store, Policy policy, Matcher matcher, Clock clock) {
        this(store, policy, matcher, clock, true);
    }

    /** Without the fast path every change takes the slow one, and must come out the same. */
    ResolutionEngine(ResolutionStore store, Policy policy, Matcher matcher, Clock clock, boolean fastPath) {
        this.fastPath = fastPath;
        this.matcher = matcher;
        this.store = store;
        this.rules = new Rules(policy);
        this.sharing = new Sharing(policy);
        this.clock = clock;
    }

    /**
     * Brings records that are there up to this engine's policy and matcher, which may match otherwise than what they
     * were resolved by, but must not differ in anything else. When all records were brought up so, in whatever order
     * and parts, the graph is as if they had come under this policy. Repeating it changes nothing.
     *
     * @param records as they are in the graph; those that went meanwhile are left out
     * @throws GraphUnavailableException when the store does not answer; some may have been brought up or not
     */
    public void rescore(List<SourceRecord> records, String request) {
        if (!records.isEmpty()) {
            store.inTransaction(transaction -> {
                new Rescoring(transaction, rules, matcher, sharing, clock.instant()).run(records, request);
                return null;
            });
        }
    }

    /**
     * Applies the changes in their order.
     *
     * @return an answer for each, in order
     * @throws GraphUnavailableException when the store does not answer; some of the changes may have been applied,
     *     and applying all of them again gives the same result
     */
    public List<RecordAnswer> apply(List<? extends Change> changes) {
        List<RecordAnswer> answers = new ArrayList<>(changes.size());
        Set<RecordKey> seen = new HashSet<>();
        int from = 0;
        for (int i = 0; i <= changes.size(); i++) {
            // a record that comes twice must meet its first coming in the graph
            boolean cut = i == changes.size() || !seen.add(changes.get(i).key());
            if (cut && i > from) {
                List<? extends Change> part = changes.subList(from, i);
                answers.addAll(store.inTransaction(
                        transaction -> new Batch(transaction, rules, matcher, sharing, clock, fastPath).run(part)));
                from = i;
                seen.clear();
                if (i < changes.size()) {
                    seen.add(changes.get(i).key());
                }
            }
        }
        return answers;
    }
}
