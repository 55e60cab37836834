package io.goldenrod.neo4j;

import io.goldenrod.graph.Page;
import io.goldenrod.graph.Quarantine;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps refused lines as nodes of their own, apart from all customers. */
public final class StoredQuarantine implements Quarantine {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Database database;
    private final int refusalsMax;

    /** @param refusalsMax how many are kept, 0 to 10,000,000; a few more when several callers add at the same moment */
    public StoredQuarantine(Database database, int refusalsMax) {
        if (refusalsMax < 0 || refusalsMax > 10_000_000) {
            throw new IllegalArgumentException("goldenrod.limits.quarantine-max is from 0 to 10,000,000");
        }
        this.database = database;
        this.refusalsMax = refusalsMax;
    }

    @Override
    public List<Boolean> add(List<Refusal> refusals) {
        List<Map<String, Object>> rows =
                refusals.stream().map(StoredQuarantine::properties).toList();
        var kept = new HashSet<String>();
        database.execute(DEADLINE, QuarantineStatement.ADD_REFUSALS, Map.of("limit", refusalsMax, "rows", rows))
                .forEach(row -> kept.add(row.text("id")));
        return refusals.stream().map(refusal -> kept.contains(refusal.id())).toList();
    }

    private static Map<String, Object> properties(Refusal refusal) {
        var properties = new HashMap<String, Object>();
        properties.put("id", refusal.id());
        properties.put("at", refusal.at().atZone(ZoneOffset.UTC));
        properties.put("request", refusal.request());
        properties.put("line", refusal.line());
        properties.put("source", refusal.source());
        properties.put("body", refusal.body());
        properties.put("complete", refusal.complete());
        properties.put("errors", StoredValues.json(refusal.errors()));
        return properties;
    }

    @Override
    public Page<Refusal> page(String after, int limit) {
        List<Row> rows = database.query(QuarantineStatement.LIST_REFUSALS, Map.of("after", after, "limit", limit + 1));
        List<Refusal> shown =
                rows.stream().limit(limit).map(StoredQuarantine::refusal).toList();
        return new Page<>(shown, rows.size() > limit ? shown.get(limit - 1).id() : null);
    }

    @Override
    public Optional<Refusal> find(String id) {
        return database.query(QuarantineStatement.FIND_REFUSAL, Map.of("id", id)).stream()
                .findFirst()
                .map(StoredQuarantine::refusal);
    }

    @Override
    public boolean delete(String id) {
        return !database.execute(DEADLINE, QuarantineStatement.DELETE_REFUSAL, Map.of("id", id))
                .isEmpty();
    }

    private static Refusal refusal(Row row) {
        return new Refusal(
                row.text("id"),
                StoredValues.instant(row.value("at")),
                row.text("request"),
                row.number("line"),
                row.text("source"),
                row.text("body"),
                row.flag("complete"),
                StoredValues.problems(row.text("errors")));
    }
}
