package io.goldenrod.neo4j;

import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Changes.RecordWrite;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.identity.Identifier;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes what a batch changed: nodes before links, and whole-customer merges before members that move one by one. */
final class ChangeWriter {

    private final StatementRunner runner;
    private final Policy policy;
    private final Instant now;

    ChangeWriter(StatementRunner runner, Policy policy, Instant now) {
        this.runner = runner;
        this.policy = policy;
        this.now = now;
    }

    void write(Changes changes) {
        Map<String, Long> mergeDecisions = new HashMap<>();
        List<Object> decisions = decisions(changes.decisions, mergeDecisions);
        writeCustomers(changes);
        writeIdentifiers(changes);
        writeRecords(changes);
        writeMerges(changes, mergeDecisions);
        writeMoves(changes);
        run(ResolutionStatement.FREE_IDENTIFIERS, "keys", texts(changes.freed));
        List<Object> holds = new ArrayList<>();
        changes.holds.forEach(hold -> {
            Map<String, Object> row = new HashMap<>();
            row.put("record", hold.record().toString());
            row.put("identifier", hold.identifier().key());
            row.put("held", hold.constraint() == null ? null : hold.constraint().name());
            row.put("detail", hold.detail());
            holds.add(row);
        });
        run(ResolutionStatement.HOLD_LINKS, "rows", holds);
        new PairWriter(runner).write(changes.pairs);
        writePins(changes);
        run(ResolutionStatement.CREATE_DECISIONS, "rows", decisions);
    }

    private void writeCustomers(Changes changes) {
        Set<String> isNew = new HashSet<>(changes.newCustomers);
        List<Object> created = new ArrayList<>();
        List<Object> updated = new ArrayList<>();
        for (StoredCustomer customer : changes.customers.values()) {
            Map<String, Object> properties = StoredNodes.customer(customer, policy);
            if (isNew.contains(customer.id())) {
                properties.put("status", "ACTIVE");
                created.add(properties);
            } else {
                updated.add(Map.of("id", customer.id(), "properties", properties));
            }
        }
        run(ResolutionStatement.CREATE_CUSTOMERS, "rows", created);
        run(ResolutionStatement.RESTORE_CUSTOMERS, "ids", List.copyOf(changes.restored));
        run(ResolutionStatement.UPDATE_CUSTOMERS, "rows", updated);
    }

    private void writeIdentifiers(Changes changes) {
        Set<Identifier> isNew = new HashSet<>(changes.newIdentifiers);
        List<Object> created = new ArrayList<>();
        List<Object> updated = new ArrayList<>();
        changes.identifiers.forEach((identifier, state) -> {
            Map<String, Object> row = new HashMap<>();
            if (isNew.contains(identifier)) {
                row.put("customer", state.customer());
                row.put("properties", StoredNodes.newIdentifier(state));
                created.add(row);
            } else {
                row.put("key", identifier.key());
                row.put("properties", StoredNodes.identifier(state));
                updated.add(row);
            }
        });
        run(ResolutionStatement.CREATE_IDENTIFIERS, "rows", created);
        run(ResolutionStatement.UPDATE_IDENTIFIERS, "rows", updated);
    }

    private void writeRecords(Changes changes) {
        List<Object> created = new ArrayList<>();
        List<Object> replaced = new ArrayList<>();
        List<Object> resolved = new ArrayList<>();
        Set<String> sources = new TreeSet<>();
        for (RecordWrite write : changes.newRecords) {
            Map<String, Object> row = row(write);
            sources.add(write.record().key().source());
            if (write.customer() == null) {
                created.add(row);
            } else {
                row.put("customer", write.customer());
                resolved.add(row);
            }
        }
        changes.replacedRecords.forEach(write -> replaced.add(row(write)));
        run(ResolutionStatement.CREATE_RECORDS, "rows", created);
        run(ResolutionStatement.CREATE_RESOLVED_RECORDS, "rows", resolved);
        run(ResolutionStatement.REPLACE_RECORDS, "rows", replaced);
        run(ResolutionStatement.NOTE_SOURCES, "names", List.copyOf(sources));
    }

