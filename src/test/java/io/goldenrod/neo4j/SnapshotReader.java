package io.goldenrod.neo4j;

import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.Policy;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.GraphSnapshot.CustomerNode;
import io.goldenrod.testkit.GraphSnapshot.IdentifierNode;
import io.goldenrod.testkit.GraphSnapshot.PairTie;
import io.goldenrod.testkit.GraphSnapshot.RecordNode;
import io.goldenrod.testkit.GraphSnapshot.Status;
import io.goldenrod.testkit.Neo4jUnderTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a whole small graph behind the program's back, with statements of its own. */
final class SnapshotReader {

    private final Neo4jUnderTest neo4j;
    private final Policy policy;

    SnapshotReader(Neo4jUnderTest neo4j, Policy policy) {
        this.neo4j = neo4j;
        this.policy = policy;
    }

    GraphSnapshot read() {
        Map<String, StoredLink> links = links();
        return new GraphSnapshot(records(links), identifiers(), links, blocks(), pairs(), customers(), decisions());
    }

    private Map<String, StoredLink> links() {
        Map<String, StoredLink> links = new TreeMap<>();
        for (Map<String, Object> row : neo4j.query("MATCH (r:Record)-[o:OBSERVED]->(i:Identifier) "
                + "RETURN r.key AS record, i.key AS identifier, o.at AS at, o.held AS held, o.detail AS detail")) {
            var link = new StoredLink(
                    RecordKey.parse((String) row.get("record")),
                    Identifier.parse((String) row.get("identifier")),
                    StoredNodes.instant(row.get("at")),
                    row.get("held") == null ? null : Constraint.valueOf((String) row.get("held")),
                    (String) row.get("detail"));
            once(links.put(link.key(), link));
        }
        return links;
    }

    private Map<String, Set<RecordKey>> blocks() {
        Map<String, Set<RecordKey>> blocks = new TreeMap<>();
        for (Map<String, Object> row : neo4j.query("MATCH (b:BlockingKey) "
                + "RETURN b.key AS key, b.records AS records, [(b)<-[:BLOCKED_BY]-(r:Record) | r.key] AS members")) {
            Set<RecordKey> members = new TreeSet<>();
            texts(row.get("members")).forEach(key -> members.add(RecordKey.parse(key)));
            if (members.size() != texts(row.get("members")).size() || members.size() != (Long) row.get("records")) {
                throw new AssertionError("the records of " + row.get("key"));
            }
            once(blocks.put((String) row.get("key"), members));
        }
        return blocks;
    }

    private Map<String, PairTie> pairs() {
        Map<String, PairTie> pairs = new TreeMap<>();
        for (Map<String, Object> row : neo4j.query("MATCH (l:Record)-[p:MATCHED|POSSIBLE_MATCH]->(r:Record) "
                + "RETURN l.key AS left, r.key AS right, type(p) AS type, p{.*} AS tie")) {
            Map<String, Object> tie = map(row.get("tie"));
            var pair = new StoredPair(
                    RecordKey.parse((String) row.get("left")),
                    RecordKey.parse((String) row.get("right")),
                    row.get("type").equals("MATCHED") ? StoredPair.Kind.MATCHED : StoredPair.Kind.POSSIBLE,
                    (Double) tie.get("weight"),
                    new TreeSet<>(texts(tie.get("rules"))),
                    tie.get("held") == null ? null : Constraint.valueOf((String) tie.get("held")),
                    (String) tie.get("detail"));
            once(pairs.put(
                    pair.key(),
                    new PairTie(
                            pair,
                            (Double) tie.get("probability"),
                            (String) tie.get("model"),
                            texts(tie.get("breakdown")))));
        }
        return pairs;
    }

