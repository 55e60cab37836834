package io.goldenrod.resolution;

import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Changes.RecordWrite;
import io.goldenrod.graph.ResolutionStore.Detached;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredRecord;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Rules;
import io.goldenrod.resolution.Change.Upsert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The slow path: changes what was said in the graph, loads every component that this touches, and partitions it anew.
 *
 * <p>Used for records that come again, for deletions, and for records that meet a constraint, a held link or an
 * identifier that starts or stops being shared.
 */
final class Repartition {

    private final Transaction transaction;
    private final Rules rules;
    private final Matcher matcher;
    private final Pairing pairing;
    private final SpokenOf spokenOf;
    private final Sharing sharing;
    private final Instant now;
    private final boolean settled;
    private final long lastSeq;

    private final Changes said;
    private final Changes counted = new Changes();
    private final Set<String> seedCustomers = new TreeSet<>();
    private final Set<RecordKey> seedRecords = new TreeSet<>();
    private final Set<Identifier> seedIdentifiers = new TreeSet<>();
    private final Set<Identifier> orphans = new TreeSet<>();

    /**
     * @param matcher null when there is no matching
     * @param pairing what becomes of pairs of records: written here, once all records are
     * @param spokenOf members that come and of which a steward said something before
     * @param settled whether what is kept of identifiers can stand in for their records
     */
    Repartition(
            Transaction transaction,
            Rules rules,
            Matcher matcher,
            Pairing pairing,
            SpokenOf spokenOf,
            Sharing sharing,
            Instant now,
            boolean settled,
            long lastSeq) {
        this.matcher = matcher;
        this.pairing = pairing;
        this.spokenOf = spokenOf;
        this.said = new Changes(pairing.changes());
        this.transaction = transaction;
        this.rules = rules;
        this.sharing = sharing;
        this.now = now;
        this.settled = settled;
        this.lastSeq = lastSeq;
    }

    /**
     * A change that could not take the fast path.
     *
     * @param index its place in the batch
     * @param stored the record as it is; null when it is new
     * @param seq the record's place in the order of ingest
     */
    record Waiting(int index, Change change, StoredRecord stored, long seq) {}

    /** An answer for each, by its place in the batch. */
    Map<Integer, RecordAnswer> run(Collection<Waiting> waiting) {
        Map<RecordKey, Detached> detached = detach(waiting);
        Map<Identifier, StoredIdentifier> before = lock(waiting, detached.values());
        Map<Identifier, StoredIdentifier> after = say(waiting, before, detached);
        seedRecords.addAll(pairing.stirred());
        Requests requests = requests(waiting, before, detached);
        tellReplaced(waiting, requests);
        transaction.write(said);
        transaction.tie(seedWithSpokenOf(spokenOf.members()));
        recount(waiting, before, after, detached.values());
        judge(before, after, causes(waiting, detached), requests);
        seedWithSpokenOf(going(waiting));
        endPins(waiting, detached);
        transaction.remove(orphans);
        transaction.write(counted);

        Closure closure = Closure.load(transaction, seedCustomers, seedRecords, seedIdentifiers);
        var done = new Said(
                waiting,
                detached,
                counted.identifiers,
                orphanOwners(before),
                pairing.changes().removed,
                requests,
                lastSeq);
        return new Settlement(transaction, closure, rules, matcher, sharing, now, done).settle();
    }

    private Set<String> going(Collection<Waiting> waiting) {
        Set<String> going = new TreeSet<>();
        for (Waiting each : waiting) {
            if (!(each.change() instanceof Upsert)) {
                going.add(Decision.member(each.change().key()));
            }
        }
        orphans.forEach(orphan -> going.add(orphan.key()));
        return going;
    }

    /**
     * Looks at those of whom a steward spoke together with members that come or go.
     *
     * @return the IDs of what was said
     */
    private List<String> seedWithSpokenOf(Set<String> members) {
        List<String> ids = new ArrayList<>();
        Set<Identifier> unclaimed = new TreeSet<>();
        for (StoredAssertion word : transaction.assertionsOf(members)) {
            ids.add(word.id());
            seed(word.left(), word.leftCustomer(), unclaimed);
            seed(word.right(), word.rightCustomer(), unclaimed);
        }
        transaction.lockIdentifiers(unclaimed).values().stream()
                .filter(state -> state.suppressed() == null)
                .map(StoredIdentifier::identifier)
                .forEach(seedIdentifiers::add);
        return ids;
    }

    private void seed(String member, String customer, Set<Identifier> unclaimed) {
        if (customer != null) {
            seedCustomers.add(customer);
        } else if (Decision.recordOf(member) == null) {
            unclaimed.add(Identifier.parse(member));
        }
    }

