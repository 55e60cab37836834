package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.summary.Plan;

/** How the database goes about the statements of the write path when there is much to go through. */
@OnEachNeo4j
class PlanIT {

    private static final int RECORDS = 100_000;

    @Parameter
    Neo4jUnderTest neo4j;

    @Test
    void findsEverythingByItsKeyAndLocksInTheOrderGiven() throws Exception {
        fill();
        List<String> complaints = new ArrayList<>();
        var settings = neo4j.settings();
        var token = settings.username().isEmpty()
                ? AuthTokens.none()
                : AuthTokens.basic(settings.username(), settings.password());
        try (var driver = GraphDatabase.driver(settings.uri(), token);
                Stream<Path> files = Stream.concat(
                        Files.list(Path.of("cypher", "resolution")), Files.list(Path.of("cypher", "matching")))) {
            for (Path file : files.sorted().toList()) {
                String content = Files.readString(file);
                Plan plan = driver.executableQuery("EXPLAIN " + CypherFile.strip(content))
                        .withParameters(StatementIT.example(neo4j, content))
                        .execute()
                        .summary()
                        .plan();
                List<String> operators = new ArrayList<>();
                collect(plan, operators);
                boolean counts = file.getFileName().toString().startsWith("reserve-");
                if (!counts && operators.stream().anyMatch(each -> each.contains("Scan"))) {
                    complaints.add(file + " scans: " + operators);
                }
                boolean locks = file.getFileName().toString().startsWith("lock-");
                if (locks && operators.stream().anyMatch(each -> each.contains("Sort") || each.contains("Hash"))) {
                    complaints.add(file + " does not keep the order: " + operators);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    private static void collect(Plan plan, List<String> operators) {
        operators.add(plan.operatorType().replaceAll("@.*", ""));
        plan.children().forEach(child -> collect(child, operators));
    }

    /** Two records to a customer, and two identifiers to a record, one of them shared by both. */
    private void fill() {
        for (int from = 0; from < RECORDS; from += 10_000) {
            neo4j.query("""
                UNWIND range($from, $from + 9999, 2) AS n
                CREATE (c:Customer {id: 'C' + n, status: 'ACTIVE', records: 2})
                CREATE (shared:Identifier {key: 'email:' + n, type: 'email', value: toString(n), customer: c.id,
                        held: 0})-[:RESOLVED_TO]->(c)
                CREATE (decision:Decision {seq: n + 1, kind: 'CREATED'})-[:CONCERNS]->(c)
                WITH c, shared, n
                UNWIND [n, n + 1] AS m
                CREATE (r:Record {key: 'crm/' + m, source: 'crm', customer: c.id, seq: m,
                        observedAt: datetime()})-[:RESOLVED_TO]->(c)
                CREATE (own:Identifier {key: 'phone:' + m, type: 'phone', value: toString(m), customer: c.id,
                        held: 0})-[:RESOLVED_TO]->(c)
                CREATE (r)-[:OBSERVED {at: datetime()}]->(shared)
                CREATE (r)-[:OBSERVED {at: datetime()}]->(own)
                CREATE (r)-[:BLOCKED_BY]->(:BlockingKey {key: 'phone=' + m, records: 1})
                """, Map.of("from", from));
        }
        neo4j.query("MATCH (c:Customer) WHERE c.id ENDS WITH '98' SET c:Former, c.status = 'MERGED' "
                + "WITH c MATCH (s:Customer {id: 'C0'}) CREATE (c)-[:MERGED_INTO {founder: true}]->(s)");
        neo4j.query("MATCH (l:Record)-[:OBSERVED]->(:Identifier {type: 'email'})<-[:OBSERVED]-(r:Record) "
                + "WHERE l.key < r.key CREATE (l)-[:MATCHED {weight: 9.5}]->(r)");
        neo4j.query("CALL db.prepareForReplanning()");
    }
}
