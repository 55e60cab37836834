package io.goldenrod.load;

import io.goldenrod.golden.Pin;
import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Membership;
import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.PairChanges.PairWrite;
import io.goldenrod.graph.ResolutionStore.Detached;
import io.goldenrod.graph.ResolutionStore.Former;
import io.goldenrod.graph.ResolutionStore.Seen;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredBlock;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.graph.StoredRecord;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.load.LoadedGraph.LoadedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The one transaction of a load. Its graph is empty when it begins, and so much of what a transaction can ask has an
 * answer without looking; what cannot happen in it is refused, lest something be left out in silence.
 */
final class LoadTransaction implements Transaction {

    private final LoadedGraph graph;
    private final LoadWriter writer;
    private boolean reserved;
    private LoadIndex index;

    LoadTransaction(LoadedGraph graph) {
        this.graph = graph;
        this.writer = new LoadWriter(graph);
    }

    @Override
    public long reserve(int records) {
        if (reserved) {
            throw cannot("take records in parts");
        }
        reserved = true;
        return 1;
    }

    @Override
    public Map<RecordKey, StoredRecord> lockRecords(Collection<RecordKey> keys) {
        Map<RecordKey, StoredRecord> found = new HashMap<>();
        for (RecordKey key : keys) {
            LoadedRecord loaded = graph.records.get(key);
            if (loaded != null) {
                SourceRecord record = loaded.write().record();
                found.put(
                        key,
                        new StoredRecord(
                                key,
                                record.observedAt(),
                                loaded.write().seq(),
                                record.fingerprint(),
                                loaded.write().customer()));
            }
        }
        return found;
    }

    @Override
    public Map<Identifier, StoredIdentifier> lockIdentifiers(Collection<Identifier> identifiers) {
        Map<Identifier, StoredIdentifier> found = new HashMap<>();
        for (Identifier identifier : identifiers) {
            StoredIdentifier state = graph.identifiers.get(identifier);
            if (state != null) {
                found.put(identifier, state);
            }
        }
        return found;
    }

    @Override
    public Map<String, StoredCustomer> lockCustomers(Collection<String> ids) {
        Map<String, StoredCustomer> found = new HashMap<>();
        for (String id : ids) {
            StoredCustomer customer = graph.customers.get(id);
            if (customer == null || graph.departed.containsKey(id)) {
                throw new IllegalStateException("only an active customer is locked");
            }
            found.put(id, customer);
        }
        return found;
    }

    @Override
    public Set<String> issued(Collection<String> ids) {
        Set<String> issued = new HashSet<>();
        for (String id : ids) {
            if (graph.customers.containsKey(id)) {
                issued.add(id);
            }
        }
        return issued;
    }

    @Override
    public List<Detached> detach(Collection<RecordKey> replaced, Collection<RecordKey> deleted) {
        requireNone(replaced, "replace records");
        requireNone(deleted, "delete records");
        return List.of();
    }

    @Override
    public Map<Identifier, StoredIdentifier> recount(Collection<Identifier> identifiers) {
        requireNone(identifiers, "count anew");
        return Map.of();
    }

    @Override
    public Map<Identifier, Seen> stillSeen(Map<Identifier, Seen> asked) {
        requireNone(asked, "count anew");
        return Map.of();
    }

    @Override
    public void remove(Collection<Identifier> identifiers) {
        requireNone(identifiers, "remove identifiers");
    }