    private Map<RecordKey, Detached> detach(Collection<Waiting> waiting) {
        List<RecordKey> replaced = new ArrayList<>();
        List<RecordKey> deleted = new ArrayList<>();
        for (Waiting each : waiting) {
            if (each.stored() != null) {
                (each.change() instanceof Upsert ? replaced : deleted)
                        .add(each.change().key());
                seedCustomers.add(each.stored().customer());
            }
        }
        Map<RecordKey, Detached> detached = new TreeMap<>();
        transaction.detach(replaced, deleted).forEach(each -> detached.put(each.key(), each));
        return detached;
    }

    private Map<Identifier, StoredIdentifier> lock(Collection<Waiting> waiting, Collection<Detached> detached) {
        var touched = new TreeSet<Identifier>();
        detached.forEach(each -> touched.addAll(each.identifiers()));
        for (Waiting each : waiting) {
            if (each.change() instanceof Upsert upsert) {
                touched.addAll(upsert.record().identifiers());
            }
        }
        return transaction.lockIdentifiers(touched);
    }

    /** Collects the records as they are now, and the identifiers as they would be if nothing had been taken away. */
    private Map<Identifier, StoredIdentifier> say(
            Collection<Waiting> waiting, Map<Identifier, StoredIdentifier> before, Map<RecordKey, Detached> detached) {
        Map<Identifier, StoredIdentifier> after = new TreeMap<>();
        for (Waiting each : waiting) {
            if (!(each.change() instanceof Upsert upsert)) {
                continue;
            }
            SourceRecord record = upsert.record();
            seedRecords.add(record.key());
            Set<Identifier> carriedBefore = detached.containsKey(record.key())
                    ? detached.get(record.key()).identifiers()
                    : Set.of();
            for (Identifier identifier : record.identifiers()) {
                StoredIdentifier state = after.getOrDefault(
                        identifier, before.getOrDefault(identifier, StoredIdentifier.absent(identifier)));
                var companions = sharing.with(identifier, state.companions(), sharing.companions(identifier, record));
                after.put(
                        identifier,
                        carriedBefore.contains(identifier)
                                ? state.observedAgainBy(record, companions)
                                : state.observedBy(record, companions, state.suppressed()));
                if (!before.containsKey(identifier) && !said.identifiers.containsKey(identifier)) {
                    said.newIdentifiers.add(identifier);
                }
                if (!before.containsKey(identifier)) {
                    said.identifiers.put(identifier, after.get(identifier));
                }
            }
            var write = new RecordWrite(record, upsert.payload(), each.seq(), null);
            (each.stored() == null ? said.newRecords : said.replacedRecords).add(write);
        }
        return after;
    }

    /** That a record says something else now, whether or not it stays where it is. */
    private void tellReplaced(Collection<Waiting> waiting, Requests requests) {
        for (Waiting each : waiting) {
            if (each.stored() != null && each.change() instanceof Upsert) {
                List<String> itself = List.of(Decision.member(each.change().key()));
                String customer = each.stored().customer();
                said.decisions.add(requests.decision(each, Kind.JOINED, customer, null, itself));
            }
        }
    }

    /** Counts anew where something was taken away that may have counted: seldom, as most records come again alike. */
    private void recount(
            Collection<Waiting> waiting,
            Map<Identifier, StoredIdentifier> before,
            Map<Identifier, StoredIdentifier> after,
            Collection<Detached> detached) {
        Map<RecordKey, SourceRecord> replacements = new HashMap<>();
        for (Waiting each : waiting) {
            if (each.change() instanceof Upsert upsert) {
                replacements.put(upsert.key(), upsert.record());
            }
        }
        var recount = new Recount(transaction, sharing, settled);
        for (Detached old : detached) {
            SourceRecord replacement = replacements.get(old.key());
            for (Identifier identifier : old.identifiers()) {
                if (!covers(replacement, old, before.get(identifier))) {
                    boolean carries =
                            replacement != null && replacement.identifiers().contains(identifier);
                    recount.lose(
                            identifier,
                            new Recount.Loss(
                                    old.observedAt(), old.key().source(), companions(identifier, old), carries));
                }
            }
        }
        Map<Identifier, StoredIdentifier> recounted = recount.count(before, after);
        for (Identifier identifier : recount.identifiers()) {
            StoredIdentifier state = recounted.get(identifier);
            if (state == null) {
                orphans.add(identifier);
                after.remove(identifier);
            } else {
                after.put(identifier, state);
            }
        }
    }

    /** Whether all that the old version counted for is said by the new one as well. */
    private boolean covers(SourceRecord replacement, Detached old, StoredIdentifier identifier) {
        if (replacement == null
                || !replacement.identifiers().contains(identifier.identifier())
                || !old.observedAt().isAfter(identifier.firstSeen())) {
            return false;
        }
        return sharing.companions(identifier.identifier(), replacement)
                .containsAll(companions(identifier.identifier(), old));
    }

