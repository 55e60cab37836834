package io.goldenrod.neo4j;

import io.goldenrod.graph.AssertionStore;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a transaction of the writing side reads and writes of what stewards said. */
class AssertionTransaction extends PairTransaction implements AssertionStore {

    private final StatementRunner runner;

    /** How many assertions are in force, as far as is known; where none is, nothing is asked about them. */
    private long inForce = 1;

    AssertionTransaction(StatementRunner runner, Policy policy) {
        super(runner, policy);
        this.runner = runner;
    }

    /** Tells how many assertions are in force, as others see it who wait until this transaction ends. */
    void inForce(long count) {
        inForce = count;
    }

    @Override
    public List<StoredAssertion> assertionsOf(Collection<String> members) {
        if (inForce == 0) {
            return List.of();
        }
        List<String> keys = members.stream().sorted().toList();
        return ask(AssertionStatement.FIND_ASSERTIONS, "keys", keys).stream()
                .map(AssertionTransaction::assertion)
                .toList();
    }

    @Override
    public Optional<StoredAssertion> assertion(String id) {
        return runner.run(AssertionStatement.FIND_ASSERTION, Map.of("id", id)).stream()
                .filter(row -> "ACTIVE".equals(row.map("assertion").get("status")))
                .map(AssertionTransaction::assertion)
                .findFirst();
    }

    @Override
    public void add(StoredAssertion assertion) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", assertion.id());
        properties.put("kind", assertion.kind().name());
        properties.put("left", assertion.left());
        properties.put("right", assertion.right());
        properties.put("by", assertion.by());
        properties.put("at", StoredNodes.time(assertion.at()));
        properties.put("reason", assertion.reason());
        properties.put("status", "ACTIVE");
        runner.run(AssertionStatement.ADD_ASSERTION, Map.of("properties", properties));
        inForce++;
        tie(List.of(assertion.id()));
    }

    @Override
    public void tie(Collection<String> ids) {
        ask(AssertionStatement.TIE_ASSERTIONS, "ids", List.copyOf(ids));
    }

    @Override
    public void retract(String id, String by, Instant at, String reason) {
        runner.run(
                AssertionStatement.RETRACT_ASSERTION,
                Map.of("id", id, "by", by, "at", StoredNodes.time(at), "reason", reason));
        inForce--;
    }

    /** What was said of all these, as far as both members are there. */
    List<StoredAssertion> ties(
            Collection<String> customers, Collection<RecordKey> records, Collection<Identifier> identifiers) {
        List<StoredAssertion> ties = new ArrayList<>();
        if (inForce == 0) {
            return ties;
        }
        Map<String, Object> parameters = Map.of(
                "ids", List.copyOf(customers),
                "records", keyTexts(records),
                "identifiers", identifiers.stream().map(Identifier::key).toList());
        for (Row row : runner.run(AssertionStatement.LIST_TIES, parameters)) {
            ties.add(new StoredAssertion(
                    row.text("id"),
                    Kind.valueOf(row.text("kind")),
                    row.text("left"),
                    row.text("right"),
                    row.text("by"),
                    StoredNodes.instant(row.value("at")),
                    row.text("reason"),
                    row.text("leftCustomer"),
                    row.text("rightCustomer")));
        }
        return ties;
    }

    /** Reads a row of those that find assertions. */
    static StoredAssertion assertion(Row row) {
        Map<String, Object> properties = row.map("assertion");
        return new StoredAssertion(
                (String) properties.get("id"),
                Kind.valueOf((String) properties.get("kind")),
                (String) properties.get("left"),
                (String) properties.get("right"),
                (String) properties.get("by"),
                StoredNodes.instant(properties.get("at")),
                (String) properties.get("reason"),
                row.text("leftCustomer"),
                row.text("rightCustomer"));
    }
}
