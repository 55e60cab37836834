package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.ResolutionStoreContractTests;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.Policy;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.GraphSnapshot.CustomerNode;
import io.goldenrod.testkit.GraphSnapshot.IdentifierNode;
import io.goldenrod.testkit.GraphSnapshot.RecordNode;
import io.goldenrod.testkit.GraphSnapshot.Status;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.Parameter;

/** The graph in Neo4j does what every graph store must do; it is read back here without the code that wrote it. */
@OnEachNeo4j
class StoredResolutionIT extends ResolutionStoreContractTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Parameter
    Neo4jUnderTest neo4j;

    private Policy policy;

    @Override
    protected ResolutionStore emptyStore(Policy other) {
        policy = other;
        neo4j.wipe();
        return new StoredResolution(neo4j.database(), policy, CLOCK);
    }

    @Override
    protected int histories() {
        return 40;
    }

    @Override
    protected GraphSnapshot snapshot() {
        return new GraphSnapshot(records(), identifiers(), links(), customers(), decisions());
    }

    private Map<RecordKey, RecordNode> records() {
        Map<RecordKey, RecordNode> records = new TreeMap<>();
        for (Map<String, Object> row : neo4j.query("MATCH (r:Record) RETURN properties(r) AS r,"
                + " COLLECT { MATCH (r)-[:OBSERVED]->(i) RETURN i.key ORDER BY i.type, i.value } AS carried,"
                + " COLLECT { MATCH (r)-[:RESOLVED_TO]->(c) RETURN c.id } AS resolved")) {
            Map<String, Object> record = map(row.get("r"));
            RecordKey key = RecordKey.parse((String) record.get("key"));
            List<Identifier> carried =
                    texts(row.get("carried")).stream().map(Identifier::parse).toList();
            SourceRecord said = new SourceRecord(
                    key,
                    StoredNodes.instant(record.get("observedAt")),
                    carried,
                    carried.stream()
                            .filter(each -> policy.type(each.type()).blocks(each.value()))
                            .collect(Collectors.toSet()),
                    ProfileJson.readAttributes((String) record.get("attributes")),
                    Set.copyOf(texts(record.get("names"))),
                    ProfileJson.readConsent((String) record.get("consent")),
                    (String) record.get("fingerprint"));
            records.put(
                    key,
                    new RecordNode(
                            said,
                            (String) record.get("payload"),
                            (Long) record.get("seq"),
                            (String) record.get("customer"),
                            onlyOne(row.get("resolved"))));
        }
        return records;
    }

    private Map<Identifier, IdentifierNode> identifiers() {
        Map<Identifier, IdentifierNode> identifiers = new TreeMap<>();
        for (Map<String, Object> row : neo4j.query("MATCH (i:Identifier) RETURN properties(i) AS i,"
                + " COLLECT { MATCH (i)-[:RESOLVED_TO]->(c) RETURN c.id } AS resolved")) {
            StoredIdentifier state = StoredNodes.identifier(map(row.get("i")));
            identifiers.put(state.identifier(), new IdentifierNode(state, onlyOne(row.get("resolved"))));
        }
        return identifiers;
    }

    private Map<String, StoredLink> links() {
        Map<String, StoredLink> links = new TreeMap<>();
        for (Map<String, Object> row : neo4j.query("MATCH (r:Record)-[o:OBSERVED]->(i:Identifier)"
                + " RETURN r.key AS record, i.key AS identifier, o.at AS at, o.held AS held, o.detail AS detail")) {
            String held = (String) row.get("held");
            StoredLink link = new StoredLink(
                    RecordKey.parse((String) row.get("record")),
                    Identifier.parse((String) row.get("identifier")),
                    StoredNodes.instant(row.get("at")),
                    held == null ? null : Constraint.valueOf(held),
                    (String) row.get("detail"));
            assertThat(links.put(link.key(), link)).as("one link").isNull();
        }
        return links;
    }

    private Map<String, CustomerNode> customers() {
        Map<String, CustomerNode> customers = new TreeMap<>();
        for (Map<String, Object> row : neo4j.query("MATCH (c:Customer) RETURN properties(c) AS c, c:Former AS former,"
                + " COLLECT { MATCH (c)-[into:MERGED_INTO]->(s) RETURN s.id ORDER BY into.founder DESC, s.id } AS into,"
                + " COUNT { (c)-[:MERGED_INTO {founder: true}]->() } AS firsts")) {
            Map<String, Object> customer = map(row.get("c"));
            Status status = Status.valueOf((String) customer.get("status"));
            assertThat(row.get("former")).isEqualTo(status != Status.ACTIVE);
            assertThat(row.get("firsts")).isEqualTo(status == Status.MERGED ? 1L : 0L);
            customers.put(
                    (String) customer.get("id"),
                    new CustomerNode(StoredNodes.customer(customer), status, texts(row.get("into"))));
        }
        return customers;
    }

    private List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        for (Map<String, Object> row : neo4j.query("MATCH (d:Decision) RETURN properties(d) AS d ORDER BY d.seq")) {
            Map<String, Object> decision = map(row.get("d"));
            assertThat(decision.get("seq")).isEqualTo(decisions.size() + 1L);
            assertThat(decision.get("policy")).isEqualTo(policy.hash());
            decisions.add(new Decision(
                    Decision.Kind.valueOf((String) decision.get("kind")),
                    (String) decision.get("customer"),
                    (String) decision.get("other"),
                    (String) decision.get("record"),
                    (String) decision.get("identifier"),
                    (String) decision.get("linkClass"),
                    (String) decision.get("constraint"),
                    (String) decision.get("detail"),
                    decision.get("members") == null ? List.of() : texts(decision.get("members")),
                    (String) decision.get("request")));
        }
        return decisions;
    }

    private static String onlyOne(Object list) {
        List<String> ids = texts(list);
        assertThat(ids).hasSizeLessThanOrEqualTo(1);
        return ids.isEmpty() ? null : ids.get(0);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Object value) {
        return (List<String>) value;
    }
}
