package io.goldenrod.neo4j;

import io.goldenrod.graph.ExplainReads;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.EvidenceGraph;
import io.goldenrod.lineage.PathSearch;
import io.goldenrod.partition.LinkClass;
import io.goldenrod.partition.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The links of one customer's members. */
final class LinkSource implements PathSearch.Source {

    private final Database database;
    private final Rules rules;
    private final String customerId;

    LinkSource(Database database, Rules rules, String customerId) {
        this.database = database;
        this.rules = rules;
        this.customerId = customerId;
    }

    @Override
    public void expand(List<String> members, EvidenceGraph graph) {
        List<String> records = new ArrayList<>();
        List<String> identifiers = new ArrayList<>();
        for (String member : members) {
            if (member.startsWith(Decision.MEMBER_RECORD)) {
                records.add(member.substring(Decision.MEMBER_RECORD.length()));
            } else {
                identifiers.add(member);
            }
        }
        if (!records.isEmpty()) {
            each(ExplainStatement.EXPAND_RECORDS, Map.of("keys", records), row -> addObserved(row, graph));
            each(ExplainStatement.EXPAND_MATCHES, Map.of("keys", records), row -> addMatch(row, graph));
            records.forEach(key -> graph.close(Decision.MEMBER_RECORD + key));
        }
        if (!identifiers.isEmpty()) {
            expandIdentifiers(identifiers, graph);
        }
        each(
                ExplainStatement.EXPAND_ASSERTIONS,
                Map.of("records", records, "identifiers", identifiers),
                row -> addAssertion(row, graph));
    }

    private void expandIdentifiers(List<String> identifiers, EvidenceGraph graph) {
        Set<String> hubs = new HashSet<>(identifiers);
        each(
                ExplainStatement.EXPAND_IDENTIFIERS,
                Map.of("keys", identifiers, "recordsMax", PathSearch.HUB_RECORDS),
                row -> {
                    String identifier = (String) row.apply("identifier");
                    hubs.remove(identifier);
                    graph.close(identifier);
                    for (Object each : (List<?>) row.apply("links")) {
                        List<?> link = (List<?>) each;
                        addObserved((String) link.get(0), identifier, (Long) link.get(1), graph);
                    }
                });
        for (String hub : hubs) {
            LinkClass linkClass = linkClass(hub);
            if (linkClass == null) {
                graph.close(hub);
            } else {
                graph.closeBut(hub, linkClass);
            }
        }
    }

    @Override
    public boolean expandAll(EvidenceGraph graph) {
        Map<String, Object> parameters = Map.of("id", customerId, "limit", ExplainReads.LINKS_MAX);
        long[] rows = new long[1];
        each(ExplainStatement.LIST_LINKS, parameters, row -> {
            rows[0]++;
            addObserved(row, graph);
        });
        each(ExplainStatement.LIST_MATCHES, parameters, row -> {
            rows[0]++;
            addMatch(row, graph);
        });
        each(ExplainStatement.LIST_ASSERTIONS, parameters, row -> {
            rows[0]++;
            addAssertion(row, graph);
        });
        return rows[0] < ExplainReads.LINKS_MAX;
    }

    private void addObserved(Function<String, Object> row, EvidenceGraph graph) {
        addObserved((String) row.apply("record"), (String) row.apply("identifier"), (Long) row.apply("at"), graph);
    }

    private void addObserved(String record, String identifier, long at, EvidenceGraph graph) {
        LinkClass linkClass = linkClass(identifier);
        if (linkClass != null) {
            graph.link(Decision.MEMBER_RECORD + record, identifier, linkClass, 0, at, "");
        }
    }

    private void addMatch(Function<String, Object> row, EvidenceGraph graph) {
        graph.link(
                Decision.MEMBER_RECORD + row.apply("left"),
                Decision.MEMBER_RECORD + row.apply("right"),
                rules.matched(),
                (Double) row.apply("weight"),
                0,
                "");
    }

    private static void addAssertion(Function<String, Object> row, EvidenceGraph graph) {
        graph.link(
                (String) row.apply("left"),
                (String) row.apply("right"),
                LinkClass.SAME,
                0,
                (Long) row.apply("at"),
                (String) row.apply("id"));
    }

    private LinkClass linkClass(String identifier) {
        return rules.linkClass(identifier.substring(0, identifier.indexOf(':')));
    }

    private void each(Statement statement, Map<String, Object> parameters, Consumer<Function<String, Object>> row) {
        database.query(statement, parameters).forEach(found -> row.accept(found::value));
    }
}