    @Override
    public Membership members(
            Collection<String> customers, Collection<RecordKey> records, Collection<Identifier> identifiers) {
        if (!graph.holds.isEmpty() || !graph.pairHolds.isEmpty()) {
            throw cannot("look again at what is held");
        }
        if (index == null) {
            index = new LoadIndex(graph);
        }
        Map<RecordKey, LoadedRecord> members = new LinkedHashMap<>();
        Map<Identifier, StoredIdentifier> states = new HashMap<>();
        for (String customer : customers) {
            index.records(customer).forEach(key -> members.put(key, graph.records.get(key)));
            index.identifiers(customer).forEach(each -> addLinking(each, states));
        }
        for (RecordKey key : records) {
            LoadedRecord loaded = graph.records.get(key);
            if (loaded != null) {
                members.put(key, loaded);
            }
        }
        List<Member> said = new ArrayList<>();
        List<StoredLink> links = new ArrayList<>();
        List<StoredMatch> matches = new ArrayList<>();
        for (LoadedRecord member : members.values()) {
            SourceRecord record = member.write().record();
            said.add(new Member(record, member.write().seq(), member.write().customer()));
            for (Identifier identifier : record.identifiers()) {
                if (addLinking(identifier, states)) {
                    links.add(link(record, identifier));
                }
            }
            index.matches(record.key()).forEach(pair -> matches.add(match(pair)));
        }
        for (Identifier identifier : identifiers) {
            StoredIdentifier state = graph.identifiers.get(identifier);
            if (state != null) {
                states.put(identifier, state);
                index.carriers(identifier)
                        .forEach(key ->
                                links.add(link(graph.records.get(key).write().record(), identifier)));
            }
        }
        return new Membership(said, states, links, matches, List.of());
    }

    private boolean addLinking(Identifier identifier, Map<Identifier, StoredIdentifier> states) {
        StoredIdentifier state = graph.identifiers.get(identifier);
        if (state.suppressed() != null) {
            return false;
        }
        states.put(identifier, state);
        return true;
    }

    private static StoredLink link(SourceRecord record, Identifier identifier) {
        return new StoredLink(record.key(), identifier, record.observedAt(), null, null);
    }

    private static StoredMatch match(PairWrite pair) {
        return new StoredMatch(
                pair.left(),
                pair.right(),
                pair.score().weight(),
                pair.score().probability(),
                null,
                null,
                pair.model(),
                List.of());
    }

    @Override
    public Map<RecordKey, String> payloads(Collection<RecordKey> records) {
        throw cannot("bring records up to another policy");
    }

    @Override
    public List<Former> formers(Collection<String> survivors) {
        Set<String> wanted = new HashSet<>(survivors);
        List<Former> formers = new ArrayList<>();
        graph.departed.forEach((id, departed) -> departed.into().forEach((survivor, into) -> {
            if (into.founder() && wanted.contains(survivor)) {
                StoredCustomer customer = graph.customers.get(id);
                formers.add(new Former(customer.issued(), survivor, customer.createdAt(), customer.version()));
            }
        }));
        return formers;
    }

    @Override
    public Map<RecordKey, SortedMap<String, Pin>> pins(String customer) {
        return Map.of();
    }

    @Override
    public void write(Changes changes) {
        writer.write(changes);
        index = null;
    }

    @Override
    public List<Decision> decided() {
        return graph.parts.stream().flatMap(part -> part.decisions().stream()).toList();
    }

    @Override
    public Map<String, StoredBlock> blocks(Map<String, Long> membersMax) {
        requireNoneYet();
        return Map.of();
    }

    @Override
    public Map<RecordKey, SortedSet<String>> blocksOf(Collection<RecordKey> records) {
        requireNoneYet();
        return Map.of();
    }

    @Override
    public List<StoredPair> pairsOf(Collection<RecordKey> records) {
        requireNoneYet();
        return List.of();
    }

    @Override
    public List<SourceRecord> said(Collection<RecordKey> records) {
        requireNoneYet();
        return List.of();
    }

    private void requireNoneYet() {
        if (!graph.parts.isEmpty()) {
            throw cannot("look for pairs once it has written");
        }
    }

    @Override
    public List<StoredAssertion> assertionsOf(Collection<String> members) {
        return List.of();
    }

    @Override
    public Optional<StoredAssertion> assertion(String id) {
        return Optional.empty();
    }

    @Override
    public void add(StoredAssertion assertion) {
        throw cannot("assert");
    }

    @Override
    public void tie(Collection<String> ids) {
        requireNone(ids, "tie assertions");
    }

    @Override
    public void retract(String id, String by, Instant at, String reason) {
        throw cannot("retract");
    }

    static void requireNone(Collection<?> some, String what) {
        if (!some.isEmpty()) {
            throw cannot(what);
        }
    }

    static void requireNone(Map<?, ?> some, String what) {
        requireNone(some.keySet(), what);
    }

    private static IllegalStateException cannot(String what) {
        return new IllegalStateException("a load cannot " + what);
    }
}
