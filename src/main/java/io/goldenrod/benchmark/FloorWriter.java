package io.goldenrod.benchmark;

import static io.goldenrod.benchmark.BareStatement.LINK_CONCERNED;
import static io.goldenrod.benchmark.BareStatement.LINK_OBSERVED;
import static io.goldenrod.benchmark.BareStatement.LINK_RESOLVED_IDENTIFIERS;
import static io.goldenrod.benchmark.BareStatement.LINK_RESOLVED_RECORDS;
import static io.goldenrod.benchmark.BareStatement.MERGE_CUSTOMERS;
import static io.goldenrod.benchmark.BareStatement.MERGE_DECISIONS;
import static io.goldenrod.benchmark.BareStatement.MERGE_IDENTIFIERS;
import static io.goldenrod.benchmark.BareStatement.MERGE_RECORDS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/**
 * The least that writing the same graph costs: reads what the service made of a range of records, with all properties,
 * and writes it to an empty store by bare {@code UNWIND … MERGE}, a transaction for each 1,000 records.
 */
final class FloorWriter {

    private static final int BATCH_RECORDS = 1_000;

    private static final List<BareStatement> CONSTRAINTS = List.of(
            BareStatement.REQUIRE_RECORD_KEY,
            BareStatement.REQUIRE_IDENTIFIER_KEY,
            BareStatement.REQUIRE_CUSTOMER_ID,
            BareStatement.REQUIRE_DECISION_SEQ);

    private final Driver driver;

    FloorWriter(Driver driver) {
        this.driver = driver;
        CONSTRAINTS.forEach(each -> driver.executableQuery(each.text()).execute());
    }

    /** What goes into one transaction: rows by statement. */
    record Batch(Map<BareStatement, List<Map<String, Object>>> rows) {

        private static Batch of(BareStatement... statements) {
            Map<BareStatement, List<Map<String, Object>>> rows = new EnumMap<>(BareStatement.class);
            List.of(statements).forEach(each -> rows.put(each, new ArrayList<>()));
            return new Batch(rows);
        }

        private static Batch empty() {
            return of(
                    MERGE_RECORDS,
                    MERGE_IDENTIFIERS,
                    MERGE_CUSTOMERS,
                    LINK_OBSERVED,
                    LINK_RESOLVED_RECORDS,
                    LINK_RESOLVED_IDENTIFIERS,
                    MERGE_DECISIONS,
                    LINK_CONCERNED);
        }

        /** Without customers, decisions and what leads to them. */
        Batch withoutResolution() {
            Batch kept = of(MERGE_RECORDS, MERGE_IDENTIFIERS, LINK_OBSERVED);
            kept.rows.replaceAll((statement, none) -> rows.get(statement));
            return kept;
        }
    }

    /** What the service made of the records of these numbers. */
    static List<Batch> read(Driver service, long from, long to) {
        List<Batch> batches = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (long start = from; start < to; start += BATCH_RECORDS) {
            List<String> keys = new ArrayList<>();
            for (long number = start; number < Math.min(to, start + BATCH_RECORDS); number++) {
                keys.add("crm/" + number);
                keys.add("web/" + number);
            }
            Batch batch = Batch.empty();
            // an identifier or a customer is written by each batch that touches it, but once in one batch
            seen.clear();
            service.executableQuery(BareStatement.READ_RESOLVED.text())
                    .withParameters(Map.of("keys", keys))
                    .execute()
                    .records()
                    .forEach(found -> add(found.asMap(), batch.rows(), seen));
            batches.add(batch);
        }
        return batches;
    }

    @SuppressWarnings("unchecked")
    private static void add(
            Map<String, Object> found, Map<BareStatement, List<Map<String, Object>>> rows, Set<Object> seen) {
        Map<String, Object> record = (Map<String, Object>) found.get("record");
        Map<String, Object> customer = (Map<String, Object>) found.get("customer");
        rows.get(MERGE_RECORDS).add(record);
        rows.get(LINK_RESOLVED_RECORDS).add(Map.of("from", record.get("key"), "to", customer.get("id")));
        if (seen.add(customer.get("id"))) {
            rows.get(MERGE_CUSTOMERS).add(customer);
        }
        for (Object each : (List<Object>) found.get("identifiers")) {
            List<Object> link = (List<Object>) each;
            Map<String, Object> identifier = (Map<String, Object>) link.get(0);
            Object key = identifier.get("key");
            if (seen.add(key)) {
                rows.get(MERGE_IDENTIFIERS).add(identifier);
                if (link.get(2) != null) {
                    rows.get(LINK_RESOLVED_IDENTIFIERS).add(Map.of("from", key, "to", link.get(2)));
                }
            }
            Map<String, Object> observed = new HashMap<>();
            observed.put("from", record.get("key"));
            observed.put("to", key);
            observed.put("at", link.get(1));
            rows.get(LINK_OBSERVED).add(observed);
        }
        for (Object each : (List<Object>) found.get("decisions")) {
            Map<String, Object> decision = (Map<String, Object>) each;
            rows.get(MERGE_DECISIONS).add(decision);
            rows.get(LINK_CONCERNED).add(Map.of("from", decision.get("seq"), "to", customer.get("id")));
        }
    }

    /** @return seconds */
    double write(List<Batch> batches) {
        long start = System.nanoTime();
        try (Session session = driver.session()) {
            for (Batch batch : batches) {
                session.executeWriteWithoutResult(transaction -> write(transaction, batch));
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void write(TransactionContext transaction, Batch batch) {
        batch.rows().forEach((statement, rows) -> {
            if (!rows.isEmpty()) {
                transaction.run(statement.text(), Map.of("rows", rows)).consume();
            }
        });
    }
}
