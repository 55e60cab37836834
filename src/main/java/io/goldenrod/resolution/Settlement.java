package io.goldenrod.resolution;

import io.goldenrod.golden.CustomerIds;
import io.goldenrod.golden.CustomerIds.Issued;
import io.goldenrod.golden.CustomerIds.Named;
import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Changes.Departure;
import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.ResolutionStore.Former;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.HeldLink;
import io.goldenrod.partition.Rules;
import io.goldenrod.partition.Traits;
import io.goldenrod.resolution.Change.Upsert;
import io.goldenrod.resolution.RecordAnswer.Held;
import io.goldenrod.resolution.RecordAnswer.Outcome;
import io.goldenrod.resolution.Repartition.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Matcher matcher;
    private final Sharing sharing;
    private final Instant now;
    private final Said said;
    private final Changes changes = new Changes();
    private boolean rewritesAll;

    /** Customers that were, with a founder that is still there. */
    private final Map<String, Issued> active = new TreeMap<>();

    private final Map<String, Former> formers = new TreeMap<>();
    private final Map<String, List<String>> mergedNow = new TreeMap<>();
    private Naming naming;

    Settlement(
            Transaction transaction,
            Closure closure,
            Rules rules,
            Matcher matcher,
            Sharing sharing,
            Instant now,
            Said said) {
        this.matcher = matcher;
        this.transaction = transaction;
        this.closure = closure;
        this.rules = rules;
        this.sharing = sharing;
        this.now = now;
        this.said = said;
    }

    /** Writes customers that are as they were too: the policy shows them otherwise. */
    void rewriteAll() {
        rewritesAll = true;
    }

    /** Where the record belongs now; null when it is gone. */
    String customerOf(RecordKey record) {
        return naming.customerOf(record);
    }

    /** What it decided, in order. */
    List<Decision> decisions() {
        return changes.decisions;
    }

    /** An answer for each waiting change, by its place in the batch. */
    Map<Integer, RecordAnswer> settle() {
        Clustering clustering = Clustering.of(closure, matcher, rules);
        appointFounders();
        if (splitsAny(clustering)) {
            transaction.formers(closure.customers.keySet()).stream()
                    .filter(this::holdsFounder)
                    .forEach(former -> formers.put(former.issued().id(), former));
        }
        naming = new Naming(
                clustering,
                CustomerIds.name(
                        clustering.recordsInOrder(),
                        issued(),
                        newSeqs(),
                        id -> !transaction.issued(Set.of(id)).isEmpty()));
        said.waiting()
                .forEach(each ->
                        said.requests().touched(naming.customerOf(each.change().key()), each));
        rewriteCustomers(clustering, naming);
        var moves = new MoveDecisions(closure, changes, clustering, naming, said, Set.copyOf(changes.restored));
        moves.decide();
        departures(naming, moves);
        new Holds(closure, changes, naming, said).decide(clustering);
        transaction.write(changes);
        return answers(clustering, naming);
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
                active.put(
                        id, new Issued(id, eldest.get(id).key(), eldest.get(id).seq(), customer.foundedSeq()));
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

    /** A founder that was deleted and came again is another one: it brings no ID with it. */
    private boolean holdsFounder(Former former) {
        Member founder = closure.records.get(former.issued().founder());
        return founder != null && founder.seq() == former.issued().founderSeq();
    }

    private List<Issued> issued() {
        List<Issued> all = new ArrayList<>(active.values());
        formers.values().forEach(former -> all.add(former.issued()));
        return all;
    }

    private Map<RecordKey, Long> newSeqs() {
        Map<RecordKey, Long> seqs = new HashMap<>();
        for (Waiting each : said.waiting()) {
            Member record = closure.records.get(each.change().key());
            // one that is brought up to a policy has a customer, though it came in no other form before
            if (each.stored() == null && record != null && record.customer() == null) {
                seqs.put(record.key(), each.seq());
            }
        }
        return seqs;
    }

    private void rewriteCustomers(Clustering clustering, Naming naming) {
        Map<String, Long> held = new HashMap<>();
        for (HeldLink link : clustering.held()) {
            sides(link, clustering, naming).forEach(side -> held.merge(side, 1L, Long::sum));
        }
        List<Named> names = naming.names();
        for (int i = 0; i < names.size(); i++) {
            Named name = names.get(i);
            StoredCustomer before = closure.customers.get(name.id());
            StoredCustomer after = summary(name, clustering, i, held, before);
            if (name.minted()) {
                changes.newCustomers.add(name.id());
            }
            if (formers.containsKey(name.id())) {
                changes.restored.add(name.id());
            }
            if (rewritesAll || before == null || !after.isLike(before)) {
                changes.customers.put(name.id(), after);
            }
        }
    }

    /** The customers at the ends of a held link. */
    private static Set<String> sides(HeldLink link, Clustering clustering, Naming naming) {
        Set<String> sides = new TreeSet<>();
        StoredLink observed = clustering.linkOf(link);
        if (observed == null) {
            StoredMatch match = clustering.matchOf(link.link());
            sides.add(naming.customerOf(match.left()));
            sides.add(naming.customerOf(match.right()));
            return sides;
        }
        sides.add(naming.customerOf(observed.record()));
        if (naming.customerOf(observed.identifier()) != null) {
            sides.add(naming.customerOf(observed.identifier()));
        }
        return sides;
    }

    private StoredCustomer summary(
            Named name, Clustering clustering, int cluster, Map<String, Long> held, StoredCustomer before) {
        List<RecordKey> records = clustering.recordsInOrder().get(cluster);
        Traits traits = Traits.NONE;
        GoldenProfile profile = GoldenProfile.EMPTY;
        for (RecordKey key : records) {
            Member member = closure.records.get(key);
            traits = traits.with(clustering.traits(member));
            GoldenProfile own = GoldenProfile.of(member.record(), member.pins(), rules.policy());
            profile = profile.with(own, rules.policy());
        }
        for (Identifier identifier : clustering.identifiers(cluster)) {
            traits = traits.with(clustering.traits(identifier));
        }
        Former former = formers.get(name.id());
        Issued issued = former != null ? former.issued() : active.get(name.id());
        Member eldest = closure.records.get(records.get(0));
        // an ID that splits off is younger than all others, whatever the age of its records: reunited, it gives way
        long seq = eldest.customer() == null ? eldest.seq() : said.lastSeq();
        return new StoredCustomer(
                name.id(),
                issued == null ? eldest.key() : issued.founder(),
                issued == null ? eldest.seq() : issued.founderSeq(),
                issued == null ? seq : issued.foundedSeq(),
                before != null ? before.createdAt() : former != null ? former.createdAt() : now,
                now,
                records.size(),
                clustering.identifiers(cluster).size(),
                clustering.links(cluster),
                held.getOrDefault(name.id(), 0L),
                clustering.bond(cluster),
                traits,
                profile,
                1 + (before != null ? before.version() : former != null ? former.version() : -1));
    }

    /** IDs that were customers and are not, and former IDs that answer with another customer now. */
    private void departures(Naming naming, MoveDecisions moves) {
        Map<String, String> nameOf = new HashMap<>();
        for (Named name : naming.names()) {
            name.former().forEach(issued -> nameOf.put(issued.id(), name.id()));
            nameOf.put(name.id(), name.id());
        }
        // in the order in which the short way merges them
        List<StoredCustomer> oldestFirst = new ArrayList<>(closure.customers.values());
        oldestFirst.sort(StoredCustomer.OLDEST_FIRST);
        for (StoredCustomer customer : oldestFirst) {
            String name = nameOf.get(customer.id());
            if (name == null) {
                changes.departures.add(new Departure(customer.id(), List.of()));
                changes.decisions.add(said.requests().decision(Kind.RETIRED, customer.id(), null, List.of()));
            } else if (!name.equals(customer.id())) {
                Set<String> survivors = new LinkedHashSet<>();
                survivors.add(name);
                survivors.addAll(moves.destinationsOf(customer.id()));
                changes.departures.add(new Departure(customer.id(), List.copyOf(survivors)));
                mergedNow.computeIfAbsent(name, absent -> new ArrayList<>()).add(customer.id());
                changes.decisions.add(moves.mergeDecision(name, customer.id()));
            }
        }
        for (Former former : formers.values()) {
            String id = former.issued().id();
            String name = nameOf.get(id);
            if (name != null && !name.equals(former.survivor()) && !name.equals(id)) {
                changes.departures.add(new Departure(id, List.of(name)));
            }
        }
    }

    private Map<Integer, RecordAnswer> answers(Clustering clustering, Naming naming) {
        Map<RecordKey, List<Held>> held = new HashMap<>();
        for (HeldLink link : clustering.held()) {
            StoredLink observed = clustering.linkOf(link);
            if (observed != null) {
                held.computeIfAbsent(observed.record(), absent -> new ArrayList<>())
                        .add(new Held(
                                observed.identifier().key(), link.constraint().name(), link.detail()));
                continue;
            }
            StoredMatch match = clustering.matchOf(link.link());
            for (RecordKey end : List.of(match.left(), match.right())) {
                held.computeIfAbsent(end, absent -> new ArrayList<>())
                        .add(new Held(
                                Cause.of(match, end, rules).over(),
                                link.constraint().name(),
                                link.detail()));
            }
        }
        Set<RecordKey> founders = new TreeSet<>();
        for (int i = 0; i < naming.names().size(); i++) {
            if (naming.names().get(i).minted()) {
                founders.add(clustering.recordsInOrder().get(i).get(0));
            }
        }
        Map<Integer, RecordAnswer> answers = new TreeMap<>();
        for (Waiting each : said.waiting()) {
            RecordKey key = each.change().key();
            if (!(each.change() instanceof Upsert upsert)) {
                answers.put(each.index(), answer(key, Outcome.DELETED, null, List.of(), List.of()));
                continue;
            }
            String customer = naming.customerOf(key);
            // a merge is told once, by the first record of the batch that is part of it
            List<String> merged = mergedNow.containsKey(customer) ? mergedNow.remove(customer) : List.of();
            Outcome outcome =
                    founders.contains(key) ? Outcome.CREATED : merged.isEmpty() ? Outcome.JOINED : Outcome.MERGED;
            List<Held> holds = new ArrayList<>(held.getOrDefault(key, List.of()));
            for (Identifier identifier : upsert.record().identifiers()) {
                StoredIdentifier state = said.identifiers().get(identifier);
                if (state.suppressed() != null) {
                    String detail = sharing.detail(identifier, state.companions());
                    holds.add(new Held(identifier.key(), "SUPPRESSED", detail));
                }
            }
            answers.put(each.index(), answer(key, outcome, customer, merged, holds));
        }
        return answers;
    }

    private static RecordAnswer answer(
            RecordKey key, Outcome outcome, String customer, List<String> merged, List<Held> held) {
        return new RecordAnswer(key, outcome, customer, merged, held, List.of(), List.of());
    }
}
