package io.goldenrod.testkit;

import io.goldenrod.graph.AssertionStore;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What stewards said, in memory. */
abstract class MemoryAssertions extends MemoryPairs implements AssertionStore {

    private final MemoryGraph.State graph;

    MemoryAssertions(MemoryGraph.State graph) {
        super(graph);
        this.graph = graph;
    }

    /** What was said of all these, as far as both members are there. */
    List<StoredAssertion> ties(
            Set<RecordKey> records, Collection<String> customers, Collection<Identifier> identifiers) {
        Set<String> members = new TreeSet<>();
        records.forEach(record -> members.add(Decision.member(record)));
        identifiers.forEach(identifier -> members.add(identifier.key()));
        graph.resolvedTo.forEach((identifier, customer) -> {
            if (customers.contains(customer)) {
                members.add(identifier.key());
            }
        });
        return assertionsOf(members).stream()
                .filter(each -> isThere(each, each.left()) && isThere(each, each.right()))
                .toList();
    }

    private boolean isThere(StoredAssertion assertion, String member) {
        RecordKey record = Decision.recordOf(member);
        if (record != null) {
            return graph.records.containsKey(record);
        }
        StoredIdentifier state = graph.identifiers.get(Identifier.parse(member));
        return state != null && (assertion.kind() == Kind.DIFFERENT || state.suppressed() == null);
    }

    @Override
    public List<StoredAssertion> assertionsOf(Collection<String> members) {
        return graph.assertions.values().stream()
                .filter(each -> members.contains(each.left()) || members.contains(each.right()))
                .map(this::now)
                .toList();
    }

    @Override
    public Optional<StoredAssertion> assertion(String id) {
        return Optional.ofNullable(graph.assertions.get(id)).map(this::now);
    }

    private StoredAssertion now(StoredAssertion said) {
        return new StoredAssertion(
                said.id(),
                said.kind(),
                said.left(),
                said.right(),
                said.by(),
                said.at(),
                said.reason(),
                customerOf(said.left()),
                customerOf(said.right()));
    }

    private String customerOf(String member) {
        RecordKey record = Decision.recordOf(member);
        if (record == null) {
            return graph.resolvedTo.get(Identifier.parse(member));
        }
        return graph.records.containsKey(record) ? graph.records.get(record).customer() : null;
    }

    @Override
    public void add(StoredAssertion assertion) {
        MemoryTransaction.require(graph.assertions.put(assertion.id(), assertion) == null, "a new assertion is new");
    }

    /** Nothing to do: here who is there is looked up each time. */
    @Override
    public void tie(Collection<String> ids) {}

    @Override
    public void retract(String id, String by, Instant at, String reason) {
        MemoryTransaction.require(graph.assertions.remove(id) != null, "what is retracted was in force");
    }
}
