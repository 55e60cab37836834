package io.goldenrod.resolution;

import io.goldenrod.golden.CustomerIds;
import io.goldenrod.golden.CustomerIds.Issued;
import io.goldenrod.golden.CustomerIds.Named;
import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Changes.Departure;
import io.goldenrod.graph.Changes.LinkHold;
import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.ResolutionStore.Former;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.partition.HeldLink;
import io.goldenrod.partition.Rules;
import io.goldenrod.partition.Traits;
import io.goldenrod.resolution.Change.Upsert;
import io.goldenrod.resolution.RecordAnswer.Held;
import io.goldenrod.resolution.RecordAnswer.Outcome;
import io.goldenrod.resolution.Repartition.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings the graph from the customers that were to those that the partition says: names them, finds what differs, and
 * writes it with a decision for every difference.
 */
final class Settlement {

    private final Transaction transaction;
    private final Closure closure;
    private final Rules rules;
    private final Sharing sharing;
    private final Instant now;
    private final Map<Identifier, StoredIdentifier> judged;
    private final Map<Identifier, String> orphanOwners;
    private final Changes changes = new Changes();

    /** Customers that were, with a founder that is still there. */
    private final Map<String, Issued> active = new TreeMap<>();

    private final Map<String, Former> formers = new TreeMap<>();
    private final Map<String, List<String>> mergedNow = new TreeMap<>();

    Settlement(
            Transaction transaction,
            Closure closure,
            Rules rules,
            Sharing sharing,
            Instant now,
            Map<Identifier, StoredIdentifier> judged,
            Map<Identifier, String> orphanOwners) {
        this.transaction = transaction;
        this.closure = closure;
        this.rules = rules;
        this.sharing = sharing;
        this.now = now;
        this.judged = judged;
        this.orphanOwners = orphanOwners;
    }