    private Map<RecordKey, RecordNode> records(Map<String, StoredLink> links) {
        Map<RecordKey, Set<Identifier>> carried = new TreeMap<>();
        links.values()
                .forEach(link -> carried.computeIfAbsent(link.record(), absent -> new TreeSet<>())
                        .add(link.identifier()));
        Map<RecordKey, RecordNode> records = new TreeMap<>();
        for (Map<String, Object> row :
                neo4j.query("MATCH (r:Record) RETURN r{.*} AS node, [(r)-[:RESOLVED_TO]->(c) | c.id] AS resolvedTo")) {
            Map<String, Object> node = map(row.get("node"));
            RecordKey key = RecordKey.parse((String) node.get("key"));
            Set<Identifier> identifiers = carried.getOrDefault(key, Set.of());
            Set<Identifier> denied = new HashSet<>(identifiers);
            denied.removeIf(each -> !policy.type(each.type()).blocks(each.value()));
            var record = new SourceRecord(
                    key,
                    StoredNodes.instant(node.get("observedAt")),
                    List.copyOf(identifiers),
                    denied,
                    ProfileJson.readAttributes((String) node.get("attributes")),
                    Set.copyOf(texts(node.get("names"))),
                    ProfileJson.readConsent((String) node.get("consent")),
                    (String) node.get("fingerprint"));
            once(records.put(
                    key,
                    new RecordNode(
                            record,
                            (String) node.get("payload"),
                            (Long) node.get("seq"),
                            (String) node.get("customer"),
                            only(row.get("resolvedTo")))));
        }
        return records;
    }

    private Map<Identifier, IdentifierNode> identifiers() {
        Map<Identifier, IdentifierNode> identifiers = new TreeMap<>();
        for (Map<String, Object> row : neo4j.query(
                "MATCH (i:Identifier) RETURN i{.*} AS node, [(i)-[:RESOLVED_TO]->(c) | c.id] AS resolvedTo")) {
            StoredIdentifier state = StoredNodes.identifier(map(row.get("node")));
            once(identifiers.put(state.identifier(), new IdentifierNode(state, only(row.get("resolvedTo")))));
        }
        return identifiers;
    }

    private Map<String, CustomerNode> customers() {
        Map<String, CustomerNode> customers = new TreeMap<>();
        for (Map<String, Object> row : neo4j.query("MATCH (c:Customer) OPTIONAL MATCH (c)-[m:MERGED_INTO]->(s) "
                + "WITH c, s, m ORDER BY m.founder DESC, s.id "
                + "RETURN c{.*} AS node, c:Former AS former, collect(s.id) AS mergedInto")) {
            Map<String, Object> node = map(row.get("node"));
            Status status = Status.valueOf((String) node.get("status"));
            if ((status != Status.ACTIVE) != (Boolean) row.get("former")) {
                throw new AssertionError("the label of a " + status + " customer");
            }
            String id = (String) node.get("id");
            once(customers.put(id, new CustomerNode(StoredNodes.customer(node), status, texts(row.get("mergedInto")))));
        }
        return customers;
    }

    private List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        for (Map<String, Object> row : neo4j.query("MATCH (d:Decision) RETURN d{.*} AS node ORDER BY d.seq")) {
            Map<String, Object> node = map(row.get("node"));
            if ((Long) node.get("seq") != decisions.size() + 1) {
                throw new AssertionError("decisions are numbered without a gap");
            }
            decisions.add(new Decision(
                    Decision.Kind.valueOf((String) node.get("kind")),
                    (String) node.get("customer"),
                    (String) node.get("other"),
                    (String) node.get("record"),
                    (String) node.get("identifier"),
                    (String) node.get("linkClass"),
                    (String) node.get("constraint"),
                    (String) node.get("detail"),
                    texts(node.get("members")),
                    (String) node.get("request")));
        }
        return decisions;
    }

    private static void once(Object before) {
        if (before != null) {
            throw new AssertionError("it is there twice: " + before);
        }
    }

    private static String only(Object ids) {
        List<String> all = texts(ids);
        if (all.size() > 1) {
            throw new AssertionError("a member has customers " + all);
        }
        return all.isEmpty() ? null : all.get(0);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value != null) {
            ((List<?>) value).forEach(each -> texts.add((String) each));
        }
        return texts;
    }
}
