package io.goldenrod.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every node and every relationship of a store with all its properties, a line for each, in order. Secrets, and what
 * follows from them, are left out, and so are the migrations.
 */
public final class StoreDump {

    private static final Set<String> SECRET = Set.of("salt", "hash", "head");
    private static final List<String> NAMING = List.of("key", "id", "seq", "name", "hash", "number");

    private final List<String> lines = new ArrayList<>();
    private final Map<Object, String> names = new HashMap<>();

    private StoreDump() {}

    /** An empty one, to add to. */
    public static StoreDump empty() {
        return new StoreDump();
    }

    /** What is in a store. */
    public static List<String> of(Neo4jUnderTest neo4j) {
        StoreDump dump = new StoreDump();
        neo4j.query(
                        "MATCH (n) WHERE NOT n:Migration RETURN elementId(n) AS id, labels(n) AS labels, n{.*} AS properties")
                .forEach(row -> dump.node(row.get("id"), texts(row.get("labels")), map(row.get("properties"))));
        neo4j.query("MATCH (a)-[r]->(b) WHERE NOT a:Migration RETURN elementId(a) AS start, elementId(b) AS end,"
                        + " type(r) AS type, r{.*} AS properties")
                .forEach(row -> dump.relationship(
                        row.get("start"), (String) row.get("type"), row.get("end"), map(row.get("properties"))));
        return dump.lines();
    }

    public void node(Object id, List<String> labels, Map<String, Object> properties) {
        List<String> sorted = labels.stream().sorted().toList();
        String name = NAMING.stream()
                .filter(each -> properties.get(each) != null)
                .findFirst()
                .map(each -> String.valueOf(properties.get(each)))
                .orElse("");
        // versions of a record that are no more share its key
        String full = sorted + " " + name + (labels.contains("PastRecord") ? " until " + properties.get("to") : "");
        names.put(id, full);
        lines.add(full + " " + shown(properties));
    }

    public void relationship(Object start, String type, Object end, Map<String, Object> properties) {
        lines.add(names.get(start) + " -" + type + "-> " + names.get(end) + " " + shown(properties));
    }

    private static String shown(Map<String, Object> properties) {
        Map<String, Object> shown = new TreeMap<>(properties);
        shown.values().removeIf(value -> value == null);
        shown.replaceAll((name, value) -> SECRET.contains(name) ? "secret" : value);
        return shown.toString();
    }

    public List<String> lines() {
        return lines.stream().sorted().toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
