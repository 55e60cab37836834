package io.goldenrod.neo4j;

import io.goldenrod.graph.PolicyStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies of the graph in Neo4j: nodes of their own, and on the node that counts which of them is in force. */
public final class StoredPolicies implements PolicyStore {

    private final Database database;

    public StoredPolicies(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Standing> standing() {
        return first(PolicyStatement.READ_STANDING, Map.of()).map(StoredPolicies::standing);
    }

    private static Standing standing(Row row) {
        return new Standing(row.text("hash"), row.flag("settled"));
    }

    @Override
    public Optional<Progress> progress() {
        return first(PolicyStatement.READ_PROGRESS, Map.of())
                .map(row -> new Progress(
                        row.text("hash"),
                        row.text("before"),
                        row.text("after"),
                        row.number("done"),
                        row.number("total"),
                        StoredNodes.instant(row.value("startedAt")),
                        row.text("by")));
    }

    @Override
    public Optional<Kept> find(String hash) {
        return first(PolicyStatement.FIND_POLICY, Map.of("hash", hash))
                .map(row -> new Kept(row.text("hash"), row.text("name"), row.text("document"), row.text("model")));
    }

    @Override
    public List<Term> terms(int limit) {
        return database.query(PolicyStatement.LIST_TERMS, Map.of("limit", Math.min(limit, TERMS_MAX))).stream()
                .map(StoredPolicies::term)
                .toList();
    }

    @Override
    public Optional<Term> lastTerm(String hash) {
        return first(PolicyStatement.FIND_TERM, Map.of("hash", hash)).map(StoredPolicies::term);
    }

    private static Term term(Row row) {
        return new Term(
                row.number("number"),
                row.text("hash"),
                row.text("name"),
                StoredValues.instant(row.value("since")),
                StoredValues.instant(row.value("until")),
                row.text("by"),
                row.text("reason"));
    }

    @Override
    public Standing adopt(Kept policy, boolean replaces, Instant now) {
        Map<String, Object> parameters = parameters(policy, now);
        parameters.put("replaces", replaces);
        return standing(write(PolicyStatement.ADOPT_POLICY, parameters).get(0));
    }

    private static Map<String, Object> parameters(Kept policy, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("hash", policy.hash());
        parameters.put("name", policy.name());
        parameters.put("document", policy.document());
        parameters.put("model", policy.model());
        parameters.put("at", StoredNodes.time(now));
        return parameters;
    }

    @Override
    public void keepModel(String hash, String model) {
        write(PolicyStatement.KEEP_MODEL, Map.of("hash", hash, "model", model));
    }

    @Override
    public boolean begin(Kept policy, String by, String reason, Instant now) {
        Map<String, Object> parameters = parameters(policy, now);
        parameters.put("by", by);
        parameters.put("reason", reason);
        return !write(PolicyStatement.BEGIN_CHANGE, parameters).isEmpty();
    }

    @Override
    public boolean claim(String worker, Instant lapsed, Instant now) {
        Map<String, Object> parameters =
                Map.of("worker", worker, "lapsed", StoredNodes.time(lapsed), "at", StoredNodes.time(now));
        return !write(PolicyStatement.CLAIM_CHANGE, parameters).isEmpty();
    }

    @Override
    public boolean note(String worker, String after, long done, Instant now) {
        Map<String, Object> parameters =
                Map.of("worker", worker, "after", after, "done", done, "at", StoredNodes.time(now));
        return !write(PolicyStatement.NOTE_CHANGE, parameters).isEmpty();
    }

    @Override
    public void finish(String worker) {
        write(PolicyStatement.FINISH_CHANGE, Map.of("worker", worker));
    }

    @Override
    public List<String> keysAfter(String key, int limit) {
        return database.query(PolicyStatement.LIST_KEYS, Map.of("after", key, "limit", limit)).stream()
                .map(row -> row.text("key"))
                .toList();
    }

    private List<Row> write(Statement statement, Map<String, Object> parameters) {
        return database.write(runner -> runner.run(statement, parameters));
    }

    private Optional<Row> first(Statement statement, Map<String, Object> parameters) {
        return database.query(statement, parameters).stream().findFirst();
    }
}
