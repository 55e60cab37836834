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
        return say(word, transaction.reserve(1), request);
    }

    /** @param place in the order of ingest, this word's own */
    Asserted say(Word word, long place, String request) {
        String leftCustomer = customerOf(word.left());
        String rightCustomer = customerOf(word.right());
        if (word.left().equals(word.right())) {
            throw IllegalAssertion.oneMember();
        }
        Words words = Words.around(transaction, List.of(word.left(), word.right()));
        StoredAssertion before = words.find(word.kind(), word.left(), word.right());
        if (before != null) {
            return new Asserted(before, false, List.of());
        }
        words.requireNoContradiction(word);
        var assertion = new StoredAssertion(
                id(word, place),
                word.kind(),
                word.left(),
                word.right(),
                word.by(),
                now,
                word.reason(),
                leftCustomer,
                rightCustomer);
        transaction.add(assertion);
        List<Decision> decisions = decide(assertion, Decision.Kind.ASSERTED, word.by(), word.reason(), place, request);
        return new Asserted(assertion, true, decisions);
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
        List<Decision> decisions = decide(assertion, Decision.Kind.RETRACTED, by, reason, place, request);
        return new Asserted(assertion, true, decisions);
    }

    /** Its own for ever, as no place in the order of ingest is given twice. */
    private static String id(Word word, long place) {
        var name = new RecordKey("assertion", place + "/" + word.kind() + "/" + word.left() + "/" + word.right());
        return "A" + CustomerIds.mint(name, 0).substring(1);
    }

    /** Locks the member, and requires that it can be spoken of; null when it belongs to no customer. */
    private String customerOf(String member) {
        RecordKey key = Decision.recordOf(member);
        if (key != null) {
            StoredRecord record = transaction.lockRecords(List.of(key)).get(key);
            if (record == null) {
                throw IllegalAssertion.unknown(member);
            }
            return record.customer();
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
        return state.customer();
    }

    private List<Decision> decide(
            StoredAssertion assertion, Decision.Kind kind, String by, String reason, long place, String request) {
        String detail = "assertion " + assertion.id() + " by " + by + (reason.isEmpty() ? "" : ": " + reason);
        RecordKey record = Stream.of(assertion.left(), assertion.right())
                .map(Decision::recordOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String over = record == null || record.equals(Decision.recordOf(assertion.left()))
                ? assertion.right()
                : assertion.left();
        String linkClass = assertion.kind() == Kind.SAME ? LinkClass.SAME.name() : "different";
        String customer = assertion.leftCustomer() == null ? assertion.rightCustomer() : assertion.leftCustomer();
        String other = Objects.equals(customer, assertion.rightCustomer()) ? null : assertion.rightCustomer();
        Changes said = new Changes();
        said.decisions.add(new Decision(
                kind,
                customer,
                other,
                record == null ? null : record.toString(),
                over,
                linkClass,
                null,
                detail,
                List.of(assertion.left(), assertion.right()),
                request));
        transaction.write(said);
        Set<String> seeds = new TreeSet<>();
        Stream.of(assertion.leftCustomer(), assertion.rightCustomer())
                .filter(Objects::nonNull)
                .forEach(seeds::add);
        Closure closure = Closure.load(transaction, seeds, Set.of(), unclaimed(assertion));
        var requests = new Requests(request, new Cause(record, over, linkClass, "assertion " + assertion.id()));
        var done = new Said(List.of(), Map.of(), Map.of(), Map.of(), List.of(), requests, place);
        var settlement = new Settlement(transaction, closure, rules, matcher, sharing, now, done);
        settlement.settle();
        List<Decision> all = new ArrayList<>(said.decisions);
        all.addAll(settlement.decisions());
        return List.copyOf(all);
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
