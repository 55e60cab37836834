package io.goldenrod.testkit;

import io.goldenrod.golden.Pin;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Sharing;
import io.goldenrod.testkit.GraphSnapshot.CustomerNode;
import io.goldenrod.testkit.GraphSnapshot.IdentifierNode;
import io.goldenrod.testkit.GraphSnapshot.PairTie;
import io.goldenrod.testkit.GraphSnapshot.RecordNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A graph store in memory, as true to the port as a real one and much faster: every transaction works on a copy, which
 * becomes the graph when the transaction ends well.
 */
public final class MemoryGraph implements ResolutionStore {

    private final Sharing sharing;
    private State state = new State();
    private long membersLoaded;

    public MemoryGraph(Policy policy) {
        sharing = new Sharing(policy);
    }

    /** Nodes by key, with their properties; relationships beside them. All values are immutable. */
    static final class State {
        final Map<RecordKey, RecordNode> records = new TreeMap<>();
        final Map<RecordKey, SortedMap<String, Pin>> pins = new TreeMap<>();
        final Map<Identifier, StoredIdentifier> identifiers = new TreeMap<>();
        final Map<Identifier, String> resolvedTo = new TreeMap<>();
        final Map<String, StoredLink> links = new TreeMap<>();
        final Map<String, Set<RecordKey>> blocks = new TreeMap<>();
        final Map<String, PairTie> pairs = new TreeMap<>();
        final Map<String, CustomerNode> customers = new TreeMap<>();
        final List<Decision> decisions = new ArrayList<>();
        final Map<String, StoredAssertion> assertions = new TreeMap<>();
        long recordsReserved;
        long membersLoaded;

        State copy() {
            State copy = new State();
            copy.records.putAll(records);
            copy.pins.putAll(pins);
            copy.identifiers.putAll(identifiers);
            copy.resolvedTo.putAll(resolvedTo);
            copy.links.putAll(links);
            copy.blocks.putAll(blocks);
            copy.pairs.putAll(pairs);
            copy.customers.putAll(customers);
            copy.decisions.addAll(decisions);
            copy.assertions.putAll(assertions);
            copy.recordsReserved = recordsReserved;
            return copy;
        }

        /** What is kept twice says the same twice. */
        void checkCopies() {
            identifiers.forEach((identifier, node) -> require(
                    Objects.equals(node.customer(), resolvedTo.get(identifier)), "the customer of " + identifier));
            records.forEach((key, node) -> require(
                    node.resolvedTo() != null && node.resolvedTo().equals(node.customer()), "the customer of " + key));
            require(records.keySet().containsAll(pins.keySet()), "the records of pins");
            links.values()
                    .forEach(link -> require(
                            records.containsKey(link.record()) && identifiers.containsKey(link.identifier()),
                            "both ends of " + link.key()));
            pairs.values().forEach(tie -> {
                boolean both = records.containsKey(tie.pair().left())
                        && records.containsKey(tie.pair().right());
                require(both, "both records of " + tie.pair().key());
            });
            blocks.forEach((key, members) ->
                    require(!members.isEmpty() && records.keySet().containsAll(members), "the records of " + key));
        }

        private static void require(boolean holds, String what) {
            if (!holds) {
                throw new AssertionError("a transaction ended without settling " + what);
            }
        }
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        return inTransaction(work, sharing);
    }

    @Override
    public ResolutionStore under(Policy policy, boolean settled) {
        return new Other(new Sharing(policy));
    }

    /** The same graph, written by another policy. */
    private final class Other implements ResolutionStore {
        private final Sharing theirs;

        private Other(Sharing theirs) {
            this.theirs = theirs;
        }

        @Override
        public <T> T inTransaction(Function<Transaction, T> work) {
            return MemoryGraph.this.inTransaction(work, theirs);
        }

        @Override
        public <T> T onTrial(Function<Transaction, T> work) {
            return MemoryGraph.this.onTrial(work, theirs);
        }

        @Override
        public ResolutionStore under(Policy policy, boolean settled) {
            return MemoryGraph.this.under(policy, settled);
        }
    }

    private synchronized <T> T inTransaction(Function<Transaction, T> work, Sharing by) {
        State copy = state.copy();
        T result = work.apply(new MemoryTransaction(copy, by));
        copy.checkCopies();
        state = copy;
        membersLoaded += copy.membersLoaded;
        copy.membersLoaded = 0;
        return result;
    }

    @Override
    public <T> T onTrial(Function<Transaction, T> work) {
        return onTrial(work, sharing);
    }

    private synchronized <T> T onTrial(Function<Transaction, T> work, Sharing by) {
        State copy = state.copy();
        T result = work.apply(new MemoryTransaction(copy, by));
        copy.checkCopies();
        return result;
    }

    /** What is in force of what stewards said. */
    public synchronized List<StoredAssertion> assertions() {
        return List.copyOf(state.assertions.values());
    }

    /** How often members were loaded so far: the fast path does without. */
    public synchronized long membersLoaded() {
        return membersLoaded;
    }

    /** What is pinned by each record. */
    public synchronized Map<RecordKey, SortedMap<String, Pin>> pins() {
        return state.copy().pins;
    }

    public synchronized GraphSnapshot snapshot() {
        Map<Identifier, IdentifierNode> identifiers = new TreeMap<>();
        state.identifiers.forEach((identifier, node) ->
                identifiers.put(identifier, new IdentifierNode(node, state.resolvedTo.get(identifier))));
        State copy = state.copy();
        return new GraphSnapshot(
                copy.records, identifiers, copy.links, copy.blocks, copy.pairs, copy.customers, copy.decisions);
    }
}
