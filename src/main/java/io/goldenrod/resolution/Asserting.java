package io.goldenrod.resolution;

import io.goldenrod.golden.CustomerIds;
import io.goldenrod.graph.Changes;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredRecord;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.LinkClass;
import io.goldenrod.partition.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts a steward's word in force, or ends it, and partitions what it touches. */
final class Asserting {

    private final Transaction transaction;
    private final Rules rules;
    private final Matcher matcher;
    private final Sharing sharing;
    private final Instant now;

    /** Of the members that were looked at, as they were before. */
    private final Map<String, String> customers = new HashMap<>();

    /** @param matcher null when there is no matching */
    Asserting(Transaction transaction, Rules rules, Matcher matcher, Sharing sharing, Instant now) {
        this.transaction = transaction;
        this.rules = rules;
        this.matcher = matcher;
        this.sharing = sharing;
        this.now = now;
    }

    /**
     * Says something of two members; what is in force already is not said again.
     *
     * @throws IllegalAssertion when it cannot be said
     */
    Asserted say(Word word, String request) {
        long place = transaction.reserve(1);
        requireKnown(word.left());
        requireKnown(word.right());
        if (word.left().equals(word.right())) {
            throw IllegalAssertion.oneMember();
        }
        Words words = Words.around(transaction, List.of(word.left(), word.right()));
        StoredAssertion before = words.find(word.kind(), word.left(), word.right());
        if (before != null) {
            return new Asserted(before, false, List.of());
        }
        words.requireNoContradiction(word);
        StoredAssertion assertion = add(word, place);
        Decision decision = decision(assertion, Decision.Kind.ASSERTED, word.by(), word.reason(), request);
        return new Asserted(assertion, true, settle(assertion, decision, place, request));
    }

    /**
     * Ends what was said.
     *
     * @throws IllegalAssertion when no such assertion is in force
     */
    Asserted retract(String id, String by, String reason, String request) {
        long place = transaction.reserve(1);
        StoredAssertion assertion = transaction.assertion(id).orElseThrow(IllegalAssertion::notInForce);
        transaction.retract(id, by, now, reason);
        Decision decision = decision(assertion, Decision.Kind.RETRACTED, by, reason, request);
        return new Asserted(assertion, true, settle(assertion, decision, place, request));
    }

    /**
     * Keeps what was said.
     *
     * @param place in the order of ingest; it names no two assertions that say the same
     */
    StoredAssertion add(Word word, long place) {
        var name = new RecordKey("assertion", place + "/" + word.kind() + "/" + word.left() + "/" + word.right());
        String id = "A" + CustomerIds.mint(name, 0).substring(1);
        String left = customerOf(word.left());
        String right = customerOf(word.right());
        var assertion = new StoredAssertion(
                id, word.kind(), word.left(), word.right(), word.by(), now, word.reason(), left, right);
        transaction.add(assertion);
        return assertion;
    }

    /** Locks the member, and requires that it can be spoken of. */
    private void requireKnown(String member) {
        RecordKey key = Decision.recordOf(member);
        if (key != null) {
            StoredRecord record = transaction.lockRecords(List.of(key)).get(key);
            if (record == null) {
                throw IllegalAssertion.unknown(member);
            }
            customers.put(member, record.customer());
            return;
        }
        Identifier identifier = Identifier.parse(member);
        StoredIdentifier state =
                transaction.lockIdentifiers(List.of(identifier)).get(identifier);
        if (state == null) {
            throw IllegalAssertion.unknown(member);
        }
        if (state.suppressed() != null) {
            throw IllegalAssertion.suppressed(member);
        }
        customers.put(member, state.customer());
    }

    private String customerOf(String member) {
        if (!customers.containsKey(member)) {
            requireKnown(member);
        }
        return customers.get(member);
    }

    /** That something was said or taken back. */
    Decision decision(StoredAssertion assertion, Decision.Kind kind, String by, String reason, String request) {
        String customer = assertion.leftCustomer() == null ? assertion.rightCustomer() : assertion.leftCustomer();
        String other = Objects.equals(customer, assertion.rightCustomer()) ? null : assertion.rightCustomer();
        Cause link = link(assertion);
        return new Decision(
                kind,
                customer,
                other,
                link.record() == null ? null : link.record().toString(),
                link.over(),
                link.linkClass(),
                null,
                link.detail() + " by " + by + (reason.isEmpty() ? "" : ": " + reason),
                List.of(assertion.left(), assertion.right()),
                request);
    }

    /** From its record to its other member; from no record when it is about identifiers alone. */
    private static Cause link(StoredAssertion assertion) {
        RecordKey left = Decision.recordOf(assertion.left());
        RecordKey record = left == null ? Decision.recordOf(assertion.right()) : left;
        String over = record == null || left != null ? assertion.right() : assertion.left();
        String linkClass = assertion.kind() == Kind.SAME ? LinkClass.SAME.name() : "different";
        return new Cause(record, over, linkClass, "assertion " + assertion.id());
    }

    private List<Decision> settle(StoredAssertion assertion, Decision decision, long place, String request) {
        Set<String> seeds = new TreeSet<>();
        Stream.of(assertion.leftCustomer(), assertion.rightCustomer())
                .filter(Objects::nonNull)
                .forEach(seeds::add);
        Closure closure = Closure.load(transaction, seeds, Set.of(), unclaimed(assertion));
        Settlement settlement = settle(closure, assertion, List.of(decision), place, request);
        List<Decision> all = new ArrayList<>(List.of(decision));
        all.addAll(settlement.decisions());
        return List.copyOf(all);
    }

    /** Partitions these members anew, in the name of an assertion. */
    Settlement settle(
            Closure closure, StoredAssertion assertion, List<Decision> decisions, long place, String request) {
        Changes said = new Changes();
        said.decisions.addAll(decisions);
        transaction.write(said);
        var requests = new Requests(request, link(assertion));
        var done = new Said(List.of(), Map.of(), Map.of(), Map.of(), List.of(), requests, place);
        var settlement = new Settlement(transaction, closure, rules, matcher, sharing, now, done);
        settlement.settle();
        return settlement;
    }

    /** The partition of these members, nothing of which is written. */
    Clustering cluster(Closure closure) {
        return Clustering.of(closure, matcher, rules);
    }

    /** Those of its identifiers that belong to no customer, as all their links are held. */
    private static Set<Identifier> unclaimed(StoredAssertion assertion) {
        Set<Identifier> unclaimed = new TreeSet<>();
        if (assertion.leftCustomer() == null && Decision.recordOf(assertion.left()) == null) {
            unclaimed.add(Identifier.parse(assertion.left()));
        }
        if (assertion.rightCustomer() == null && Decision.recordOf(assertion.right()) == null) {
            unclaimed.add(Identifier.parse(assertion.right()));
        }
        return unclaimed;
    }
}
