package io.goldenrod.neo4j;

import io.goldenrod.graph.HistoryLimitException;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.UnreadableDocument;
import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.policy.Policy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The policies by which decisions were taken; the last few are kept. */
final class PastPolicies {

    private static final int KEPT_MAX = 8;

    private final Supplier<Policy> inForce;

    private final Map<String, Policy> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Policy> eldest) {
            return size() > KEPT_MAX;
        }
    };

    PastPolicies(Supplier<Policy> inForce) {
        this.inForce = inForce;
    }

    /** The policy of a decision that is there. */
    Policy of(StatementRunner runner, long seq) {
        Row row = runner.run(HistoryStatement.FIND_POLICY, Map.of("seq", seq)).get(0);
        String hash = row.text("hash");
        Policy now = inForce.get();
        if (now.hash().equals(hash)) {
            return now;
        }
        synchronized (kept) {
            return kept.computeIfAbsent(hash, absent -> parse(row.text("document"), row.text("model"), hash));
        }
    }

    private static Policy parse(String document, String model, String hash) {
        try {
            return CompletePolicy.kept(document, model, hash).policy();
        } catch (UnreadableDocument | InvalidPolicy | NullPointerException e) {
            throw new HistoryLimitException("the policy that was in force then is none that this version reads");
        }
    }
}
