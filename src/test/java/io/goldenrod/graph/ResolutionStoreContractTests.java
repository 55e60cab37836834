package io.goldenrod.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.golden.CustomerIds;
import io.goldenrod.graph.Changes.RecordWrite;
import io.goldenrod.graph.ResolutionStore.Detached;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.Policies;
import io.goldenrod.testkit.Property;
import io.goldenrod.testkit.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every graph store must do. A test class of each store extends it. */
public abstract class ResolutionStoreContractTests {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final RecordKey ADA = RecordKey.parse("crm/1");
    private static final Identifier EMAIL = new Identifier("email", "ada");
    private static final Identifier PHONE = new Identifier("phone", "07");

    private final Policy policy = History.policy(Policies.customers());

    /** A store without anything in it; it takes the place of the one before. */
    protected abstract ResolutionStore emptyStore(Policy policy);

    /** All that the store holds. */
    protected abstract GraphSnapshot snapshot();

    /** How many random histories to live through. */
    protected abstract int histories();

    @Test
    public void livesThroughEveryHistoryLikeTheGraphInMemory() {
        check("stores alike", Histories.upTo(30));
    }

    @Test
    public void livesThroughEveryHistoryOfMatchesLikeTheGraphInMemory() {
        check("stores of matches alike", Histories.upTo(30).withMatching());
    }

    private void check(String name, Histories generator) {
        Property.check(name, histories(), generator, history -> {
            Policy rules = history.policy();
            MemoryGraph memory = new MemoryGraph(rules);
            var remembered = new ResolutionEngine(memory, rules, history.matcher(), CLOCK);
            var tried = new ResolutionEngine(emptyStore(rules), rules, history.matcher(), CLOCK);
            for (List<Change> batch : history.batches()) {
                assertThat(tried.apply(batch)).isEqualTo(remembered.apply(batch));
            }
            assertThat(snapshot().promised()).isEqualTo(memory.snapshot().promised());
        });
    }

    @Test
    public void keepsNothingOfATransactionThatFails() {
        ResolutionStore store = withAda();
        GraphSnapshot before = snapshot();
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    transaction.reserve(10);
                    transaction.detach(List.of(), List.of(ADA));
                    transaction.remove(List.of(EMAIL, PHONE));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessageContaining("on purpose");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    public void locksAndFindsWhatIsThere() {
        ResolutionStore store = withAda();
        String customer = CustomerIds.mint(ADA, 0);
        RecordKey absentRecord = RecordKey.parse("crm/2");
        Identifier absent = new Identifier("email", "bob");

        Map<RecordKey, StoredRecord> records =
                store.inTransaction(transaction -> transaction.lockRecords(List.of(ADA, absentRecord)));
        assertThat(records).containsOnlyKeys(ADA);
        assertThat(records.get(ADA)).isEqualTo(new StoredRecord(ADA, at(), 1, ada().fingerprint(), customer));

        Map<Identifier, StoredIdentifier> identifiers =
                store.inTransaction(transaction -> transaction.lockIdentifiers(List.of(EMAIL, absent)));
        assertThat(identifiers).containsOnlyKeys(EMAIL);
        assertThat(identifiers.get(EMAIL).customer()).isEqualTo(customer);

        Map<String, StoredCustomer> customers =
                store.inTransaction(transaction -> transaction.lockCustomers(List.of(customer)));
        assertThat(customers).containsOnlyKeys(customer);
        String never = CustomerIds.mint(absentRecord, 0);
        Set<String> issued = store.inTransaction(transaction -> transaction.issued(Set.of(customer, never)));
        assertThat(issued).containsExactly(customer);
    }

    @Test
    public void reservesEachPlaceOnce() {
        ResolutionStore store = emptyStore(policy);
        long first = store.inTransaction(transaction -> transaction.reserve(3));
        long second = store.inTransaction(transaction -> transaction.reserve(1));
        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(4);
    }

    @Test
    public void tellsWhatADetachedRecordWasAndRecountsWithoutIt() {
        ResolutionStore store = withAda();
        store.inTransaction(transaction -> {
            var hold = new Changes();
            hold.holds.add(new Changes.LinkHold(ADA, PHONE, Constraint.LIMIT, "phone: 2, at most 1"));
            transaction.write(hold);
            List<Detached> detached = transaction.detach(List.of(), List.of(ADA));
            assertThat(detached)
                    .containsExactly(new Detached(
                            ADA,
                            at(),
                            new TreeSet<>(Set.of(EMAIL, PHONE)),
                            Set.of("given:ada"),
                            Map.of(PHONE, Constraint.LIMIT),
                            Set.of()));
            assertThat(transaction.recount(List.of(EMAIL, PHONE))).isEmpty();
            transaction.remove(List.of(EMAIL, PHONE));
            return null;
        });
        assertThat(snapshot().records()).isEmpty();
        assertThat(snapshot().identifiers()).isEmpty();
        assertThat(snapshot().links()).isEmpty();
    }

    private static SourceRecord ada() {
        return Records.record("crm/1")
                .email("ada")
                .phone("07")
                .names("given:ada")
                .build();
    }

    private static Instant at() {
        return ada().observedAt();
    }

    /** A store that holds one record, written by hand. */
    private ResolutionStore withAda() {
        ResolutionStore store = emptyStore(policy);
        store.inTransaction(transaction -> write(transaction));
        return store;
    }

    private Void write(Transaction transaction) {
        SourceRecord record = ada();
        long seq = transaction.reserve(1);
        String id = CustomerIds.mint(ADA, 0);
        var changes = new Changes();
        changes.newCustomers.add(id);
        changes.customers.put(id, StoredCustomer.founded(id, ADA, seq, NOW));
        for (Identifier identifier : record.identifiers()) {
            changes.newIdentifiers.add(identifier);
            changes.identifiers.put(
                    identifier,
                    StoredIdentifier.absent(identifier)
                            .observedBy(record, new TreeSet<>(), null)
                            .withCustomer(id));
        }
        changes.newRecords.add(new RecordWrite(record, "{}", seq, id));
        List<String> members = List.of(Decision.member(ADA), EMAIL.key(), PHONE.key());
        changes.decisions.add(new Decision(
                Decision.Kind.CREATED, id, null, ADA.toString(), null, null, null, null, members, "request"));
        transaction.write(changes);
        return null;
    }
}
