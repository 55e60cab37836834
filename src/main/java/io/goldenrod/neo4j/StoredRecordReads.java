package io.goldenrod.neo4j;

import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.identity.RecordKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads stored records. */
public final class StoredRecordReads implements RecordReads {

    private final Database database;

    public StoredRecordReads(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RecordEntry> record(RecordKey key) {
        List<Row> rows = database.query(ReadStatement.FIND_RECORD, Map.of("key", key.toString()));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row row = rows.get(0);
        List<DecisionEntry> history = history(key);
        boolean cut = history.size() > HISTORY_MAX;
        return Optional.of(new RecordEntry(
                key,
                row.text("payload"),
                StoredValues.instant(row.value("observedAt")),
                row.value("seq") == null ? 0 : row.number("seq"),
                row.text("customer"),
                row.maps("identifiers").stream()
                        .map(StoredRecordReads::identifier)
                        .toList(),
                ProfileJson.readAttributes(row.text("attributes")),
                ProfileJson.readConsent(row.text("consent")),
                cut ? history.subList(history.size() - HISTORY_MAX, history.size()) : history,
                cut));
    }

    private List<DecisionEntry> history(RecordKey key) {
        var parameters =
                Map.<String, Object>of("key", key.toString(), "member", "record:" + key, "limit", HISTORY_MAX + 1);
        return database.query(ReadStatement.LIST_HISTORY, parameters).stream()
                .map(StoredCustomerReads::decision)
                .toList();
    }

    private static ObservedIdentifier identifier(Map<String, Object> found) {
        return new ObservedIdentifier(
                (String) found.get("type"),
                (String) found.get("value"),
                (String) found.get("customer"),
                (String) found.get("suppressed"),
                (String) found.get("held"),
                (String) found.get("detail"));
    }
}
