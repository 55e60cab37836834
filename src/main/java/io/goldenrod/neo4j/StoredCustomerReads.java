package io.goldenrod.neo4j;

import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads customers, their members and their history. */
public final class StoredCustomerReads implements CustomerReads {

    private final Database database;

    public StoredCustomerReads(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Customer> customer(String id) {
        List<Row> rows = database.query(ReadStatement.FIND_CUSTOMER, Map.of("id", id));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row row = rows.get(0);
        String current = row.text("id");
        Status status = Status.valueOf(row.text("status"));
        Page<MemberIdentifier> members = status == Status.ACTIVE
                ? identifiers(current, "", PROFILE_IDENTIFIERS_MAX)
                : new Page<>(List.of(), null);
        return Optional.of(new Customer(
                current,
                id,
                row.texts("chain"),
                status,
                former(current),
                StoredValues.instant(row.value("createdAt")),
                StoredValues.instant(row.value("updatedAt")),
                row.number("version"),
                count(row, "records"),
                count(row, "identifiers"),
                count(row, "held"),
                StoredValues.profile(row.text("profile")),
                members));
    }

    private List<String> former(String current) {
        return database.query(ReadStatement.LIST_FORMER, Map.of("id", current, "limit", FORMER_MAX)).stream()
                .map(row -> row.text("id"))
                .toList();
    }

    private static long count(Row row, String column) {
        return row.value(column) == null ? 0 : row.number(column);
    }

    @Override
    public Page<MemberRecord> records(String customerId, String after, int limit) {
        return page(
                ReadStatement.LIST_RECORDS,
                customerId,
                after,
                limit,
                row -> row.text("key"),
                row -> new MemberRecord(
                        row.text("source"),
                        row.text("recordId"),
                        StoredValues.instant(row.value("observedAt")),
                        values(row.text("attributes"))));
    }

    static Map<String, Object> values(String attributes) {
        var values = new LinkedHashMap<String, Object>();
        ProfileJson.readAttributes(attributes).forEach((name, attribute) -> values.put(name, attribute.value()));
        return values;
    }

    @Override
    public Page<MemberIdentifier> identifiers(String customerId, String after, int limit) {
        return page(
                ReadStatement.LIST_IDENTIFIERS,
                customerId,
                after,
                limit,
                row -> row.text("key"),
                row -> new MemberIdentifier(
                        row.text("type"),
                        row.text("value"),
                        StoredValues.instant(row.value("firstSeen")),
                        StoredValues.instant(row.value("lastSeen")),
                        row.texts("sources"),
                        count(row, "records")));
    }

    @Override
    public Page<DecisionEntry> lineage(String customerId, long after, int limit) {
        return page(
                ReadStatement.LIST_DECISIONS,
                customerId,
                after,
                limit,
                row -> Long.toString(row.number("seq")),
                StoredCustomerReads::decision);
    }

    @Override
    public Page<DecisionEntry> lineageBefore(String customerId, long before, int limit) {
        Map<String, Object> parameters = Map.of("id", customerId, "before", before, "limit", limit + 1);
        List<DecisionEntry> found = database.query(ReadStatement.LIST_DECISIONS_BACK, parameters).stream()
                .map(StoredCustomerReads::decision)
                .toList();
        return found.size() > limit
                ? new Page<>(
                        found.subList(0, limit),
                        Long.toString(found.get(limit - 1).seq()))
                : new Page<>(found, null);
    }

    /** Asks for one more than wanted, which tells whether there is a next page. */
    private <T> Page<T> page(
            Statement statement,
            String customerId,
            Object after,
            int limit,
            Function<Row, String> key,
            Function<Row, T> item) {
        List<Row> rows = database.query(statement, Map.of("id", customerId, "after", after, "limit", limit + 1));
        List<Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(item).toList(), rows.size() > limit ? key.apply(shown.get(limit - 1)) : null);
    }

    @Override
    public Surroundings graph(String customerId, int depth, int nodesMax) {
        return new SurroundingsReader(new PresentSteps(database), nodesMax).read(customerId, depth);
    }

    static DecisionEntry decision(Row row) {
        return new DecisionEntry(
                row.number("seq"),
                StoredValues.instant(row.value("at")),
                row.text("kind"),
                row.text("policy"),
                row.text("request"),
                row.text("customer"),
                row.text("other"),
                row.text("record"),
                row.text("identifier"),
                row.text("linkClass"),
                row.text("constraint"),
                row.text("detail"),
                row.texts("members"));
    }
}
