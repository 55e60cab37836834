package io.goldenrod.testkit;

import io.goldenrod.golden.Pin;
import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Changes.Departure;
import io.goldenrod.graph.Changes.LinkHold;
import io.goldenrod.graph.Changes.RecordWrite;
import io.goldenrod.graph.Membership;
import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.ResolutionStore.Detached;
import io.goldenrod.graph.ResolutionStore.Former;
import io.goldenrod.graph.ResolutionStore.Seen;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredRecord;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Constraint;
import io.goldenrod.resolution.Sharing;
import io.goldenrod.testkit.GraphSnapshot.CustomerNode;
import io.goldenrod.testkit.GraphSnapshot.RecordNode;
import io.goldenrod.testkit.GraphSnapshot.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** One transaction on a copy of the graph. */
final class MemoryTransaction extends MemoryAssertions implements Transaction {

    private final MemoryGraph.State graph;
    private final Sharing sharing;
    private final int decidedBefore;

    MemoryTransaction(MemoryGraph.State graph, Sharing sharing) {
        super(graph);
        this.graph = graph;
        this.sharing = sharing;
        decidedBefore = graph.decisions.size();
    }

    @Override
    public Map<RecordKey, StoredRecord> lockRecords(Collection<RecordKey> keys) {
        return found(keys, graph.records::get, node -> {
            SourceRecord record = node.record();
            return new StoredRecord(
                    record.key(), record.observedAt(), node.seq(), record.fingerprint(), node.customer());
        });
    }

    @Override
    public Map<Identifier, StoredIdentifier> lockIdentifiers(Collection<Identifier> identifiers) {
        return found(identifiers, graph.identifiers::get, node -> node);
    }

    @Override
    public Map<String, StoredCustomer> lockCustomers(Collection<String> ids) {
        Map<String, CustomerNode> there = found(ids, graph.customers::get, node -> node);
        there.values().forEach(node -> require(node.status() == Status.ACTIVE, "only an active customer is locked"));
        require(there.size() == Set.copyOf(ids).size(), "a customer that is locked is there");
        return found(ids, there::get, CustomerNode::state);
    }

    private static <K, N, V> Map<K, V> found(Collection<K> keys, Function<K, N> nodeOf, Function<N, V> valueOf) {
        Map<K, V> found = new TreeMap<>();
        for (K key : keys) {
            N node = nodeOf.apply(key);
            if (node != null) {
                found.put(key, valueOf.apply(node));
            }
        }
        return found;
    }

    @Override
    public Set<String> issued(Collection<String> ids) {
        Set<String> issued = new TreeSet<>(ids);
        issued.retainAll(graph.customers.keySet());
        return issued;
    }

    @Override
    public long reserve(int records) {
        long first = graph.recordsReserved + 1;
        graph.recordsReserved += records;
        return first;
    }

    @Override
    public Map<RecordKey, String> payloads(Collection<RecordKey> records) {
        return found(records, graph.records::get, RecordNode::payload);
    }

    @Override
    public List<Detached> detach(Collection<RecordKey> replaced, Collection<RecordKey> deleted) {
        List<Detached> detached = new ArrayList<>();
        Set<RecordKey> keys = new TreeSet<>(replaced);
        keys.addAll(deleted);
        for (RecordKey key : keys) {
            SourceRecord record = graph.records.get(key).record();
            Set<Identifier> identifiers = new TreeSet<>();
            Map<Identifier, Constraint> held = new TreeMap<>();
            for (StoredLink link : linksOf(key)) {
                identifiers.add(link.identifier());
                if (link.held() != null) {
                    held.put(link.identifier(), link.held());
                }
                graph.links.remove(link.key());
            }
            Set<String> pinned = pinsOf(key).keySet();
            detached.add(new Detached(key, record.observedAt(), identifiers, record.names(), held, pinned));
        }
        deleted.forEach(this::delete);
        graph.pins.keySet().removeAll(deleted);
        return detached;
    }

    @Override
    public Map<Identifier, StoredIdentifier> recount(Collection<Identifier> identifiers) {
        Map<Identifier, StoredIdentifier> counted = new TreeMap<>();
        for (Identifier identifier : identifiers) {
            StoredIdentifier kept = graph.identifiers.get(identifier);
            List<StoredLink> links = linksOf(identifier);
            if (!links.isEmpty()) {
                counted.put(identifier, recounted(kept, links));
            }
        }
        return counted;
    }

