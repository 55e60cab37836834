package io.goldenrod.neo4j;

import io.goldenrod.graph.Changes;
import io.goldenrod.lineage.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes what questions about the past need beside the decisions themselves.
 *
 * <p>A member's node names the first decision that names the member, which costs nothing when both are written at once;
 * any further one is tied to the member's lasting trace. A customer's node tells by which decision it came and what
 * became of it.
 */
final class HistoryWriter {

    private final StatementRunner runner;
    private final DecisionWriter decisions;

    /** Members whose nodes came in this transaction and that no decision named yet. */
    private final Set<String> unnamed;

    /** By member, the decisions that name it and of which nothing was noted yet. */
    private final Map<String, List<Long>> named = new LinkedHashMap<>();

    private final Turns turns = new Turns();

    HistoryWriter(StatementRunner runner, DecisionWriter decisions, Set<String> unnamed) {
        this.runner = runner;
        this.decisions = decisions;
        this.unnamed = unnamed;
    }

    void read(Changes changes) {
        if (changes.decisions.isEmpty()) {
            return;
        }
        long seq = decisions.first();
        turns.read(changes.decisions, changes.departures, seq);
        for (Decision decision : changes.decisions) {
            for (String member : names(decision)) {
                named.computeIfAbsent(member, absent -> new ArrayList<>()).add(seq);
            }
            seq++;
        }
    }

    /** Who the decision tells something about, beside customers. */
    static Collection<String> names(Decision decision) {
        return switch (decision.kind()) {
            case HELD, RELEASED -> List.of(Decision.MEMBER_RECORD + decision.record(), decision.identifier());
            case MERGED -> record(decision);
            case ASSERTED, RETRACTED -> decision.members().isEmpty() ? record(decision) : decision.members();
            case SUPPRESSED, UNSUPPRESSED -> List.of(decision.identifier());
            default -> decision.members();
        };
    }

    /** The record that brought it, or by which a value is pinned. */
    private static List<String> record(Decision decision) {
        return decision.record() == null ? List.of() : List.of(Decision.MEMBER_RECORD + decision.record());
    }

    /** The decision by which a new customer came. */
    Long birth(String customer) {
        return turns.birth(customer);
    }

    /** The first decision that names a member whose node is written now; null when none does yet. */
    Long first(String member) {
        List<Long> seqs = named.get(member);
        if (seqs == null) {
            unnamed.add(member);
            return null;
        }
        return seqs.remove(0);
    }

    /** Once decisions, members and customers are there. */
    void write() {
        List<Object> records = new ArrayList<>();
        List<Object> identifiers = new ArrayList<>();
        List<Object> traces = new ArrayList<>();
        named.forEach((member, seqs) -> {
            if (!seqs.isEmpty() && unnamed.remove(member)) {
                if (member.startsWith(Decision.MEMBER_RECORD)) {
                    records.add(row(member.substring(Decision.MEMBER_RECORD.length()), seqs.remove(0)));
                } else {
                    identifiers.add(row(member, seqs.remove(0)));
                }
            }
            seqs.forEach(seq -> traces.add(row(member, seq)));
        });
        run(HistoryStatement.DATE_RECORDS, records);
        run(HistoryStatement.DATE_IDENTIFIERS, identifiers);
        run(HistoryStatement.NAME_MEMBERS, traces);
        List<Object> customers = new ArrayList<>();
        turns.lines()
                .forEach((id, lines) ->
                        customers.add(Map.of("id", id, "turns", lines, "to", List.copyOf(turns.wentTo(id)))));
        run(HistoryStatement.TURN_CUSTOMERS, customers);
    }

    private static Map<String, Object> row(String key, long seq) {
        return Map.of("key", key, "seq", seq);
    }

    private void run(HistoryStatement statement, List<Object> rows) {
        if (!rows.isEmpty()) {
            runner.run(statement, Map.of("rows", rows));
        }
    }
}
