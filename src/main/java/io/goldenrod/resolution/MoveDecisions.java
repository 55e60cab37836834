package io.goldenrod.resolution;

import io.goldenrod.golden.CustomerIds.Named;
import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.partition.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who goes from which customer to which, and the decisions that say so. */
final class MoveDecisions {

    private final Closure closure;
    private final Changes changes;
    private final Clustering clustering;
    private final Requests requests;
    private final Collection<String> active;
    private final Collection<String> formers;
    private final Map<RecordKey, StoredLink> causes = new HashMap<>();

    MoveDecisions(
            Closure closure,
            Changes changes,
            Clustering clustering,
            Requests requests,
            Collection<String> active,
            Collection<String> formers) {
        this.closure = closure;
        this.changes = changes;
        this.clustering = clustering;
        this.requests = requests;
        this.active = active;
        this.formers = formers;
        findCauses();
    }

    /** A record's strongest used link over an identifier that others use as well. */
    private void findCauses() {
        Map<Identifier, Integer> uses = new HashMap<>();
        for (Link link : clustering.accepted()) {
            uses.merge(clustering.linkOf(link).identifier(), 1, Integer::sum);
        }
        for (Link link : clustering.accepted()) {
            StoredLink stored = clustering.linkOf(link);
            if (uses.get(stored.identifier()) > 1) {
                causes.putIfAbsent(stored.record(), stored);
            }
        }
    }

    /** Where the customer's records are now, in the order of their clusters. */
    Set<String> destinationsOf(String customer, List<Named> names) {
        Set<Integer> clusters = new TreeSet<>();
        for (Member record : closure.records.values()) {
            if (customer.equals(record.customer())) {
                clusters.add(clustering.clusterOf(record.key()));
            }
        }
        Set<String> destinations = new LinkedHashSet<>();
        clusters.forEach(cluster -> destinations.add(names.get(cluster).id()));
        return destinations;
    }

    Decision mergeDecision(String survivor, String loser) {
        StoredLink cause = null;
        for (Member record : closure.records.values()) {
            if (record.customer() == null && causes.containsKey(record.key())) {
                cause = causes.get(record.key());
                break;
            }
        }
        return cause == null
                ? requests.decision(Kind.MERGED, survivor, loser, List.of())
                : requests.decision(
                        Kind.MERGED,
                        survivor,
                        loser,
                        cause.record().toString(),
                        cause.identifier().key(),
                        cause.identifier().type(),
                        null,
                        null,
                        List.of());
    }

    void decide(
            List<Named> names, Map<RecordKey, String> customerOfRecord, Map<Identifier, String> customerOfIdentifier) {
        Map<String, Named> nameOf = new HashMap<>();
        Set<String> absorbed = new TreeSet<>();
        names.forEach(name -> {
            nameOf.put(name.id(), name);
            name.former().forEach(issued -> absorbed.add(name.id() + "<" + issued.id()));
        });
        Map<String, Map<String, List<String>>> moved = new TreeMap<>();
        for (Member record : closure.records.values()) {
            String customer = customerOfRecord.get(record.key());
            if (!customer.equals(record.customer())) {
                changes.recordMoves.put(record.key(), customer);
                if (record.customer() != null) {
                    note(moved, record.customer(), customer, Decision.member(record.key()));
                }
            }
        }
        Map<String, List<String>> fresh = new HashMap<>();
        for (StoredIdentifier identifier : closure.identifiers.values()) {
            if (identifier.suppressed() != null) {
                continue;
            }
            String customer = customerOfIdentifier.get(identifier.identifier());
            String before = identifier.customer();
            if (customer == null ? before != null : !customer.equals(before)) {
                changes.identifierMoves.put(identifier.identifier(), customer);
                String member = identifier.identifier().key();
                if (before != null) {
                    note(moved, before, customer == null ? "" : customer, member);
                } else {
                    fresh.computeIfAbsent(customer, absent -> new ArrayList<>()).add(member);
                }
            }
        }
        comeIn(names, customerOfRecord, fresh);
        moved.forEach((from, destinations) -> destinations.forEach((to, members) -> {
            if (!absorbed.contains(to + "<" + from)) {
                move(from, to, nameOf.get(to), members);
            }
        }));
    }

    private static void note(Map<String, Map<String, List<String>>> moved, String from, String to, String member) {
        moved.computeIfAbsent(from, absent -> new TreeMap<>())
                .computeIfAbsent(to, absent -> new ArrayList<>())
                .add(member);
    }

    /** Records that belonged to no customer before, each with the identifiers that came with the first of them. */
    private void comeIn(List<Named> names, Map<RecordKey, String> customerOfRecord, Map<String, List<String>> fresh) {
        Set<String> created = new TreeSet<>();
        names.stream().filter(Named::minted).map(Named::id).forEach(created::add);
        closure.records.values().stream()
                .filter(record -> record.customer() == null)
                .sorted(Comparator.comparingLong(Member::seq))
                .forEach(record -> {
                    String customer = customerOfRecord.get(record.key());
                    List<String> members = new ArrayList<>();
                    members.add(Decision.member(record.key()));
                    List<String> identifiers = fresh.remove(customer);
                    if (identifiers != null) {
                        members.addAll(identifiers);
                    }
                    StoredLink cause = causes.get(record.key());
                    boolean founds = created.remove(customer);
                    changes.decisions.add(requests.decision(
                            founds ? Kind.CREATED : Kind.JOINED,
                            customer,
                            null,
                            record.key().toString(),
                            founds || cause == null ? null : cause.identifier().key(),
                            founds || cause == null ? null : cause.identifier().type(),
                            null,
                            null,
                            members));
                });
        fresh.forEach(
                (customer, members) -> changes.decisions.add(requests.decision(Kind.JOINED, customer, null, members)));
    }

    private void move(String from, String to, Named name, List<String> members) {
        if (to.isEmpty()) {
            changes.decisions.add(requests.decision(Kind.LEFT, from, null, members));
        } else if (name.minted()) {
            changes.decisions.add(requests.decision(Kind.SPLIT, from, to, members));
        } else if (formers.contains(to) && !active.contains(to)) {
            changes.decisions.add(requests.decision(Kind.RESTORED, to, from, members));
        } else {
            changes.decisions.add(requests.decision(Kind.LEFT, from, to, members));
            changes.decisions.add(requests.decision(Kind.JOINED, to, from, members));
        }
    }
}