    private SortedSet<String> companions(Identifier identifier, Detached old) {
        List<Identifier> denied =
                old.identifiers().stream().filter(rules.policy()::denies).toList();
        return sharing.companions(identifier, old.identifiers(), old.names(), denied);
    }

    /** Decides which identifiers link now, and where the partition must look. */
    private void judge(
            Map<Identifier, StoredIdentifier> before,
            Map<Identifier, StoredIdentifier> after,
            Map<Identifier, Waiting> causes,
            Requests requests) {
        after.forEach((identifier, state) -> {
            StoredIdentifier old = before.getOrDefault(identifier, StoredIdentifier.absent(identifier));
            String suppressed = sharing.verdict(identifier, state.companions());
            boolean starts = suppressed != null && old.suppressed() == null;
            boolean stops = suppressed == null && old.suppressed() != null;
            if (old.customer() != null) {
                seedCustomers.add(old.customer());
            }
            boolean isUnclaimed = !old.isNew() && old.suppressed() == null && old.customer() == null;
            if (stops || isUnclaimed || starts && old.held() > 0) {
                seedIdentifiers.add(identifier);
            }
            if (starts && old.customer() != null) {
                counted.identifierMoves.put(identifier, null);
            }
            if (starts && old.held() > 0) {
                counted.freed.add(identifier);
            }
            boolean turns = suppressed != null && old.suppressed() != null && !suppressed.equals(old.suppressed());
            boolean none = Sharing.NONE.equals(suppressed);
            if (starts && !(old.isNew() && none) || turns && !none) {
                String detail = sharing.detail(identifier, state.companions());
                counted.decisions.add(
                        requests.decision(causes.get(identifier), Kind.SUPPRESSED, old.customer(), identifier, detail));
            } else if (stops) {
                unsuppress(identifier, causes, requests);
            }
            StoredIdentifier judged = state.withSuppressed(suppressed);
            counted.identifiers.put(identifier, suppressed == null ? judged : judged.withHeld(0));
        });
        for (Identifier orphan : orphans) {
            StoredIdentifier old = before.get(orphan);
            if (old.customer() != null) {
                seedCustomers.add(old.customer());
            }
            if (old.suppressed() != null && !Sharing.NONE.equals(old.suppressed())) {
                unsuppress(orphan, causes, requests);
            }
        }
    }

    private void unsuppress(Identifier identifier, Map<Identifier, Waiting> causes, Requests requests) {
        counted.decisions.add(requests.decision(causes.get(identifier), Kind.UNSUPPRESSED, null, identifier, null));
    }

    /** A pin ends with its record. */
    private void endPins(Collection<Waiting> waiting, Map<RecordKey, Detached> detached) {
        for (Waiting each : waiting) {
            if (each.change() instanceof Change.Delete && each.stored() != null) {
                RecordKey record = each.change().key();
                for (String attribute : new TreeSet<>(detached.get(record).pinned())) {
                    String customer = each.stored().customer();
                    String request = each.change().request();
                    counted.decisions.add(Decision.pin(Kind.RETRACTED, customer, record, attribute, request));
                }
            }
        }
    }

    /** The first change by whose record each identifier was or is carried. */
    private static Map<Identifier, Waiting> causes(Collection<Waiting> waiting, Map<RecordKey, Detached> detached) {
        Map<Identifier, Waiting> causes = new HashMap<>();
        for (Waiting each : waiting) {
            carried(each, detached).forEach(identifier -> causes.putIfAbsent(identifier, each));
        }
        return causes;
    }

    private static Requests requests(
            Collection<Waiting> waiting, Map<Identifier, StoredIdentifier> before, Map<RecordKey, Detached> detached) {
        Requests requests = new Requests(waiting);
        for (Waiting each : waiting) {
            requests.touched(each.stored() == null ? null : each.stored().customer(), each);
            for (Identifier identifier : carried(each, detached)) {
                StoredIdentifier old = before.get(identifier);
                requests.touched(old == null ? null : old.customer(), each);
            }
        }
        return requests;
    }

    private static Set<Identifier> carried(Waiting each, Map<RecordKey, Detached> detached) {
        Set<Identifier> carried = new TreeSet<>();
        if (each.change() instanceof Upsert upsert) {
            carried.addAll(upsert.record().identifiers());
        }
        if (each.stored() != null) {
            carried.addAll(detached.get(each.change().key()).identifiers());
        }
        return carried;
    }

    private Map<Identifier, String> orphanOwners(Map<Identifier, StoredIdentifier> before) {
        Map<Identifier, String> owners = new TreeMap<>();
        for (Identifier orphan : orphans) {
            if (before.get(orphan).customer() != null) {
                owners.put(orphan, before.get(orphan).customer());
            }
        }
        return owners;
    }
}
