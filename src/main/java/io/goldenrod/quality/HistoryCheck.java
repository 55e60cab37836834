package io.goldenrod.quality;

import io.goldenrod.graph.GraphScan;
import io.goldenrod.quality.CheckReport.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Holds members' customers against the decisions that name the members: what as-of answers rest on. */
final class HistoryCheck {

    private static final int MEMBERS_MAX = 1_000;

    private final GraphScan graph;
    private final Findings findings;
    private final Map<String, String> waiting = new HashMap<>();

    HistoryCheck(GraphScan graph, Findings findings) {
        this.graph = graph;
        this.findings = findings;
    }

    /** @param customer that it points at, or null */
    void take(String member, String customer) {
        waiting.put(member, customer);
        if (waiting.size() >= MEMBERS_MAX) {
            finish();
        }
    }

    void finish() {
        Map<String, String> told = graph.customersByDecisions(waiting.keySet());
        if (told != null) {
            waiting.forEach((member, customer) -> {
                if (!Objects.equals(told.get(member), customer)) {
                    findings.add(Kind.HISTORY, member, "decisions say " + told.get(member), customer);
                }
            });
        }
        waiting.clear();
    }
}
