package io.goldenrod.resolution;

import io.goldenrod.golden.CustomerIds;
import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Changes.RecordWrite;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredRecord;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Link;
import io.goldenrod.partition.LinkClass;
import io.goldenrod.partition.Rules;
import io.goldenrod.resolution.Change.Upsert;
import io.goldenrod.resolution.Contraction.Touched;
import io.goldenrod.resolution.RecordAnswer.Held;
import io.goldenrod.resolution.RecordAnswer.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One batch within one transaction: locks and reads what its records touch, takes each record in turn on the fast path
 * in memory, writes all of that at once, and leaves the rest to {@link Repartition}.
 *
 * <p>A record that touches something a waiting record touches waits too, so that the order of arrival is kept where it
 * matters.
 */
final class Batch {

    private final Transaction transaction;
    private final Rules rules;
    private final Matcher matcher;
    private final SubjectCache cache;
    private final Sharing sharing;
    private final Instant now;
    private final boolean fastPath;

    private final Map<Identifier, StoredIdentifier> identifiers = new HashMap<>();
    private final Map<String, StoredCustomer> customers = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> lookedUp = new HashSet<>();

    private final Changes changes = new Changes();
    private Partners partners;
    private SpokenOf spokenOf;

    private final Set<Identifier> waitingIdentifiers = new HashSet<>();
    private final Set<String> waitingCustomers = new HashSet<>();
    private final Map<Integer, Repartition.Waiting> waiting = new LinkedHashMap<>();

    /** @param matcher null when there is no matching */
    Batch(
            Transaction transaction,
            Rules rules,
            Matcher matcher,
            SubjectCache cache,
            Sharing sharing,
            Clock clock,
            boolean fastPath) {
        this.matcher = matcher;
        this.cache = cache;
        this.fastPath = fastPath;
        this.transaction = transaction;
        this.rules = rules;
        this.sharing = sharing;
        this.now = clock.instant();
    }

    /** No two of the changes are about the same record. */
    List<RecordAnswer> run(List<? extends Change> batch) {
        var keys = new TreeSet<RecordKey>();
        var carried = new TreeSet<Identifier>();
        for (Change change : batch) {
            keys.add(change.key());
            if (change instanceof Upsert upsert) {
                carried.addAll(upsert.record().identifiers());
            }
        }
        // first of all, as it makes batches take turns: none then meets another in the middle of its locks
        long seq = transaction.reserve(batch.size());
        Map<RecordKey, StoredRecord> stored = transaction.lockRecords(keys);
        identifiers.putAll(transaction.lockIdentifiers(carried));
        spokenOf = SpokenOf.among(transaction, keys, stored.keySet(), carried, identifiers.keySet());
        partners = Partners.of(transaction, matcher, cache, batch, stored);
        lockCustomers(stored);
        lookedUp.addAll(firstIds(batch, stored));
        taken.addAll(transaction.issued(lookedUp));

        RecordAnswer[] answers = new RecordAnswer[batch.size()];
        for (int i = 0; i < answers.length; i++) {
            Change change = batch.get(i);
            answers[i] = answer(i, change, stored.get(change.key()), seq + i);
        }
        settleMerges();
        if (!changes.isEmpty()) {
            transaction.write(changes);
        }
        if (waiting.isEmpty() && !partners.pairing().changes().isEmpty()) {
            transaction.write(new Changes(partners.pairing().changes()));
        }
        if (!waiting.isEmpty()) {
            long lastSeq = seq + batch.size() - 1;
            new Repartition(transaction, rules, matcher, partners.pairing(), spokenOf, sharing, now, fastPath, lastSeq)
                    .run(waiting.values())
                    .forEach((index, answer) -> answers[index] = answer);
        }
        return List.of(answers);
    }

    private void lockCustomers(Map<RecordKey, StoredRecord> stored) {
        var ids = new TreeSet<String>();
        identifiers.values().stream()
                .map(StoredIdentifier::customer)
                .filter(id -> id != null)
                .forEach(ids::add);
        stored.values().forEach(record -> ids.add(record.customer()));
        ids.addAll(partners.customers());
        customers.putAll(transaction.lockCustomers(ids));
    }

    private static Set<String> firstIds(List<? extends Change> batch, Map<RecordKey, StoredRecord> stored) {
        var ids = new TreeSet<String>();
        for (Change change : batch) {
            if (change instanceof Upsert && !stored.containsKey(change.key())) {
                ids.add(CustomerIds.mint(change.key(), 0));
            }
        }
        return ids;
    }

