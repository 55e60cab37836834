package io.goldenrod.neo4j;

import io.goldenrod.neo4j.SurroundingsReader.Carried;
import io.goldenrod.neo4j.SurroundingsReader.Matched;
import io.goldenrod.neo4j.SurroundingsReader.Owned;
import java.util.List;
import java.util.Map;

/** A customer's surroundings as they are. */
final class PresentSteps implements SurroundingsReader.Steps {

    private final Database database;

    PresentSteps(Database database) {
        this.database = database;
    }

    @Override
    public List<Owned> members(String customer, int limit) {
        return owned(database.query(ReadStatement.LIST_MEMBERS, Map.of("id", customer, "limit", limit)));
    }

    @Override
    public List<Carried> links(List<String> records, int limit) {
        return database.query(ReadStatement.EXPAND_RECORDS, Map.of("keys", records, "limit", limit)).stream()
                .map(row -> new Carried(
                        row.text("record"),
                        row.text("identifier"),
                        row.text("customer"),
                        row.text("suppressed"),
                        StoredValues.instant(row.value("at")),
                        row.text("held"),
                        row.text("detail")))
                .toList();
    }

    @Override
    public List<Owned> carriers(List<String> identifiers, int limit, int each) {
        return owned(database.query(
                ReadStatement.EXPAND_IDENTIFIERS, Map.of("keys", identifiers, "limit", limit, "each", each)));
    }

    @Override
    public List<Matched> matches(List<String> records, int limit) {
        return database.query(ReadStatement.EXPAND_MATCHES, Map.of("keys", records, "limit", limit)).stream()
                .map(row -> new Matched(
                        new Owned(row.text("left"), row.text("leftCustomer")),
                        new Owned(row.text("right"), row.text("rightCustomer")),
                        row.text("held"),
                        row.text("detail"),
                        (Double) row.value("probability")))
                .toList();
    }

    private static List<Owned> owned(List<Row> rows) {
        return rows.stream()
                .map(row -> new Owned(row.text("key"), row.text("customer")))
                .toList();
    }
}