    private static Map<String, Object> row(RecordWrite write) {
        Map<String, Object> row = new HashMap<>();
        row.put("key", write.record().key().toString());
        row.put("properties", StoredNodes.record(write));
        row.put("at", StoredNodes.time(write.record().observedAt()));
        row.put("identifiers", texts(write.record().identifiers()));
        return row;
    }

    private void writePins(Changes changes) {
        List<Object> pins = new ArrayList<>();
        changes.pins.forEach((record, pinned) -> {
            Map<String, Object> row = new HashMap<>();
            row.put("key", record.toString());
            row.put("pins", PinJson.write(pinned));
            pins.add(row);
        });
        run(ResolutionStatement.PIN_RECORDS, "rows", pins);
    }

    private void writeMerges(Changes changes, Map<String, Long> mergeDecisions) {
        List<Object> merges = new ArrayList<>();
        List<Object> redirects = new ArrayList<>();
        List<Object> departures = new ArrayList<>();
        changes.merges.forEach((id, survivor) -> {
            merges.add(Map.of("id", id, "survivor", survivor));
            redirects.add(Map.of("id", id, "survivor", survivor));
            departures.add(departure(id, List.of(survivor), mergeDecisions));
        });
        changes.departures.forEach(departure -> {
            if (!departure.survivors().isEmpty()) {
                redirects.add(Map.of(
                        "id", departure.id(), "survivor", departure.survivors().get(0)));
            }
            departures.add(departure(departure.id(), departure.survivors(), mergeDecisions));
        });
        run(ResolutionStatement.MERGE_CUSTOMERS, "rows", merges);
        run(ResolutionStatement.REDIRECT_FORMERS, "rows", redirects);
        run(ResolutionStatement.DEPART_CUSTOMERS, "rows", departures);
    }

    private static Map<String, Object> departure(String id, List<String> survivors, Map<String, Long> mergeDecisions) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("survivors", survivors);
        row.put("status", survivors.isEmpty() ? "RETIRED" : "MERGED");
        row.put("decision", mergeDecisions.get(id));
        return row;
    }

    private void writeMoves(Changes changes) {
        List<Object> records = new ArrayList<>();
        changes.recordMoves.forEach(
                (key, customer) -> records.add(Map.of("key", key.toString(), "customer", customer)));
        List<Object> identifiers = new ArrayList<>();
        List<String> released = new ArrayList<>();
        changes.identifierMoves.forEach((identifier, customer) -> {
            if (customer == null) {
                released.add(identifier.key());
            } else {
                identifiers.add(Map.of("key", identifier.key(), "customer", customer));
            }
        });
        run(ResolutionStatement.MOVE_RECORDS, "rows", records);
        run(ResolutionStatement.RELEASE_IDENTIFIERS, "keys", released);
        run(ResolutionStatement.MOVE_IDENTIFIERS, "rows", identifiers);
    }

    private List<Object> decisions(List<Decision> decisions, Map<String, Long> mergeDecisions) {
        if (decisions.isEmpty()) {
            return List.of();
        }
        long merges =
                decisions.stream().filter(each -> each.kind() == Kind.MERGED).count();
        long seq = runner.run(
                        ResolutionStatement.RESERVE_DECISIONS, Map.of("count", decisions.size(), "merges", merges))
                .get(0)
                .number("taken");
        List<Object> rows = new ArrayList<>();
        for (Decision decision : decisions) {
            Map<String, Object> properties = new HashMap<>();
            properties.put("seq", ++seq);
            properties.put("at", StoredNodes.time(now));
            properties.put("kind", decision.kind().name());
            properties.put("policy", policy.hash());
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
            List<String> concerns = new ArrayList<>();
            if (decision.customer() != null) {
                concerns.add(decision.customer());
            }
            if (decision.other() != null) {
                concerns.add(decision.other());
            }
            if (decision.kind() == Kind.MERGED) {
                mergeDecisions.put(decision.other(), seq);
            }
            rows.add(Map.of("properties", properties, "concerns", concerns));
        }
        return rows;
    }

    private void run(ResolutionStatement statement, String parameter, Collection<?> rows) {
        if (!rows.isEmpty()) {
            runner.run(statement, Map.of(parameter, rows));
        }
    }

    private static List<String> texts(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::key).toList();
    }
}
