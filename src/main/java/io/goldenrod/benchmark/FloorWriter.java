package io.goldenrod.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    private static final String RECORDS = "UNWIND $rows AS row MERGE (record:Record {key: row.key}) SET record = row";
    private static final String IDENTIFIERS =
            "UNWIND $rows AS row MERGE (identifier:Identifier {key: row.key}) SET identifier = row";
    private static final String CUSTOMERS =
            "UNWIND $rows AS row MERGE (customer:Customer {id: row.id}) SET customer = row";
    private static final String DECISIONS =
            "UNWIND $rows AS row MERGE (decision:Decision {seq: row.seq}) SET decision = row";
    private static final String OBSERVED = "UNWIND $rows AS row MATCH (record:Record {key: row.from})"
            + " MATCH (identifier:Identifier {key: row.to}) MERGE (record)-[o:OBSERVED]->(identifier) SET o.at = row.at";
    private static final String RECORDS_RESOLVED = "UNWIND $rows AS row MATCH (member:Record {key: row.from})"
            + " MATCH (customer:Customer {id: row.to}) MERGE (member)-[:RESOLVED_TO]->(customer)";
    private static final String IDENTIFIERS_RESOLVED = "UNWIND $rows AS row MATCH (member:Identifier {key: row.from})"
            + " MATCH (customer:Customer {id: row.to}) MERGE (member)-[:RESOLVED_TO]->(customer)";
    private static final String CONCERNS = "UNWIND $rows AS row MATCH (decision:Decision {seq: row.from})"
            + " MATCH (customer:Customer {id: row.to}) MERGE (decision)-[:CONCERNS]->(customer)";

    private static final String READ = """
            MATCH (record:Record) WHERE record.key IN $keys
            MATCH (record)-[:RESOLVED_TO]->(customer)
            RETURN properties(record) AS record, properties(customer) AS customer,
                   COLLECT { MATCH (record)-[o:OBSERVED]->(i) OPTIONAL MATCH (i)-[:RESOLVED_TO]->(owner)
                             RETURN [properties(i), o.at, owner.id] } AS identifiers,
                   COLLECT { MATCH (customer)<-[:CONCERNS]-(d) WHERE d.record = record.key
                             RETURN properties(d) } AS decisions
            ORDER BY record.seq
            """;

    private final Driver driver;

    FloorWriter(Driver driver) {
        this.driver = driver;
        for (String constraint : List.of(
                "(n:Record) REQUIRE n.key",
                "(n:Identifier) REQUIRE n.key",
                "(n:Customer) REQUIRE n.id",
                "(n:Decision) REQUIRE n.seq")) {
            driver.executableQuery("CREATE CONSTRAINT IF NOT EXISTS FOR " + constraint + " IS UNIQUE")
                    .execute();
        }
    }

    /** What goes into one transaction: rows by statement. */
    record Batch(Map<String, List<Map<String, Object>>> rows) {

        private static Batch empty() {
            Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
            for (String statement : List.of(
                    RECORDS,
                    IDENTIFIERS,
                    CUSTOMERS,
                    OBSERVED,
                    RECORDS_RESOLVED,
                    IDENTIFIERS_RESOLVED,
                    DECISIONS,
                    CONCERNS)) {
                rows.put(statement, new ArrayList<>());
            }
            return new Batch(rows);
        }

        /** Without customers, decisions and what leads to them. */
        Batch withoutResolution() {
            Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
            List.of(RECORDS, IDENTIFIERS, OBSERVED).forEach(statement -> kept.put(statement, rows.get(statement)));
            return new Batch(kept);
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
            service.executableQuery(READ)
                    .withParameters(Map.of("keys", keys))
                    .execute()
                    .records()
                    .forEach(found -> add(found.asMap(), batch.rows(), seen));
            batches.add(batch);
        }
        return batches;
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, Object> found, Map<String, List<Map<String, Object>>> rows, Set<Object> seen) {
        Map<String, Object> record = (Map<String, Object>) found.get("record");
        Map<String, Object> customer = (Map<String, Object>) found.get("customer");
        rows.get(RECORDS).add(record);
        rows.get(RECORDS_RESOLVED).add(Map.of("from", record.get("key"), "to", customer.get("id")));
        if (seen.add(customer.get("id"))) {
            rows.get(CUSTOMERS).add(customer);
        }
        for (Object each : (List<Object>) found.get("identifiers")) {
            List<Object> link = (List<Object>) each;
            Map<String, Object> identifier = (Map<String, Object>) link.get(0);
            Object key = identifier.get("key");
            if (seen.add(key)) {
                rows.get(IDENTIFIERS).add(identifier);
                if (link.get(2) != null) {
                    rows.get(IDENTIFIERS_RESOLVED).add(Map.of("from", key, "to", link.get(2)));
                }
            }
            Map<String, Object> observed = new HashMap<>();
            observed.put("from", record.get("key"));
            observed.put("to", key);
            observed.put("at", link.get(1));
            rows.get(OBSERVED).add(observed);
        }
        for (Object each : (List<Object>) found.get("decisions")) {
            Map<String, Object> decision = (Map<String, Object>) each;
            rows.get(DECISIONS).add(decision);
            rows.get(CONCERNS).add(Map.of("from", decision.get("seq"), "to", customer.get("id")));
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
                transaction.run(statement, Map.of("rows", rows)).consume();
            }
        });
    }
}
