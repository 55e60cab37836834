package io.goldenrod.neo4j;

import io.goldenrod.graph.CustomerReads.Edge;
import io.goldenrod.graph.CustomerReads.Node;
import io.goldenrod.graph.CustomerReads.Surroundings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects a customer's surroundings step by step, each step one query, until there are enough nodes. */
final class SurroundingsReader {

    /** Records that one identifier brings in: a shared one would otherwise take all the room. */
    private static final int RECORDS_EACH_MAX = 50;

    private static final int EDGES_EACH_MAX = 20;

    private final Steps steps;
    private final int nodesMax;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private boolean cut;

    SurroundingsReader(Steps steps, int nodesMax) {
        this.steps = steps;
        this.nodesMax = nodesMax;
    }

    /** What is there around: now, or as of a moment. Each answer has at most as many items as it is asked for. */
    interface Steps {

        /** Records of a customer, with its ID, by key. */
        List<Owned> members(String customer, int limit);

        /** What records carry. */
        List<Carried> links(List<String> records, int limit);

        /** Records that carry identifiers, with their customers; of each identifier some. */
        List<Owned> carriers(List<String> identifiers, int limit, int each);

        /** Matches of records. */
        List<Matched> matches(List<String> records, int limit);
    }

    /** A record and its customer. */
    record Owned(String record, String customer) {}

    /** A record's link to an identifier, and whose that is, or why it links nothing. */
    record Carried(
            String record,
            String identifier,
            String customer,
            String suppressed,
            Instant at,
            String held,
            String detail) {}

    /** A match of two records. */
    record Matched(Owned left, Owned right, String held, String detail, Double probability) {}

    Surroundings read(String customerId, int depth) {
        customer(customerId);
        List<String> records = records(steps.members(customerId, nodesMax + 1));
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
    private List<String> records(List<Owned> found) {
        var added = new ArrayList<String>();
        found.forEach(each -> added.addAll(record(each.record(), each.customer())));
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
        for (Carried link : links(records)) {
            String identifier = link.identifier();
            String customer = link.customer();
            if (add(new Node(identifier, "IDENTIFIER", identifier, customer, link.suppressed()))) {
                added.add(identifier);
                if (customer != null && nodes.containsKey(customer)) {
                    edges.add(new Edge(identifier, customer, "RESOLVED_TO", null, null, null, null));
                }
            }
            edge(link);
        }
        return added;
    }

    /** Adds those of the records' links that lead to identifiers which are there. */
    private void connect(List<String> records) {
        links(records).forEach(this::edge);
    }

    private List<Carried> links(List<String> records) {
        int limit = nodesMax * EDGES_EACH_MAX;
        List<Carried> found = records.isEmpty() ? List.of() : steps.links(records, limit);
        cut |= found.size() == limit;
        return found;
    }

    private List<String> expandIdentifiers(List<String> identifiers) {
        int limit = nodesMax + 1;
        if (identifiers.isEmpty()) {
            return List.of();
        }
        return records(steps.carriers(identifiers, limit, RECORDS_EACH_MAX));
    }

    /** Adds the records that match some others and are new; returns their keys. */
    private List<String> expandMatches(List<String> records) {
        List<String> added = new ArrayList<>();
        for (Matched match : matched(records)) {
            added.addAll(record(match.left().record(), match.left().customer()));
            added.addAll(record(match.right().record(), match.right().customer()));
        }
        return added;
    }

    /** Adds the matches between records that are there. */
    private void matches(List<String> records) {
        for (Matched match : matched(records)) {
            String left = "record:" + match.left().record();
            String right = "record:" + match.right().record();
            if (nodes.containsKey(left) && nodes.containsKey(right)) {
                edges.add(new Edge(left, right, "MATCHED", null, match.held(), match.detail(), match.probability()));
            }
        }
    }

    private List<Matched> matched(List<String> records) {
        int limit = nodesMax * EDGES_EACH_MAX;
        List<Matched> found = records.isEmpty() ? List.of() : steps.matches(records, limit);
        cut |= found.size() == limit;
        return found;
    }

    private void edge(Carried link) {
        if (nodes.containsKey(link.identifier())) {
            edges.add(new Edge(
                    "record:" + link.record(),
                    link.identifier(),
                    "OBSERVED",
                    link.at(),
                    link.held(),
                    link.detail(),
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
