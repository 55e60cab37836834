package io.goldenrod.quality;

import io.goldenrod.graph.GraphScan;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.CheckReport.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Verifies a graph: computes from its records alone what should be there, by the same pure function as the engine but
 * over everything at once, and compares.
 *
 * <p>Reads page by page, and holds of every record about 150 bytes, of every identifier 250, of every link 50 and of
 * every customer 250, which is one gigabyte for a million records of three identifiers each; profiles and payloads are
 * not held. Of every pair that matching tied it holds about 300 bytes. Of very many blocks, only some are scored anew,
 * see {@link PairCheck}.
 *
 * <p>Writes may go on meanwhile, and a page may then not fit the one before it. So when anything was found while the
 * graph moved, all of it is checked again, and what is reported was found both times exactly alike.
 */
public final class GraphCheck {

    private final GraphScan graph;
    private final Rules rules;
    private final Matcher matcher;

    /**
     * @param policy the one in force
     * @param matcher of the same policy; null when it does not match
     */
    public GraphCheck(GraphScan graph, Policy policy, Matcher matcher) {
        this.graph = graph;
        this.rules = new Rules(policy);
        this.matcher = matcher;
    }

    /** @throws GraphUnavailableException when the store does not answer */
    public CheckReport run() {
        CheckRun first = new CheckRun(graph, rules, matcher);
        first.run();
        if (first.findings().total() == 0 || !first.moved()) {
            return first.report(
                    List.copyOf(first.findings().named()), first.findings().total());
        }
        CheckRun second = new CheckRun(graph, rules, matcher);
        second.run();
        Set<Finding> lasting = new LinkedHashSet<>(second.findings().named());
        lasting.retainAll(first.findings().named());
        return second.report(List.copyOf(lasting), lasting.size());
    }
}