    private RecordAnswer answer(int index, Change change, StoredRecord stored, long seq) {
        if (!(change instanceof Upsert upsert)) {
            if (stored == null) {
                return new RecordAnswer(change.key(), Outcome.ABSENT, null, List.of(), List.of(), List.of(), List.of());
            }
            return waitFor(index, change, stored, seq);
        }
        if (stored == null) {
            RecordAnswer answer = fastPath ? tryFast(upsert, seq) : null;
            return answer != null ? answer : waitFor(index, change, null, seq);
        }
        if (Partners.isUnchanged(upsert, stored)) {
            return settled(stored, Outcome.UNCHANGED);
        }
        if (Partners.isStale(upsert, stored)) {
            return settled(stored, Outcome.STALE);
        }
        return waitFor(index, change, stored, seq);
    }

    private RecordAnswer settled(StoredRecord stored, Outcome outcome) {
        String customer = current(stored.customer());
        return new RecordAnswer(stored.key(), outcome, customer, List.of(), List.of(), List.of(), List.of());
    }

    private RecordAnswer waitFor(int index, Change change, StoredRecord stored, long seq) {
        StoredRecord current = stored == null ? null : stored.withCustomer(current(stored.customer()));
        partners.waits(change.key());
        if (current != null) {
            waitingCustomers.add(current.customer());
        }
        if (change instanceof Upsert upsert) {
            for (Identifier identifier : upsert.record().identifiers()) {
                waitingIdentifiers.add(identifier);
                StoredIdentifier state = identifiers.get(identifier);
                if (state != null && state.customer() != null) {
                    waitingCustomers.add(current(state.customer()));
                }
            }
        }
        waiting.put(index, new Repartition.Waiting(index, change, current, current == null ? seq : current.seq()));
        return null;
    }

    /** The answer, or null when the record cannot be taken on the fast path; nothing has changed then. */
    private RecordAnswer tryFast(Upsert upsert, long seq) {
        SourceRecord record = upsert.record();
        if (partners.pairing().flips(record.key()) || spokenOf.concerns(record)) {
            return null;
        }
        List<Touched> touched = new ArrayList<>(record.identifiers().size());
        for (Identifier identifier : record.identifiers()) {
            StoredIdentifier before = identifiers.getOrDefault(identifier, StoredIdentifier.absent(identifier));
            StoredIdentifier after = observed(before, record);
            boolean flips = !before.isNew() && before.suppressed() == null && after.suppressed() != null;
            if (flips || waitingIdentifiers.contains(identifier) || !isFree(after)) {
                return null;
            }
            touched.add(new Touched(before, after));
        }
        Contraction contraction = Contraction.of(record, touched, this::customerOf, rules);
        if (contraction == null || !partners.fit(record.key(), contraction, this::current, rules)) {
            return null;
        }
        List<Link> accepted = contraction.joinAll(rules);
        return accepted == null ? null : join(upsert, seq, touched, contraction, accepted);
    }

    private StoredIdentifier observed(StoredIdentifier before, SourceRecord record) {
        Identifier identifier = before.identifier();
        var companions = sharing.with(identifier, before.companions(), sharing.companions(identifier, record));
        return before.observedBy(record, companions, sharing.verdict(identifier, companions));
    }

    /** Whether nothing about the identifier or its customer asks for a partition. */
    private boolean isFree(StoredIdentifier identifier) {
        if (identifier.suppressed() != null) {
            return true;
        }
        if (identifier.customer() == null) {
            return identifier.records() == 1;
        }
        String id = current(identifier.customer());
        StoredCustomer customer = customers.get(id);
        return identifier.held() == 0
                && !waitingCustomers.contains(id)
                && customer.held() == 0
                && customer.bond() != Bond.MATCHED
                && !rules.isExceeded(customer.traits());
    }

    private StoredCustomer customerOf(StoredIdentifier identifier) {
        return identifier.customer() == null ? null : customers.get(current(identifier.customer()));
    }

