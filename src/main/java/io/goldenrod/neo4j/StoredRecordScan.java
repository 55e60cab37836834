package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphScan.Part;
import io.goldenrod.graph.RecordScan;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Pages through the records in Neo4j along their unique keys. */
public final class StoredRecordScan implements RecordScan {

    private final Database database;
    private final Supplier<Policy> inForce;

    /** @param inForce asked anew for each page */
    public StoredRecordScan(Database database, Supplier<Policy> inForce) {
        this.database = database;
        this.inForce = inForce;
    }

    @Override
    public long records() {
        return database.query(PolicyStatement.COUNT_RECORDS, Map.of()).get(0).number("records");
    }

    @Override
    public Part<RecordScan.Scanned> page(String after, boolean payloads) {
        List<Row> found = database.query(
                PolicyStatement.PAGE_RECORDS, Map.of("after", after, "limit", PAGE_MAX, "payloads", payloads));
        var pairs = new PairTransaction(database::query, inForce.get());
        List<RecordScan.Scanned> rows = new ArrayList<>(found.size());
        found.forEach(row -> rows.add(row(row, pairs)));
        String last =
                found.size() < PAGE_MAX ? null : found.get(found.size() - 1).text("key");
        return new Part<>(rows, List.of(), last);
    }

    private static RecordScan.Scanned row(Row row, PairTransaction pairs) {
        List<Observed> links = new ArrayList<>();
        List<Identifier> carried = new ArrayList<>();
        for (Object each : row.list("links")) {
            List<?> link = (List<?>) each;
            Identifier identifier = Identifier.parse((String) link.get(0));
            carried.add(identifier);
            links.add(new Observed(identifier, (Boolean) link.get(1), (Boolean) link.get(2)));
        }
        List<Matched> matches = new ArrayList<>();
        for (Object each : row.list("matches")) {
            List<?> match = (List<?>) each;
            matches.add(
                    new Matched(RecordKey.parse((String) match.get(0)), (Double) match.get(1), (Boolean) match.get(2)));
        }
        return new RecordScan.Scanned(
                pairs.said(row, carried),
                row.text("payload"),
                row.text("customer"),
                links,
                matches,
                Set.copyOf(PinJson.read(row.text("pins"), RecordKey.parse(row.text("key")))
                        .keySet()));
    }
}
