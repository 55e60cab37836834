package io.goldenrod.neo4j;

import io.goldenrod.graph.AssertionReads;
import io.goldenrod.graph.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stewards said. */
public final class StoredAssertionReads implements AssertionReads {

    private final Database database;

    public StoredAssertionReads(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Entry> find(String id) {
        return database.query(AssertionStatement.FIND_ASSERTION, Map.of("id", id)).stream()
                .map(StoredAssertionReads::entry)
                .findFirst();
    }

    @Override
    public Page<Entry> list(Boolean inForce, String member, String after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("status", inForce == null ? null : inForce ? "ACTIVE" : "RETRACTED");
        parameters.put("after", after);
        parameters.put("limit", limit + 1);
        AssertionStatement statement = AssertionStatement.LIST_ASSERTIONS;
        if (member != null) {
            parameters.put("member", member);
            statement = AssertionStatement.LIST_MEMBER_ASSERTIONS;
        }
        List<Row> rows = database.query(statement, parameters);
        List<Entry> shown =
                rows.stream().limit(limit).map(StoredAssertionReads::entry).toList();
        return new Page<>(
                shown, rows.size() > limit ? shown.get(limit - 1).assertion().id() : null);
    }

    private static Entry entry(Row row) {
        Map<String, Object> properties = row.map("assertion");
        End end = "ACTIVE".equals(properties.get("status"))
                ? null
                : new End(
                        (String) properties.get("retractedBy"),
                        StoredNodes.instant(properties.get("retractedAt")),
                        (String) properties.get("retractedReason"));
        return new Entry(AssertionTransaction.assertion(row), end);
    }
}
