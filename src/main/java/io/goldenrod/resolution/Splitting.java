package io.goldenrod.resolution;

import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Parts some members from the rest of their customer, by a steward's words alone: whoever carries an identifier that
 * goes to the other side is different from it, records that match across are different, and so are the oldest records
 * of both sides, whatever comes later. What is to go stays together: where nothing else would join it, it is the same.
 *
 * <p>An identifier goes along when it is named, or when only records that go carry it.
 */
final class Splitting {

    /** Most assertions that one split makes. */
    static final int ASSERTIONS_MAX = 1_000;

    /** Most records of a customer that is split. */
    static final int RECORDS_MAX = 100_000;

    private final Transaction transaction;
    private final Asserting asserting;
    private final long place;

    private Closure closure;
    private final Map<RecordKey, Boolean> goes = new HashMap<>();
    private final Map<Identifier, Boolean> goesAlong = new HashMap<>();

    Splitting(Transaction transaction, Asserting asserting) {
        this.transaction = transaction;
        this.asserting = asserting;
        place = transaction.reserve(1);
    }

    /** @param members of the customer, among them a record, and not all its records */
    Parted part(String customer, Collection<String> members, String by, String reason, String request) {
        load(customer);
        sides(customer, members);
        List<Member> going = records(true);
        List<Member> staying = records(false);
        if (going.isEmpty() || staying.isEmpty()) {
            throw IllegalAssertion.partsNothing();
        }
        List<Word> words = new ArrayList<>();
        String goingFirst = Decision.member(going.get(0).key());
        String stayingFirst = Decision.member(staying.get(0).key());
        words.add(new Word(Kind.DIFFERENT, goingFirst, stayingFirst, by, reason));
        crossings()
                .forEach((one, other) ->
                        other.forEach(each -> words.add(new Word(Kind.DIFFERENT, one, each, by, reason))));
        if (words.size() > ASSERTIONS_MAX) {
            throw IllegalAssertion.tooMany();
        }
        List<StoredAssertion> said = say(words);
        Set<Integer> apart = new HashSet<>();
        Clustering trial = asserting.cluster(closure);
        apart.add(trial.clusterOf(going.get(0).key()));
        List<Word> bonds = new ArrayList<>();
        for (Member record : going) {
            if (apart.add(trial.clusterOf(record.key()))) {
                bonds.add(new Word(Kind.SAME, goingFirst, Decision.member(record.key()), by, reason));
            }
        }
        if (words.size() + bonds.size() > ASSERTIONS_MAX) {
            throw IllegalAssertion.tooMany();
        }
        said.addAll(say(bonds));
        return settle(customer, said, by, reason, request);
    }

    /** Parts a customer where two of its members meet, or refuses when other evidence holds its records together. */
    Parted partAt(String customer, String one, String other, String by, String reason, String request) {
        load(customer);
        sides(customer, List.of(one, other));
        List<StoredAssertion> said = say(List.of(new Word(Kind.DIFFERENT, one, other, by, reason)));
        return settle(customer, said, by, reason, request);
    }

    private void load(String customer) {
        StoredCustomer stored = transaction.lockCustomers(List.of(customer)).get(customer);
        if (stored.records() > RECORDS_MAX) {
            throw IllegalAssertion.tooMany();
        }
        closure = Closure.load(transaction, Set.of(customer), Set.of(), Set.of());
    }

    private void sides(String customer, Collection<String> members) {
        Set<Identifier> named = new TreeSet<>();
        closure.records.values().stream()
                .filter(record -> customer.equals(record.customer()))
                .forEach(record -> goes.put(record.key(), false));
        for (String member : members) {
            RecordKey record = Decision.recordOf(member);
            Identifier identifier = record == null ? Identifier.parse(member) : null;
            boolean isMember = record != null
                    ? goes.containsKey(record)
                    : closure.identifiers.containsKey(identifier)
                            && customer.equals(
                                    closure.identifiers.get(identifier).customer());
            if (!isMember) {
                throw IllegalAssertion.unknown(member);
            }
            if (record != null) {
                goes.put(record, true);
            } else {
                named.add(identifier);
            }
        }
        for (StoredLink link : closure.links.values()) {
            if (goes.containsKey(link.record())) {
                goesAlong.merge(link.identifier(), goes.get(link.record()), Boolean::logicalAnd);
            }
        }
        named.forEach(identifier -> goesAlong.put(identifier, true));
    }

    private List<Member> records(boolean going) {
        return closure.records.values().stream()
                .filter(record -> goes.getOrDefault(record.key(), !going) == going)
                .sorted(Comparator.comparingLong(Member::seq))
                .toList();
    }

    /** Links between the two sides, by the member that they start from. */
    private Map<String, Set<String>> crossings() {
        Map<String, Set<String>> crossings = new TreeMap<>();
        for (StoredLink link : closure.links.values()) {
            Boolean side = goes.get(link.record());
            boolean links = closure.identifiers.get(link.identifier()).suppressed() == null;
            if (side != null
                    && links
                    && side != goesAlong.get(link.identifier()).booleanValue()) {
                cross(
                        crossings,
                        Decision.member(link.record()),
                        link.identifier().key());
            }
        }
        for (StoredMatch match : closure.matches.values()) {
            Boolean left = goes.get(match.left());
            Boolean right = goes.get(match.right());
            if (left != null && right != null && !left.equals(right)) {
                cross(crossings, Decision.member(match.left()), Decision.member(match.right()));
            }
        }
        return crossings;
    }

    private static void cross(Map<String, Set<String>> crossings, String one, String other) {
        crossings.computeIfAbsent(one, absent -> new TreeSet<>()).add(other);
    }

    /** Puts the words in force, but for those that are. */
    private List<StoredAssertion> say(List<Word> said) {
        Set<String> members = new TreeSet<>();
        said.forEach(word -> members.addAll(List.of(word.left(), word.right())));
        Words words = Words.around(transaction, members);
        List<StoredAssertion> added = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Word word : said) {
            if (words.find(word.kind(), word.left(), word.right()) == null && seen.add(word.left() + word.right())) {
                words.requireNoContradiction(word);
                StoredAssertion assertion = asserting.add(word, place);
                closure.assertions.put(assertion.id(), assertion);
                added.add(assertion);
            }
        }
        return added;
    }

    private Parted settle(String customer, List<StoredAssertion> said, String by, String reason, String request) {
        Clustering clustering = asserting.cluster(closure);
        boolean whole =
                goes.keySet().stream().map(clustering::clusterOf).distinct().count() == 1;
        if (whole || said.isEmpty()) {
            throw IllegalAssertion.partsNothing();
        }
        List<Decision> decisions = new ArrayList<>();
        for (StoredAssertion each : said) {
            decisions.add(asserting.decision(each, Decision.Kind.ASSERTED, by, reason, request));
        }
        Settlement settlement = asserting.settle(closure, said.get(0), decisions, place, request);
        Map<String, List<RecordKey>> parts = new LinkedHashMap<>();
        closure.records.values().stream()
                .filter(record -> goes.containsKey(record.key()))
                .sorted(Comparator.comparingLong(Member::seq))
                .forEach(record -> parts.computeIfAbsent(
                                settlement.customerOf(record.key()), absent -> new ArrayList<>())
                        .add(record.key()));
        List<Decision> all = new ArrayList<>(decisions);
        all.addAll(settlement.decisions());
        return new Parted(customer, said, parts, List.copyOf(all));
    }
}
