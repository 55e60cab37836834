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
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Matching;
import io.goldenrod.resolution.Change.Upsert;
import io.goldenrod.resolution.Repartition.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings some records up to the policy in force: says anew what it makes of them, pairs them anew, judges their
 * identifiers anew, and partitions what they touch.
 *
 * <p>Why that is enough: what is made of a record depends on it alone; a pair, when the later of its two records was
 * brought up; an identifier, when the last record that carries it was. Each of these causes a partition of all that it
 * touches, by the rules of this policy; so when all records were brought up, every customer was last partitioned with
 * all of its parts as this policy makes them. Until then an identifier may link that later does not, or the reverse.
 */
final class BringingUp {

    /** Finds no pairs and keeps none: for a policy that does not match. */
    private static final Matcher NONE = new Matcher(
            new Matching("none", "none", 0.9, 0.9, List.of(), 1, null),
            new MatchModel("none", 1, 0.5, List.of(), "none"));

    private final Transaction transaction;
    private final Rules rules;
    private final Matcher matcher;
    private final Sharing sharing;
    private final BringUp bringUp;
    private final Instant now;

    private final SortedMap<RecordKey, SourceRecord> records = new TreeMap<>();
    /** Those of the records that say something else than they did. */
    private final SortedMap<RecordKey, SourceRecord> changed = new TreeMap<>();

    private final Map<RecordKey, Waiting> waiting = new TreeMap<>();
    private final Map<Identifier, Waiting> causes = new HashMap<>();
    private final Map<Identifier, StoredIdentifier> judged = new TreeMap<>();
    private final Map<Identifier, String> orphanOwners = new TreeMap<>();
    private final Changes counted = new Changes();
    private final Set<String> seedCustomers = new TreeSet<>();
    private final Set<Identifier> seedIdentifiers = new TreeSet<>();

    /** @param matcher null when there is to be no matching */
    BringingUp(Transaction transaction, Rules rules, Matcher matcher, Sharing sharing, BringUp bringUp, Instant now) {
        this.transaction = transaction;
        this.rules = rules;
        this.matcher = matcher;
        this.sharing = sharing;
        this.bringUp = bringUp;
        this.now = now;
    }

    void run(Collection<RecordKey> keys, String request) {
        long seq = transaction.reserve(1);
        Map<RecordKey, StoredRecord> there = transaction.lockRecords(keys);
        if (there.isEmpty()) {
            return;
        }
        Map<RecordKey, String> payloads = bringUp.readsAnew() ? transaction.payloads(there.keySet()) : Map.of();
        Set<Identifier> touched = new TreeSet<>();
        for (SourceRecord stored : transaction.said(there.keySet())) {
            SourceRecord read =
                    bringUp.readsAnew() ? bringUp.reading().apply(stored, payloads.get(stored.key())) : stored;
            boolean same = read == stored || BringUp.isSame(stored, read);
            SourceRecord record = same ? stored : read;
            records.put(record.key(), record);
            StoredRecord known = there.get(record.key());
            String payload = payloads.get(record.key());
            Waiting cause = same
                    ? new Waiting(waiting.size(), new Upsert(bare(record), payload, request), null, known.seq())
                    : new Waiting(waiting.size(), new Upsert(record, payload, request), known, known.seq());
            waiting.put(record.key(), cause);
            if (!same) {
                changed.put(record.key(), record);
                seedCustomers.add(known.customer());
                touched.addAll(record.identifiers());
            }
            if (!same || bringUp.countsAnew()) {
                touched.addAll(stored.identifiers());
                stored.identifiers().forEach(each -> causes.putIfAbsent(each, cause));
            }
            record.identifiers().forEach(each -> causes.putIfAbsent(each, cause));
        }
        Pairing pairing = pairing();
        Map<RecordKey, Detached> detached = new TreeMap<>();
        transaction.detach(changed.keySet(), List.of()).forEach(each -> detached.put(each.key(), each));
        Map<Identifier, StoredIdentifier> before = transaction.lockIdentifiers(touched);
        Requests requests = new Requests(waiting.values());
        say(pairing, before, there, payloads, requests);
        judge(touched, before, requests);
        settle(pairing, detached, requests, seq);
    }

    /** Names the cause of decisions; nothing is said anew, so its identifiers do not matter. */
    private static SourceRecord bare(SourceRecord record) {
        return new SourceRecord(
                record.key(),
                record.observedAt(),
                List.of(),
                Set.of(),
                record.attributes(),
                record.names(),
                record.consent(),
                record.fingerprint());
    }

