package io.goldenrod.benchmark;

import java.util.Map;
import org.neo4j.driver.Driver;

/** A customer of many records, written as the service would have written it, but without the way there. */
final class LargeCustomer {

    private static final int BATCH_RECORDS = 5_000;

    /** How the records hang together. */
    enum Shape {
        /** All carry one e-mail address, and each a device of its own. */
        HUB("'hub'", "'device_id:own' + n + $id"),
        /** Each shares an e-mail address with the one before, and another with the one after. */
        CHAIN("toString(n)", "'email:' + $id + (n + 1) + '@example.org'"),
        /** A hundred share an e-mail address, and the first of them a phone with the hundred before. */
        MIXED(
                "toString(n / 100)",
                "CASE WHEN n % 100 < 2 THEN 'phone:+44' + (n / 100 + n % 100) + $id ELSE 'device_id:own' + n + $id END");

        private final String email;
        private final String second;

        Shape(String email, String second) {
            this.email = email;
            this.second = second;
        }
    }

    private static final String CUSTOMER = """
            CREATE (:Customer {
              id: $id, status: 'ACTIVE', createdAt: datetime(), updatedAt: datetime(), version: 1, records: $records,
              identifiers: $records + 1, links: 2 * $records, held: 0, bond: 'STRONG', known: true, counts: [],
              claims: [], founder: 'bench/' + $id + 0, founderSeq: 1, foundedSeq: 1,
              profile: '{"attributes": {}, "rules": {}, "consent": {}}'
            })
            """;

    private static final String RECORDS = """
            MATCH (customer:Customer {id: $id})
            UNWIND range($from, $to - 1) AS n
            CREATE (record:Record {
              key: 'bench/' + $id + n, source: 'bench', recordId: $id + n, observedAt: datetime(), seq: n,
              customer: $id, attributes: '{}', names: [], fingerprint: 'f' + n, payload: '{}'
            })-[:RESOLVED_TO]->(customer)
            WITH customer, record, n
            UNWIND ['email:' + $id + EMAIL + '@example.org', SECOND] AS key
            MERGE (identifier:Identifier {key: key})
            ON CREATE SET identifier.type = split(key, ':')[0], identifier.value = split(key, ':')[1],
                          identifier.customer = $id, identifier.records = 0, identifier.held = 0,
                          identifier.firstSeen = datetime(), identifier.lastSeen = datetime(),
                          identifier.sources = ['bench'], identifier.companions = []
            SET identifier.records = identifier.records + 1
            CREATE (record)-[:OBSERVED {at: record.observedAt}]->(identifier)
            MERGE (identifier)-[:RESOLVED_TO]->(customer)
            """;

    private LargeCustomer() {}

    static void write(Driver driver, String id, Shape shape, int records) {
        driver.executableQuery(CUSTOMER)
                .withParameters(Map.of("id", id, "records", records))
                .execute();
        String statement = RECORDS.replace("EMAIL", shape.email).replace("SECOND", shape.second);
        for (int from = 0; from < records; from += BATCH_RECORDS) {
            driver.executableQuery(statement)
                    .withParameters(Map.of("id", id, "from", from, "to", Math.min(records, from + BATCH_RECORDS)))
                    .execute();
        }
    }

    static String record(String id, long number) {
        return "record:bench/" + id + number;
    }
}
