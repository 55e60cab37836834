package io.goldenrod.neo4j;

import io.goldenrod.lineage.ChainedDecision;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.lineage.DecisionChain;
import io.goldenrod.policy.Policy;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Numbers, chains and writes the decisions of one write.
 *
 * <p>Whoever writes has counted up the sequence first, and so waits for all who did so before: the hash that the
 * sequence keeps is that of the last decision.
 */
final class DecisionWriter {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final StatementRunner runner;
    private long first;
    private final List<Object> rows = new ArrayList<>();
    private final Map<String, Long> merges = new HashMap<>();
    private String sequence;
    private String head = DecisionChain.START;
    private Instant at;

    private DecisionWriter(StatementRunner runner) {
        this.runner = runner;
    }

    /** Numbers and chains the decisions; they are written by {@link #write}, once the customers are there. */
    static DecisionWriter of(StatementRunner runner, List<Decision> decisions, Policy policy, Instant now) {
        DecisionWriter writer = new DecisionWriter(runner);
        if (!decisions.isEmpty()) {
            writer.chain(decisions, policy, now);
        }
        return writer;
    }

    private void chain(List<Decision> decisions, Policy policy, Instant now) {
        long merged =
                decisions.stream().filter(each -> each.kind() == Kind.MERGED).count();
        Row taken = runner.run(
                        ResolutionStatement.RESERVE_DECISIONS, Map.of("count", decisions.size(), "merges", merged))
                .get(0);
        sequence = taken.text("sequence");
        head = taken.text("head") == null ? head : taken.text("head");
        // clocks of several instances differ, and may be put back: the order of times is that of the numbers
        Instant last = taken.value("at") == null ? now : StoredNodes.instant(taken.value("at"));
        at = last.isAfter(now) ? last : now;
        long seq = taken.number("taken");
        first = seq + 1;
        DecisionChain chain = new DecisionChain();
        byte[] salts = new byte[DecisionChain.SALT_BYTES * decisions.size()];
        RANDOM.nextBytes(salts);
        int from = 0;
        for (Decision decision : decisions) {
            byte[] salt = Arrays.copyOfRange(salts, from, from += DecisionChain.SALT_BYTES);
            ChainedDecision next = chain.append(
                    head,
                    ChainedDecision.of(
                            ++seq, at, policy.hash(), decision, HexFormat.of().formatHex(salt)));
            head = next.hash();
            if (decision.kind() == Kind.MERGED) {
                merges.put(decision.other(), seq);
            }
            rows.add(Map.of("properties", properties(next), "concerns", concerns(next)));
        }
    }

    /** What its node says. */
    static Map<String, Object> properties(ChainedDecision decision) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("seq", decision.seq());
        properties.put("at", StoredNodes.time(decision.at()));
        properties.put("kind", decision.kind());
        properties.put("policy", decision.policy());
        properties.put("request", decision.request());
        properties.put("customer", decision.customer());
        properties.put("other", decision.other());
        properties.put("record", decision.record());
        properties.put("identifier", decision.identifier());
        properties.put("linkClass", decision.linkClass());
        properties.put("constraint", decision.constraint());
        properties.put("detail", decision.detail());
        if (!decision.members().isEmpty()) {
            properties.put("members", decision.members());
        }
        properties.put("salt", decision.salt());
        properties.put("hash", decision.hash());
        return properties;
    }

    /** The IDs of the customers that it is about. */
    private static List<String> concerns(ChainedDecision decision) {
        List<String> concerns = new ArrayList<>();
        if (decision.customer() != null) {
            concerns.add(decision.customer());
        }
        if (decision.other() != null) {
            concerns.add(decision.other());
        }
        return concerns;
    }

    /** By ID of a customer that was merged, the number of the decision that says so. */
    Map<String, Long> merges() {
        return merges;
    }

    /** The number of the first of them, or of the next one to be taken when there is none. */
    long first() {
        if (first == 0) {
            first = next(runner);
        }
        return first;
    }

    /** The number of the next decision. */
    static long next(StatementRunner runner) {
        return 1
                + runner.run(ResolutionStatement.RESERVE_DECISIONS, Map.of("count", 0, "merges", 0))
                        .get(0)
                        .number("taken");
    }

    void write() {
        if (!rows.isEmpty()) {
            runner.run(
                    ResolutionStatement.CREATE_DECISIONS,
                    Map.of("sequence", sequence, "head", head, "at", StoredNodes.time(at), "rows", rows));
        }
    }
}