    private Pairing pairing() {
        SortedMap<RecordKey, SourceRecord> paired = bringUp.matchesAnew() ? records : changed;
        boolean matches = matcher != null || bringUp.matchesAnew();
        return Pairing.of(
                transaction,
                paired.isEmpty() || !matches ? null : matcher == null ? NONE : matcher,
                new SubjectCache(),
                paired,
                paired.keySet());
    }

    private void say(
            Pairing pairing,
            Map<Identifier, StoredIdentifier> before,
            Map<RecordKey, StoredRecord> there,
            Map<RecordKey, String> payloads,
            Requests requests) {
        Changes said = new Changes(pairing.changes());
        changed.forEach((key, record) -> {
            for (Identifier identifier : record.identifiers()) {
                if (!before.containsKey(identifier) && !said.identifiers.containsKey(identifier)) {
                    said.newIdentifiers.add(identifier);
                    var companions = sharing.companions(identifier, record);
                    said.identifiers.put(
                            identifier, StoredIdentifier.absent(identifier).observedBy(record, companions, null));
                }
            }
            // it says something else now, whether or not it stays where it is
            Waiting cause = waiting.get(key);
            String customer = there.get(key).customer();
            List<String> itself = List.of(Decision.member(key));
            said.decisions.add(requests.decision(cause, Kind.JOINED, customer, null, itself));
            said.replacedRecords.add(
                    new RecordWrite(record, payloads.get(key), there.get(key).seq(), null));
        });
        if (!said.isEmpty()) {
            transaction.write(said);
            transaction.tie(seedWithSpokenOf(said.newIdentifiers));
        }
    }

    /** Looks at those of whom a steward spoke together with identifiers that come or go. */
    private List<String> seedWithSpokenOf(Collection<Identifier> members) {
        List<String> ids = new ArrayList<>();
        Set<Identifier> unclaimed = new TreeSet<>();
        for (StoredAssertion word :
                transaction.assertionsOf(members.stream().map(Identifier::key).toList())) {
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

    /** Decides which identifiers link now, and where the partition must look. */
    private void judge(Set<Identifier> touched, Map<Identifier, StoredIdentifier> before, Requests requests) {
        Map<Identifier, StoredIdentifier> after = transaction.recount(touched);
        Set<Identifier> orphans = new TreeSet<>();
        for (Identifier identifier : touched) {
            StoredIdentifier old = before.getOrDefault(identifier, StoredIdentifier.absent(identifier));
            if (old.customer() != null) {
                seedCustomers.add(old.customer());
            }
            if (after.containsKey(identifier)) {
                judge(old, after.get(identifier), requests);
                continue;
            }
            orphans.add(identifier);
            if (old.customer() != null) {
                orphanOwners.put(identifier, old.customer());
            }
            if (old.suppressed() != null) {
                decide(Kind.UNSUPPRESSED, old, null, requests);
            }
        }
        seedWithSpokenOf(orphans);
        transaction.remove(orphans);
        if (!counted.isEmpty()) {
            transaction.write(counted);
        }
    }

    private void judge(StoredIdentifier old, StoredIdentifier state, Requests requests) {
        Identifier identifier = old.identifier();
        String suppressed = sharing.verdict(identifier, state.companions());
        boolean starts = suppressed != null && old.suppressed() == null;
        boolean stops = suppressed == null && old.suppressed() != null;
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
            decide(Kind.SUPPRESSED, old, sharing.detail(identifier, state.companions()), requests);
        } else if (stops) {
            decide(Kind.UNSUPPRESSED, old, null, requests);
        }
        StoredIdentifier now = state.withSuppressed(suppressed);
        StoredIdentifier kept = suppressed == null ? now : now.withHeld(0);
        judged.put(identifier, kept);
        if (!kept.equals(old)) {
            counted.identifiers.put(identifier, kept);
        }
    }

    private void decide(Kind kind, StoredIdentifier old, String detail, Requests requests) {
        Identifier identifier = old.identifier();
        String customer = kind == Kind.SUPPRESSED ? old.customer() : null;
        counted.decisions.add(requests.decision(causes.get(identifier), kind, customer, identifier, detail));
    }

    private void settle(Pairing pairing, Map<RecordKey, Detached> detached, Requests requests, long seq) {
        Set<RecordKey> seeds = new TreeSet<>(records.keySet());
        seeds.addAll(pairing.stirred());
        Closure closure = Closure.load(transaction, seedCustomers, seeds, seedIdentifiers);
        var done = new Said(waiting.values(), detached, judged, orphanOwners, pairing.changes().removed, requests, seq);
        Settlement settlement = new Settlement(transaction, closure, rules, matcher, sharing, now, done);
        if (bringUp.showsAnew()) {
            settlement.rewriteAll();
        }
        settlement.settle();
    }
}
