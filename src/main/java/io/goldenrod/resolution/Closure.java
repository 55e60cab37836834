package io.goldenrod.resolution;

import io.goldenrod.graph.Membership;
import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All members that a partition must see: whole customers, and over held links the customers on their other side, and so
 * on. Every link that is used lies within one customer, so only those that are held or new lead further. Who is
 * different from whom leads nowhere: it parts only what something else would join.
 */
final class Closure {

    private final Transaction transaction;

    final Map<String, StoredCustomer> customers = new TreeMap<>();
    final Map<RecordKey, Member> records = new TreeMap<>();
    final Map<Identifier, StoredIdentifier> identifiers = new TreeMap<>();
    final Map<String, StoredLink> links = new TreeMap<>();
    final Map<String, StoredMatch> matches = new TreeMap<>();
    final Map<String, StoredAssertion> assertions = new TreeMap<>();

    private final Set<String> asked = new HashSet<>();
    private final Set<Identifier> expanded = new HashSet<>();

    private Closure(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Locks the customers as it finds them, in a few rounds. */
    static Closure load(
            Transaction transaction,
            Collection<String> customers,
            Collection<RecordKey> records,
            Collection<Identifier> identifiers) {
        Closure closure = new Closure(transaction);
        closure.expand(new TreeSet<>(customers), new TreeSet<>(records), new TreeSet<>(identifiers));
        return closure;
    }

    private void expand(Set<String> nextCustomers, Set<RecordKey> nextRecords, Set<Identifier> nextIdentifiers) {
        Set<String> frontier = nextCustomers;
        Set<RecordKey> loose = nextRecords;
        Set<Identifier> unclaimed = nextIdentifiers;
        while (!frontier.isEmpty() || !loose.isEmpty() || !unclaimed.isEmpty()) {
            customers.putAll(transaction.lockCustomers(frontier));
            asked.addAll(frontier);
            expanded.addAll(unclaimed);
            Membership found = transaction.members(frontier, loose, unclaimed);
            found.records().forEach(record -> records.putIfAbsent(record.key(), record));
            identifiers.putAll(found.identifiers());
            found.links().forEach(link -> links.putIfAbsent(link.key(), link));
            found.matches().forEach(match -> matches.putIfAbsent(match.key(), match));
            found.assertions().forEach(each -> assertions.putIfAbsent(each.id(), each));

            frontier = new TreeSet<>();
            loose = new TreeSet<>();
            unclaimed = new TreeSet<>();
            for (Member record : found.records()) {
                if (record.customer() != null && !asked.contains(record.customer())) {
                    frontier.add(record.customer());
                }
            }
            for (StoredIdentifier identifier : found.identifiers().values()) {
                if (identifier.suppressed() != null) {
                    continue;
                }
                if (identifier.customer() == null) {
                    if (!expanded.contains(identifier.identifier())) {
                        unclaimed.add(identifier.identifier());
                    }
                } else if (!asked.contains(identifier.customer())) {
                    frontier.add(identifier.customer());
                }
            }
            for (StoredLink link : found.links()) {
                if (!records.containsKey(link.record())) {
                    loose.add(link.record());
                }
            }
            for (StoredMatch match : found.matches()) {
                for (RecordKey end : List.of(match.left(), match.right())) {
                    if (!records.containsKey(end)) {
                        loose.add(end);
                    }
                }
            }
            for (StoredAssertion assertion : found.assertions()) {
                if (assertion.kind() == Kind.SAME) {
                    follow(assertion.left(), loose, unclaimed);
                    follow(assertion.right(), loose, unclaimed);
                }
            }
        }
    }

    private void follow(String member, Set<RecordKey> loose, Set<Identifier> unclaimed) {
        RecordKey record = Decision.recordOf(member);
        if (record == null) {
            Identifier identifier = Identifier.parse(member);
            if (!identifiers.containsKey(identifier) && !expanded.contains(identifier)) {
                unclaimed.add(identifier);
            }
        } else if (!records.containsKey(record)) {
            loose.add(record);
        }
    }
}