    private RecordAnswer join(
            Upsert upsert, long seq, List<Touched> touched, Contraction contraction, List<Link> accepted) {
        SourceRecord record = upsert.record();
        List<StoredCustomer> joined = new ArrayList<>(contraction.customers());
        joined.sort(StoredCustomer.OLDEST_FIRST);
        boolean isNew = joined.isEmpty();
        StoredCustomer whole = isNew ? found(record, seq) : joined.get(0);
        String id = whole.id();

        List<String> members = new ArrayList<>();
        members.add(Decision.member(record.key()));
        List<Held> held = place(upsert, touched, id, members);
        decideJoining(upsert, id, isNew, contraction, accepted, members);
        List<String> merged = new ArrayList<>();
        for (StoredCustomer loser : joined.subList(isNew ? 0 : 1, joined.size())) {
            Link link = linkTo(loser.id(), contraction, accepted);
            String over = contraction.identifierOf(link).key();
            decide(upsert, Kind.MERGED, id, loser.id(), over, link.linkClass(), null, List.of());
            mergedInto.put(loser.id(), id);
            merged.add(loser.id());
            whole = whole.with(loser, rules.policy());
        }
        whole = whole.with(
                        record,
                        contraction.addedTraits(),
                        members.size() - 1,
                        contraction.newLinks(),
                        now,
                        rules.policy())
                .withBond(contraction.bond());
        partners.placed(record.key(), id);
        customers.put(id, whole);
        changes.customers.put(id, whole);
        changes.newRecords.add(new RecordWrite(record, upsert.payload(), seq, id));
        Outcome outcome = isNew ? Outcome.CREATED : merged.isEmpty() ? Outcome.JOINED : Outcome.MERGED;
        return new RecordAnswer(record.key(), outcome, id, merged, held, List.of(), List.of());
    }

    /** Gives the record's new identifiers to the customer, and says which do not link. */
    private List<Held> place(Upsert upsert, List<Touched> touched, String customer, List<String> members) {
        List<Held> held = new ArrayList<>();
        for (Touched each : touched) {
            StoredIdentifier state = each.after();
            Identifier identifier = state.identifier();
            if (state.suppressed() != null) {
                String detail = sharing.detail(identifier, state.companions());
                held.add(new Held(identifier.key(), "SUPPRESSED", detail));
                boolean isOther = !state.suppressed().equals(each.before().suppressed());
                if (isOther && !state.suppressed().equals(Sharing.NONE)) {
                    decide(upsert, Kind.SUPPRESSED, null, null, identifier.key(), null, detail, List.of());
                }
            } else if (each.before().isNew()) {
                state = state.withCustomer(customer);
                members.add(identifier.key());
            }
            identifiers.put(identifier, state);
            changes.identifiers.put(identifier, state);
            if (each.before().isNew()) {
                changes.newIdentifiers.add(identifier);
            }
        }
        return held;
    }

    private void decideJoining(
            Upsert upsert,
            String customer,
            boolean isNew,
            Contraction contraction,
            List<Link> accepted,
            List<String> members) {
        if (isNew) {
            decide(upsert, Kind.CREATED, customer, null, null, null, null, members);
            return;
        }
        for (Link link : accepted) {
            if (contraction.customerOf(link) != null) {
                String over = contraction.identifierOf(link).key();
                decide(upsert, Kind.JOINED, customer, null, over, link.linkClass(), null, members);
                return;
            }
        }
        throw new IllegalStateException("a record joins a customer over an accepted link");
    }

    private static Link linkTo(String customer, Contraction contraction, List<Link> accepted) {
        for (Link link : accepted) {
            if (customer.equals(contraction.customerOf(link))) {
                return link;
            }
        }
        throw new IllegalStateException("a customer is merged over an accepted link");
    }

    private StoredCustomer found(SourceRecord record, long seq) {
        String id = CustomerIds.mintFree(record.key(), this::isTaken);
        taken.add(id);
        changes.newCustomers.add(id);
        return StoredCustomer.founded(id, record.key(), seq, now);
    }

    private boolean isTaken(String id) {
        // the first ID of each record's series was looked up for the whole batch, so this asks the store only rarely
        return taken.contains(id)
                || !lookedUp.contains(id) && !transaction.issued(Set.of(id)).isEmpty();
    }

    private void decide(
            Change change,
            Kind kind,
            String customer,
            String other,
            String identifier,
            LinkClass linkClass,
            String detail,
            List<String> members) {
        changes.decisions.add(new Decision(
                kind,
                customer,
                other,
                change.key().toString(),
                identifier,
                linkClass == null ? null : linkClass.name(),
                null,
                detail,
                members,
                change.request()));
    }

    private String current(String customer) {
        String id = customer;
        while (mergedInto.containsKey(id)) {
            id = mergedInto.get(id);
        }
        return id;
    }

    /** Points everything that the batch decided at the customers that are left at its end. */
    private void settleMerges() {
        mergedInto.keySet().forEach(loser -> changes.merges.put(loser, current(loser)));
        if (mergedInto.isEmpty()) {
            return;
        }
        changes.newRecords.replaceAll(
                write -> new RecordWrite(write.record(), write.payload(), write.seq(), current(write.customer())));
        changes.identifiers.replaceAll((identifier, state) ->
                state.customer() == null ? state : state.withCustomer(current(state.customer())));
    }
}
