package io.goldenrod.neo4j;

import io.goldenrod.graph.CustomerReads.Edge;
import io.goldenrod.graph.CustomerReads.Node;
import io.goldenrod.graph.CustomerReads.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects a customer's surroundings step by step, each step one query, until there are enough nodes. */
final class SurroundingsReader {

    /** Records that one identifier brings in: a shared one would otherwise take all the room. */
    private static final int RECORDS_EACH_MAX = 50;

    private static final int EDGES_EACH_MAX = 20;

    private final Database database;
    private final int nodesMax;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private boolean cut;

    SurroundingsReader(Database database, int nodesMax) {
        this.database = database;
        this.nodesMax = nodesMax;
    }

    Surroundings read(String customerId, int depth) {
        customer(customerId);
        List<Row> members = database.query(ReadStatement.LIST_MEMBERS, Map.of("id", customerId, "limit", nodesMax + 1));
        List<String> records = records(members);
        List<String> all = new ArrayList<>(records);
        for (int step = 1; !records.isEmpty(); step++) {
            List<String> identifiers = expandRecords(records);
            if (step >= depth) {
                break;
            }
            records = expandMatches(records);
            records.addAll(expandIdentifiers(identifiers));
            all.addAll(records);
            // The new records' links back to identifiers that are there already come with the next expansion.
            if (step + 1 == depth) {
                connect(records);
                break;
            }
        }
        matches(all);
        return new Surroundings(List.copyOf(nodes.values()), List.copyOf(edges), cut);
    }

    /** Adds the records that are new, with their customers; returns their keys. */
    private List<String> records(List<Row> rows) {
        var added = new ArrayList<String>();
        rows.forEach(row -> added.addAll(record(row.text("key"), row.text("customer"))));
        return added;
    }

    /** Its key when it is new. */
    private List<String> record(String key, String customer) {
        if (!add(new Node("record:" + key, "RECORD", key, customer, null))) {
            return List.of();
        }
        if (customer != null && customer(customer)) {
            edges.add(new Edge("record:" + key, customer, "RESOLVED_TO", null, null, null, null));
        }
        return List.of(key);
    }

    /** Adds the records' links and the identifiers that are new; returns the keys of those. */
    private List<String> expandRecords(List<String> records) {
        var added = new ArrayList<String>();
        for (Row row : links(records)) {
            String identifier = row.text("identifier");
            String customer = row.text("customer");
            if (add(new Node(identifier, "IDENTIFIER", identifier, customer, row.text("suppressed")))) {
                added.add(identifier);
                if (customer != null && nodes.containsKey(customer)) {
                    edges.add(new Edge(identifier, customer, "RESOLVED_TO", null, null, null, null));
                }
            }
            edge(row);
        }
        return added;
    }

    /** Adds those of the records' links that lead to identifiers which are there. */
    private void connect(List<String> records) {
        links(records).forEach(this::edge);
    }

    private List<Row> links(List<String> records) {
        int limit = nodesMax * EDGES_EACH_MAX;
        List<Row> rows = records.isEmpty()
                ? List.of()
                : database.query(ReadStatement.EXPAND_RECORDS, Map.of("keys", records, "limit", limit));
        cut |= rows.size() == limit;
        return rows;
    }

    private List<String> expandIdentifiers(List<String> identifiers) {
        int limit = nodesMax + 1;
        if (identifiers.isEmpty()) {
            return List.of();
        }
        return records(database.query(
                ReadStatement.EXPAND_IDENTIFIERS,
                Map.of("keys", identifiers, "limit", limit, "each", RECORDS_EACH_MAX)));
    }

    /** Adds the records that match some others and are new; returns their keys. */
    private List<String> expandMatches(List<String> records) {
        List<String> added = new ArrayList<>();
        for (Row row : matchRows(records)) {
            for (String end : List.of("left", "right")) {
                added.addAll(record(row.text(end), row.text(end + "Customer")));
            }
        }
        return added;
    }

    /** Adds the matches between records that are there. */
    private void matches(List<String> records) {
        for (Row row : matchRows(records)) {
            String left = "record:" + row.text("left");
            String right = "record:" + row.text("right");
            if (nodes.containsKey(left) && nodes.containsKey(right)) {
                edges.add(new Edge(left, right, "MATCHED", null, row.text("held"), row.text("detail"), (Double)
                        row.value("probability")));
            }
        }
    }

    private List<Row> matchRows(List<String> records) {
        int limit = nodesMax * EDGES_EACH_MAX;
        List<Row> rows = records.isEmpty()
                ? List.of()
                : database.query(ReadStatement.EXPAND_MATCHES, Map.of("keys", records, "limit", limit));
        cut |= rows.size() == limit;
        return rows;
    }

    private void edge(Row row) {
        String identifier = row.text("identifier");
        if (nodes.containsKey(identifier)) {
            edges.add(new Edge(
                    "record:" + row.text("record"),
                    identifier,
                    "OBSERVED",
                    StoredValues.instant(row.value("at")),
                    row.text("held"),
                    row.text("detail"),
                    null));
        }
    }

    /** Whether the customer is among the nodes afterwards. */
    private boolean customer(String id) {
        return nodes.containsKey(id) || add(new Node(id, "CUSTOMER", id, id, null));
    }

    private boolean add(Node node) {
        if (nodes.containsKey(node.id())) {
            return false;
        }
        if (nodes.size() >= nodesMax) {
            cut = true;
            return false;
        }
        nodes.put(node.id(), node);
        return true;
    }
}