    @Override
    public Map<Identifier, Seen> stillSeen(Map<Identifier, Seen> asked) {
        Map<Identifier, Seen> found = new TreeMap<>();
        asked.forEach((identifier, seen) -> {
            Seen still = new Seen(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
            for (StoredLink link : linksOf(identifier)) {
                SourceRecord record = graph.records.get(link.record()).record();
                still.sources().add(record.key().source());
                still.others().addAll(record.identifiers());
                still.names().addAll(record.names());
            }
            still.sources().retainAll(seen.sources());
            still.others().retainAll(seen.others());
            still.names().retainAll(seen.names());
            found.put(identifier, still);
        });
        return found;
    }

    private StoredIdentifier recounted(StoredIdentifier kept, List<StoredLink> links) {
        var companions = new TreeSet<String>();
        var sources = new TreeSet<String>();
        for (StoredLink link : links) {
            sources.add(link.record().source());
            SourceRecord record = graph.records.get(link.record()).record();
            companions.addAll(
                    sharing.companions(kept.identifier(), record.identifiers(), record.names(), record.denied()));
        }
        List<Instant> times = links.stream().map(StoredLink::at).sorted().toList();
        return new StoredIdentifier(
                kept.identifier(),
                kept.customer(),
                kept.suppressed(),
                links.size(),
                times.get(0),
                times.get(times.size() - 1),
                sources,
                sharing.cut(kept.identifier(), companions),
                links.stream().filter(link -> link.held() != null).count());
    }

    @Override
    public void remove(Collection<Identifier> identifiers) {
        for (Identifier identifier : identifiers) {
            if (!linksOf(identifier).isEmpty()) {
                throw new AssertionError("an identifier that records carry is not removed");
            }
            graph.identifiers.remove(identifier);
            graph.resolvedTo.remove(identifier);
        }
    }

    @Override
    public Membership members(
            Collection<String> customers, Collection<RecordKey> records, Collection<Identifier> identifiers) {
        graph.membersLoaded++;
        Map<RecordKey, RecordNode> nodes = new TreeMap<>(graph.records);
        nodes.values()
                .removeIf(node -> !records.contains(node.record().key())
                        && (node.resolvedTo() == null || !customers.contains(node.resolvedTo())));
        Map<Identifier, StoredIdentifier> states = lockIdentifiers(identifiers);
        graph.identifiers.forEach((identifier, state) -> {
            if (customers.contains(graph.resolvedTo.getOrDefault(identifier, ""))) {
                states.put(identifier, state);
            }
        });
        for (RecordKey key : nodes.keySet()) {
            for (StoredLink link : linksOf(key)) {
                StoredIdentifier state = graph.identifiers.get(link.identifier());
                if (state.suppressed() == null) {
                    states.put(link.identifier(), state);
                }
            }
        }
        List<StoredLink> links = states.keySet().stream()
                .flatMap(identifier -> linksOf(identifier).stream())
                .toList();
        List<Member> members = nodes.values().stream()
                .map(node -> new Member(
                        node.record(),
                        node.seq(),
                        node.resolvedTo(),
                        pinsOf(node.record().key())))
                .toList();
        return new Membership(
                members, states, links, matches(nodes.keySet()), ties(nodes.keySet(), customers, identifiers));
    }

    @Override
    public List<Former> formers(Collection<String> survivors) {
        return graph.customers.values().stream()
                .filter(node -> node.status() == Status.MERGED
                        && survivors.contains(node.mergedInto().get(0)))
                .map(node -> new Former(
                        node.state().issued(),
                        node.mergedInto().get(0),
                        node.state().createdAt(),
                        node.state().version()))
                .toList();
    }

    private SortedMap<String, Pin> pinsOf(RecordKey key) {
        return graph.pins.getOrDefault(key, Collections.emptySortedMap());
    }

    @Override
    public Map<RecordKey, SortedMap<String, Pin>> pins(String customer) {
        Map<RecordKey, SortedMap<String, Pin>> found = new TreeMap<>(graph.pins);
        found.keySet().removeIf(key -> !customer.equals(graph.records.get(key).resolvedTo()));
        return found;
    }

    @Override
    public List<Decision> decided() {
        return graph.decisions.subList(decidedBefore, graph.decisions.size()).stream()
                .toList();
    }

    @Override
    public void write(Changes changes) {
        changes.newCustomers.forEach(id -> require(!graph.customers.containsKey(id), "a new customer is new"));
        changes.newIdentifiers.forEach(each -> require(!graph.identifiers.containsKey(each), "a new one is new"));
        changes.customers.forEach((id, customer) -> {
            boolean there = graph.customers.containsKey(id);
            require(there != changes.newCustomers.contains(id), "a customer is there or new");
            boolean active = !there || graph.customers.get(id).status() == Status.ACTIVE;
            require(active != changes.restored.contains(id), "a customer is active or restored");
            graph.customers.put(id, new CustomerNode(customer, Status.ACTIVE, List.of()));
        });
        changes.identifiers.forEach((identifier, state) -> {
            boolean there = graph.identifiers.containsKey(identifier);
            require(there != changes.newIdentifiers.contains(identifier), "an identifier is there or new");
            graph.identifiers.put(identifier, state);
            if (!there && state.customer() != null) {
                graph.resolvedTo.put(identifier, state.customer());
            }
        });
        changes.newRecords.forEach(write -> say(write, write.customer()));
        changes.replacedRecords.forEach(
                write -> say(write, graph.records.get(write.record().key()).resolvedTo()));
        changes.merges.forEach(this::merge);
        changes.recordMoves.forEach(this::move);
        changes.identifierMoves.forEach(this::move);
        changes.departures.forEach(this::depart);
        changes.freed.forEach(identifier ->
                linksOf(identifier).forEach(link -> hold(link.key(), new LinkHold(null, null, null, null))));
        changes.holds.forEach(hold -> hold(key(hold.record(), hold.identifier()), hold));
        write(changes.pairs);
        graph.pins.putAll(changes.pins);
        graph.pins.values().removeIf(Map::isEmpty);
        graph.decisions.addAll(changes.decisions);
    }

    private void say(RecordWrite write, String customer) {
        SourceRecord record = write.record();
        require(linksOf(record.key()).isEmpty(), "a record is detached before it is replaced");
        graph.records.put(record.key(), new RecordNode(record, write.payload(), write.seq(), customer, customer));
        for (Identifier identifier : record.identifiers()) {
            require(graph.identifiers.containsKey(identifier), "an identifier is written with its first record");
            var link = new StoredLink(record.key(), identifier, record.observedAt(), null, null);
            graph.links.put(link.key(), link);
        }
    }

    private void merge(String loser, String survivor) {
        for (RecordNode node : List.copyOf(graph.records.values())) {
            if (loser.equals(node.resolvedTo())) {
                move(node.record().key(), survivor);
            }
        }
        graph.resolvedTo.entrySet().stream()
                .filter(entry -> entry.getValue().equals(loser))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(identifier -> move(identifier, survivor));
        depart(new Departure(loser, List.of(survivor)));
    }

    private void move(RecordKey key, String customer) {
        RecordNode node = graph.records.get(key);
        graph.records.put(key, new RecordNode(node.record(), node.payload(), node.seq(), customer, customer));
    }

    private void move(Identifier identifier, String customer) {
        graph.identifiers.computeIfPresent(identifier, (absent, state) -> state.withCustomer(customer));
        if (customer == null) {
            graph.resolvedTo.remove(identifier);
        } else {
            graph.resolvedTo.put(identifier, customer);
        }
    }

    private void depart(Departure departure) {
        String id = departure.id();
        List<String> survivors = departure.survivors();
        Status status = survivors.isEmpty() ? Status.RETIRED : Status.MERGED;
        graph.customers.put(id, new CustomerNode(graph.customers.get(id).state(), status, survivors));
        if (!survivors.isEmpty()) {
            graph.customers.replaceAll((other, node) -> new CustomerNode(
                    node.state(), node.status(), pastDeparted(node.mergedInto(), id, survivors.get(0))));
        }
    }

    /** One hop always: whoever pointed at the departed points at its first survivor. */
    private static List<String> pastDeparted(List<String> mergedInto, String departed, String survivor) {
        Set<String> compacted = new LinkedHashSet<>();
        mergedInto.forEach(id -> compacted.add(id.equals(departed) ? survivor : id));
        return List.copyOf(compacted);
    }

    private void hold(String linkKey, LinkHold hold) {
        graph.links.computeIfPresent(
                linkKey,
                (key, link) ->
                        new StoredLink(link.record(), link.identifier(), link.at(), hold.constraint(), hold.detail()));
    }

    private static String key(RecordKey record, Identifier identifier) {
        return new StoredLink(record, identifier, Instant.EPOCH, null, null).key();
    }

    private List<StoredLink> linksOf(RecordKey key) {
        return graph.links.values().stream()
                .filter(link -> link.record().equals(key))
                .toList();
    }

    private List<StoredLink> linksOf(Identifier identifier) {
        return graph.links.values().stream()
                .filter(link -> link.identifier().equals(identifier))
                .toList();
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
