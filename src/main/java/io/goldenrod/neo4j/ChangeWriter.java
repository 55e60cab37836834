package io.goldenrod.neo4j;

import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Changes.RecordWrite;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.identity.Identifier;
import io.goldenrod.lineage.Decision;
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
    private final Set<String> unnamed;
    private HistoryWriter history;
    private DecisionWriter decisions;

    /** @param unnamed members whose nodes came in this transaction and that no decision named yet */
    ChangeWriter(StatementRunner runner, Policy policy, Instant now, Set<String> unnamed) {
        this.runner = runner;
        this.policy = policy;
        this.now = now;
        this.unnamed = unnamed;
    }

    void write(Changes changes) {
        decisions = DecisionWriter.of(runner, changes.decisions, policy, now);
        history = new HistoryWriter(runner, decisions, unnamed);
        history.read(changes);
        writeCustomers(changes);
        writeIdentifiers(changes);
        writeRecords(changes);
        writeMerges(changes, decisions.merges());
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
        decisions.write();
        history.write();
    }

    private void writeCustomers(Changes changes) {
        Set<String> isNew = new HashSet<>(changes.newCustomers);
        List<Object> created = new ArrayList<>();
        List<Object> updated = new ArrayList<>();
        for (StoredCustomer customer : changes.customers.values()) {
            Map<String, Object> properties = StoredNodes.customer(customer, policy);
            if (isNew.contains(customer.id())) {
                properties.put("status", "ACTIVE");
                properties.put("since", history.birth(customer.id()));
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
                Map<String, Object> properties = StoredNodes.newIdentifier(state);
                properties.put("since", history.first(identifier.key()));
                row.put("properties", properties);
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
            Map<String, Object> properties = properties(row);
            Long since = history.first(Decision.member(write.record().key()));
            properties.put("since", since);
            // what it says counts from then on, or, where it is decided later whose it is, from the next decision on
            properties.put("from", since == null ? (Long) decisions.first() : null);
            sources.add(write.record().key().source());
            if (write.customer() == null) {
                created.add(row);
            } else {
                row.put("customer", write.customer());
                resolved.add(row);
            }
        }
        for (RecordWrite write : changes.replacedRecords) {
            Map<String, Object> row = row(write);
            properties(row).put("from", decisions.first());
            replaced.add(row);
        }
        run(ResolutionStatement.CREATE_RECORDS, "rows", created);
        run(ResolutionStatement.CREATE_RESOLVED_RECORDS, "rows", resolved);
        run(ResolutionStatement.REPLACE_RECORDS, "rows", replaced);
        run(ResolutionStatement.NOTE_SOURCES, "names", List.copyOf(sources));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> row) {
        return (Map<String, Object>) row.get("properties");
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
        if (!pins.isEmpty()) {
            runner.run(ResolutionStatement.PIN_RECORDS, Map.of("rows", pins, "seq", decisions.first()));
        }
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

    private void run(ResolutionStatement statement, String parameter, Collection<?> rows) {
        if (!rows.isEmpty()) {
            runner.run(statement, Map.of(parameter, rows));
        }
    }

    private static List<String> texts(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::key).toList();
    }
}
