package io.goldenrod.neo4j;

import io.goldenrod.graph.SourceReads;
import java.util.List;
import java.util.Map;

/** Samples what is stored along its indexes. */
public final class StoredSourceReads implements SourceReads {

    private static final int SUPPRESSED_LOOKED_AT_MAX = 10_000;

    private final Database database;

    public StoredSourceReads(Database database) {
        this.database = database;
    }

    @Override
    public List<String> sources(int limit) {
        return database.query(ReadStatement.LIST_SOURCES, Map.of("limit", limit)).stream()
                .map(row -> row.text("name"))
                .toList();
    }

    @Override
    public long records(String source, long most) {
        return database.query(ReadStatement.COUNT_SOURCE, Map.of("prefix", source + "/", "most", most))
                .get(0)
                .number("records");
    }

    @Override
    public List<Sampled> sample(String source, int limit) {
        var parameters = Map.<String, Object>of("prefix", source + "/", "limit", (limit + 1) / 2);
        return database.query(ReadStatement.SAMPLE_SOURCE, parameters).stream()
                .map(row -> new Sampled(
                        row.text("key"), row.text("payload"), StoredValues.instant(row.value("observedAt"))))
                .toList();
    }

    @Override
    public List<Hub> carried(List<String> recordKeys, int limit) {
        return database.query(ReadStatement.LIST_CARRIED, Map.of("keys", recordKeys, "limit", limit)).stream()
                .map(StoredSourceReads::hub)
                .toList();
    }

    @Override
    public List<Hub> suppressed(int limit) {
        var parameters = Map.<String, Object>of(
                "suppressions", StoredStatistics.SUPPRESSIONS, "lookedAt", SUPPRESSED_LOOKED_AT_MAX, "limit", limit);
        return database.query(ReadStatement.LIST_SUPPRESSED, parameters).stream()
                .map(StoredSourceReads::hub)
                .toList();
    }

    private static Hub hub(Row row) {
        return new Hub(row.text("type"), row.text("value"), row.number("records"), row.text("suppressed"));
    }

    @Override
    public List<Ingest> ingests(int decisions, int limit) {
        List<Row> range = database.query(ReadStatement.FIND_DECISION_RANGE, Map.of());
        if (range.isEmpty()) {
            return List.of();
        }
        long after = Math.max(0, range.get(0).number("last") - decisions);
        return database.query(ReadStatement.LIST_REQUESTS, Map.of("after", after, "limit", limit)).stream()
                .map(row -> new Ingest(
                        row.text("request"),
                        StoredValues.instant(row.value("from")),
                        StoredValues.instant(row.value("to")),
                        row.number("decisions"),
                        row.texts("sources")))
                .toList();
    }
}