    Map<Integer, RecordAnswer> settle(Collection<Waiting> waiting) {
        Clustering clustering = Clustering.of(closure, rules);
        appointFounders();
        if (splitsAny(clustering)) {
            transaction
                    .formers(closure.customers.keySet())
                    .forEach(former -> formers.put(former.issued().id(), former));
        }
        List<List<RecordKey>> clusters = clustering.recordsInOrder();
        List<Named> names = CustomerIds.name(
                clusters, issued(), id -> !transaction.issued(Set.of(id)).isEmpty());
        Map<RecordKey, String> customerOfRecord = new HashMap<>();
        Map<Identifier, String> customerOfIdentifier = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String id = names.get(i).id();
            clusters.get(i).forEach(record -> customerOfRecord.put(record, id));
            clustering.identifiers(i).forEach(identifier -> customerOfIdentifier.put(identifier, id));
        }
        rewriteCustomers(clustering, names, clusters, customerOfRecord);
        var requests = new Requests(waiting);
        var moves = new MoveDecisions(closure, changes, clustering, requests, active.keySet(), formers.keySet());
        leave(waiting, requests);
        moves.decide(names, customerOfRecord, customerOfIdentifier);
        departures(names, requests, moves);
        holds(clustering, customerOfRecord, requests);
        transaction.write(changes);
        return answers(waiting, clustering, customerOfRecord, names);
    }

    /** The oldest record that is left of a customer stands in for a founder that was deleted. */
    private void appointFounders() {
        Map<String, Member> eldest = new HashMap<>();
        for (Member record : closure.records.values()) {
            if (record.customer() != null) {
                eldest.merge(record.customer(), record, (one, other) -> one.seq() <= other.seq() ? one : other);
            }
        }
        closure.customers.forEach((id, customer) -> {
            if (closure.records.containsKey(customer.founder())) {
                active.put(id, customer.issued());
            } else if (eldest.containsKey(id)) {
                active.put(id, new Issued(id, eldest.get(id).key(), customer.foundedSeq()));
            }
        });
    }

    private boolean splitsAny(Clustering clustering) {
        Map<String, Integer> clusterOf = new HashMap<>();
        for (Member record : closure.records.values()) {
            if (record.customer() != null) {
                int cluster = clustering.clusterOf(record.key());
                Integer other = clusterOf.putIfAbsent(record.customer(), cluster);
                if (other != null && other != cluster) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Issued> issued() {
        List<Issued> all = new ArrayList<>(active.values());
        formers.values().forEach(former -> all.add(former.issued()));
        return all;
    }

    private void rewriteCustomers(
            Clustering clustering,
            List<Named> names,
            List<List<RecordKey>> clusters,
            Map<RecordKey, String> customerOfRecord) {
        Map<String, Long> held = new HashMap<>();
        for (HeldLink link : clustering.held()) {
            Set<String> sides = new TreeSet<>();
            sides.add(customerOfRecord.get(clustering.linkOf(link).record()));
            int cluster = clustering.clusterOf(clustering.linkOf(link).identifier());
            if (cluster >= 0) {
                sides.add(names.get(cluster).id());
            }
            sides.forEach(side -> held.merge(side, 1L, Long::sum));
        }
        for (int i = 0; i < names.size(); i++) {
            Named name = names.get(i);
            StoredCustomer before = closure.customers.get(name.id());
            StoredCustomer after = summary(name, clustering, i, clusters.get(i), held, before);
            if (name.minted()) {
                changes.newCustomers.add(name.id());
            }
            if (formers.containsKey(name.id())) {
                changes.restored.add(name.id());
            }
            if (before == null || !after.isLike(before)) {
                changes.customers.put(name.id(), after);
            }
        }
    }

    private StoredCustomer summary(
            Named name,
            Clustering clustering,
            int cluster,
            List<RecordKey> records,
            Map<String, Long> held,
            StoredCustomer before) {
        Traits traits = Traits.NONE;
        GoldenProfile profile = GoldenProfile.EMPTY;
        for (RecordKey key : records) {
            Member member = closure.records.get(key);
            traits = traits.with(rules.traits(member.record()));
            profile = profile.with(GoldenProfile.of(member.record(), rules.policy()), rules.policy());
        }
        for (Identifier identifier : clustering.identifiers(cluster)) {
            traits = traits.with(clustering.traits(identifier));
        }
        Former former = formers.get(name.id());
        Issued issued = former != null ? former.issued() : active.get(name.id());
        long seq = closure.records.get(records.get(0)).seq();
        return new StoredCustomer(
                name.id(),
                issued == null ? records.get(0) : issued.founder(),
                issued == null ? seq : issued.foundedSeq(),
                before != null ? before.createdAt() : former != null ? former.createdAt() : now,
                now,
                records.size(),
                clustering.identifiers(cluster).size(),
                clustering.links(cluster),
                held.getOrDefault(name.id(), 0L),
                traits,
                profile,
                1 + (before != null ? before.version() : former != null ? former.version() : -1));
    }

    /** IDs that were customers and are not, and former IDs that answer with another customer now. */
    private void departures(List<Named> names, Requests requests, MoveDecisions moves) {
        Map<String, String> nameOf = new HashMap<>();
        for (Named name : names) {
            name.former().forEach(issued -> nameOf.put(issued.id(), name.id()));
            nameOf.put(name.id(), name.id());
        }
        for (StoredCustomer customer : closure.customers.values()) {
            String name = nameOf.get(customer.id());
            if (name == null) {
                changes.departures.add(new Departure(customer.id(), List.of()));
                changes.decisions.add(requests.decision(Kind.RETIRED, customer.id(), null, List.of()));
            } else if (!name.equals(customer.id())) {
                Set<String> survivors = new LinkedHashSet<>();
                survivors.add(name);
                survivors.addAll(moves.destinationsOf(customer.id(), names));
                changes.departures.add(new Departure(customer.id(), List.copyOf(survivors)));
                mergedNow.computeIfAbsent(name, absent -> new ArrayList<>()).add(customer.id());
                changes.decisions.add(moves.mergeDecision(name, customer.id()));
            }
        }
        for (Former former : formers.values()) {
            String name = nameOf.get(former.issued().id());
            if (name != null
                    && !name.equals(former.survivor())
                    && !name.equals(former.issued().id())) {
                changes.departures.add(new Departure(former.issued().id(), List.of(name)));
            }
        }
    }

    private void leave(Collection<Waiting> waiting, Requests requests) {
        Map<String, List<String>> gone = new LinkedHashMap<>();
        for (Waiting each : waiting) {
            if (each.stored() != null && !(each.change() instanceof Upsert)) {
                gone.computeIfAbsent(each.stored().customer(), absent -> new ArrayList<>())
                        .add(Decision.member(each.change().key()));
            }
        }
        orphanOwners.forEach((identifier, customer) ->
                gone.computeIfAbsent(customer, absent -> new ArrayList<>()).add(identifier.key()));
        gone.forEach(
                (customer, members) -> changes.decisions.add(requests.decision(Kind.LEFT, customer, null, members)));
    }

    private void holds(Clustering clustering, Map<RecordKey, String> customerOfRecord, Requests requests) {
        Map<String, HeldLink> held = new HashMap<>();
        Map<Identifier, Long> counts = new TreeMap<>();
        for (HeldLink link : clustering.held()) {
            held.put(link.link().key(), link);
            counts.merge(clustering.linkOf(link).identifier(), 1L, Long::sum);
        }
        for (StoredLink link : closure.links.values()) {
            if (closure.identifiers.get(link.identifier()).suppressed() != null) {
                continue;
            }
            HeldLink now = held.get(link.key());
            String customer = customerOfRecord.get(link.record());
            String type = link.identifier().type();
            if (now == null && link.held() != null) {
                changes.holds.add(new LinkHold(link.record(), link.identifier(), null, null));
                changes.decisions.add(requests.decision(
                        Kind.RELEASED, customer, link, type, link.held().name(), null));
            } else if (now != null
                    && (now.constraint() != link.held() || !now.detail().equals(link.detail()))) {
                changes.holds.add(new LinkHold(link.record(), link.identifier(), now.constraint(), now.detail()));
                if (now.constraint() != link.held()) {
                    changes.decisions.add(requests.decision(
                            Kind.HELD, customer, link, type, now.constraint().name(), now.detail()));
                }
            }
        }
        for (StoredIdentifier identifier : closure.identifiers.values()) {
            long count = counts.getOrDefault(identifier.identifier(), 0L);
            if (identifier.suppressed() == null && count != identifier.held()) {
                changes.identifiers.put(identifier.identifier(), identifier.withHeld(count));
            }
        }
    }

    private Map<Integer, RecordAnswer> answers(
            Collection<Waiting> waiting,
            Clustering clustering,
            Map<RecordKey, String> customerOfRecord,
            List<Named> names) {
        Map<RecordKey, List<Held>> held = new HashMap<>();
        for (HeldLink link : clustering.held()) {
            StoredLink stored = clustering.linkOf(link);
            held.computeIfAbsent(stored.record(), absent -> new ArrayList<>())
                    .add(new Held(stored.identifier().key(), link.constraint().name(), link.detail()));
        }
        Set<String> created = new TreeSet<>();
        names.stream().filter(Named::minted).map(Named::id).forEach(created::add);
        Map<Integer, RecordAnswer> answers = new TreeMap<>();
        waiting.stream().sorted(Comparator.comparingInt(Waiting::index)).forEach(each -> {
            RecordKey key = each.change().key();
            if (!(each.change() instanceof Upsert upsert)) {
                answers.put(each.index(), answer(key, Outcome.DELETED, null, List.of(), List.of()));
                return;
            }
            String customer = customerOfRecord.get(key);
            // a merge is told once, by the first record of the batch that is part of it
            List<String> merged = mergedNow.getOrDefault(customer, List.of());
            mergedNow.remove(customer);
            Outcome outcome =
                    created.remove(customer) ? Outcome.CREATED : merged.isEmpty() ? Outcome.JOINED : Outcome.MERGED;
            List<Held> holds = new ArrayList<>(held.getOrDefault(key, List.of()));
            for (Identifier identifier : upsert.record().identifiers()) {
                StoredIdentifier state = closure.identifiers.get(identifier);
                var companions = state == null ? null : state.companions();
                if (!clustering.contains(identifier)) {
                    String detail =
                            companions == null ? "it is shared by too many" : sharing.detail(identifier, companions);
                    holds.add(new Held(identifier.key(), "SUPPRESSED", detail));
                }
            }
            answers.put(each.index(), answer(key, outcome, customer, merged, holds));
        });
        return answers;
    }

    private static RecordAnswer answer(
            RecordKey key, Outcome outcome, String customer, List<String> merged, List<Held> held) {
        return new RecordAnswer(key, outcome, customer, merged, held, List.of(), List.of());
    }
}
