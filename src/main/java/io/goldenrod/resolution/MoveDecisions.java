package io.goldenrod.resolution;

import io.goldenrod.golden.CustomerIds.Named;
import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.partition.Link;
import io.goldenrod.resolution.Repartition.Waiting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who goes from which customer to which, and the decisions that say so. Their order is such that replaying them alone
 * gives the membership: customers that split off or stand alone again, then records that come, then members that change
 * sides; the merges, which take whoever is left, follow.
 */
final class MoveDecisions {

    private final Closure closure;
    private final Changes changes;
    private final Clustering clustering;
    private final Naming naming;
    private final Said said;
    private final Map<RecordKey, Cause> causes = new HashMap<>();

    /** Of the records that this is about: all links that they are held by, strongest first. */
    private final Map<RecordKey, List<Cause>> used = new HashMap<>();

    /** Customers that no decision has brought in yet: new ones, and former ones that are customers again. */
    private final Set<String> unannounced = new TreeSet<>();

    private final List<Move> moves = new ArrayList<>();
    private final Map<String, List<String>> unclaimed = new TreeMap<>();

    /** Where the records of each customer that was are now; null until somebody asks, as most batches merge nobody. */
    private Map<String, Set<Integer>> clustersOf;

    /** By customer, the first record of the batch that a link joins to it; null until somebody asks. */
    private Map<String, RecordKey> joiners;

    /** Members that go the same way; {@code to} is null when they belong to nobody now. */
    private record Move(String from, String to, List<String> members) {}

    MoveDecisions(
            Closure closure, Changes changes, Clustering clustering, Naming naming, Said said, Set<String> restored) {
        this.closure = closure;
        this.changes = changes;
        this.clustering = clustering;
        this.naming = naming;
        this.said = said;
        naming.names().stream().filter(Named::minted).map(Named::id).forEach(unannounced::add);
        unannounced.addAll(restored);
        said.waiting().forEach(each -> used.put(each.change().key(), new ArrayList<>()));
        findCauses();
    }

    /** A record's strongest used link: to another record, or to an identifier that others use as well. */
    private void findCauses() {
        Map<Identifier, Integer> uses = new HashMap<>();
        for (Link link : clustering.accepted()) {
            StoredLink observed = clustering.linkOf(link);
            if (observed != null) {
                uses.merge(observed.identifier(), 1, Integer::sum);
            }
        }
        for (Link link : clustering.accepted()) {
            StoredLink observed = clustering.linkOf(link);
            StoredAssertion asserted = clustering.assertionOf(link);
            if (asserted != null) {
                uses(Cause.of(asserted, asserted.left()));
                uses(Cause.of(asserted, asserted.right()));
            } else if (observed == null) {
                StoredMatch match = clustering.matchOf(link);
                uses(Cause.of(match, match.left(), clustering.rules()));
                uses(Cause.of(match, match.right(), clustering.rules()));
            } else if (uses.get(observed.identifier()) > 1) {
                uses(Cause.of(observed));
            }
        }
    }

    /** @param link null when it starts from no record */
    private void uses(Cause link) {
        if (link == null) {
            return;
        }
        causes.putIfAbsent(link.record(), link);
        if (used.containsKey(link.record())) {
            used.get(link.record()).add(link);
        }
    }

    /** Where the customer's records are now, in the order of their clusters. */
    Set<String> destinationsOf(String customer) {
        if (clustersOf == null) {
            clustersOf = new HashMap<>();
            for (Member record : closure.records.values()) {
                if (record.customer() != null) {
                    clustersOf
                            .computeIfAbsent(record.customer(), absent -> new TreeSet<>())
                            .add(clustering.clusterOf(record.key()));
                }
            }
        }
        Set<String> destinations = new LinkedHashSet<>();
        clustersOf
                .getOrDefault(customer, Set.of())
                .forEach(cluster -> destinations.add(naming.names().get(cluster).id()));
        return destinations;
    }

    Decision mergeDecision(String survivor, String loser) {
        if (joiners == null) {
            joiners = new HashMap<>();
            for (Waiting each : said.waiting()) {
                RecordKey record = each.change().key();
                String customer = naming.customerOf(record);
                if (customer != null && causes.containsKey(record)) {
                    joiners.putIfAbsent(customer, record);
                }
            }
        }
        RecordKey record = joiners.get(survivor);
        return record == null
                ? said.requests().decision(Kind.MERGED, survivor, loser, List.of())
                : said.requests().decision(Kind.MERGED, survivor, loser, record, causeOf(record, loser), List.of());
    }

    /** The record's strongest used link to a member that was the other customer's, or else to anybody. */
    private Cause causeOf(RecordKey record, String customer) {
        for (Cause cause : used.getOrDefault(record, List.of())) {
            RecordKey other = Decision.recordOf(cause.over());
            String before = other == null
                    ? closure.identifiers.get(Identifier.parse(cause.over())).customer()
                    : closure.records.get(other).customer();
            if (customer.equals(before)) {
                return cause;
            }
        }
        return causes.get(record);
    }

    void decide() {
        leave();
        findMoves();
        List<Move> later = new ArrayList<>();
        for (Move move : moves) {
            if (!announces(move)) {
                later.add(move);
            }
        }
        comeIn();
        later.forEach(this::changeSides);
        unclaimed.forEach((customer, members) ->
                changes.decisions.add(said.requests().decision(Kind.JOINED, customer, null, members)));
    }

    /** Records that were deleted, and identifiers that nobody carries any more. */
    private void leave() {
        Set<Identifier> told = new TreeSet<>();
        for (Waiting each : said.waiting()) {
            if (each.stored() == null) {
                continue;
            }
            Map<String, List<String>> gone = new TreeMap<>();
            if (naming.customerOf(each.change().key()) == null) {
                gone.computeIfAbsent(each.stored().customer(), absent -> new ArrayList<>())
                        .add(Decision.member(each.change().key()));
            }
            for (Identifier identifier : said.before(each).identifiers()) {
                String owner = said.orphans().get(identifier);
                if (owner != null && told.add(identifier)) {
                    gone.computeIfAbsent(owner, absent -> new ArrayList<>()).add(identifier.key());
                }
            }
            gone.forEach((customer, members) ->
                    changes.decisions.add(said.requests().decision(each, Kind.LEFT, customer, null, members)));
        }
    }

    private void findMoves() {
        Map<String, Map<String, List<String>>> moved = new TreeMap<>();
        for (Member record : closure.records.values()) {
            String customer = naming.customerOf(record.key());
            if (!customer.equals(record.customer())) {
                changes.recordMoves.put(record.key(), customer);
                if (record.customer() != null) {
                    note(moved, record.customer(), customer, Decision.member(record.key()));
                }
            }
        }
        for (StoredIdentifier identifier : closure.identifiers.values()) {
            String before = identifier.customer();
            String customer = naming.customerOf(identifier.identifier());
            if (identifier.suppressed() != null || (customer == null ? before == null : customer.equals(before))) {
                continue;
            }
            changes.identifierMoves.put(identifier.identifier(), customer);
            String member = identifier.identifier().key();
            if (before == null) {
                unclaimed.computeIfAbsent(customer, absent -> new ArrayList<>()).add(member);
            } else {
                note(moved, before, customer == null ? "" : customer, member);
            }
        }
        moved.forEach((from, destinations) ->
                destinations.forEach((to, members) -> moves.add(new Move(from, to.isEmpty() ? null : to, members))));
    }

    private static void note(Map<String, Map<String, List<String>>> moved, String from, String to, String member) {
        moved.computeIfAbsent(from, absent -> new TreeMap<>())
                .computeIfAbsent(to, absent -> new ArrayList<>())
                .add(member);
    }

    /** Whether the move brings in a customer: records, not identifiers alone, make one. */
    private boolean announces(Move move) {
        Named to = move.to == null ? null : naming.named(move.to);
        boolean hasRecord = move.members.get(0).startsWith(Decision.MEMBER_RECORD);
        if (to == null || !hasRecord || !(to.minted() || unannounced.contains(move.to)) || isAbsorbed(move)) {
            return false;
        }
        unannounced.remove(move.to);
        changes.decisions.add(
                to.minted()
                        ? said.requests().decision(Kind.SPLIT, move.from, move.to, move.members)
                        : said.requests().decision(Kind.RESTORED, move.to, move.from, move.members));
        return true;
    }

    /** Records that belonged to no customer before, each with the identifiers that came with the first of them. */
    private void comeIn() {
        closure.records.values().stream()
                .filter(record -> record.customer() == null)
                .sorted(Comparator.comparingLong(Member::seq))
                .forEach(record -> {
                    String customer = naming.customerOf(record.key());
                    List<String> members = new ArrayList<>();
                    members.add(Decision.member(record.key()));
                    List<String> identifiers = unclaimed.remove(customer);
                    if (identifiers != null) {
                        members.addAll(identifiers);
                    }
                    boolean isNew = unannounced.remove(customer);
                    Kind kind = isNew ? Kind.CREATED : Kind.JOINED;
                    Cause over = isNew ? null : causes.get(record.key());
                    changes.decisions.add(said.requests().decision(kind, customer, null, record.key(), over, members));
                });
    }

    private void changeSides(Move move) {
        Requests requests = said.requests();
        if (move.to == null) {
            changes.decisions.add(requests.decision(Kind.LEFT, move.from, null, move.members));
        } else if (!isAbsorbed(move)) {
            changes.decisions.add(requests.decision(Kind.LEFT, move.from, move.to, move.members));
            changes.decisions.add(requests.decision(Kind.JOINED, move.to, move.from, move.members));
        }
    }

    /** Whether the members go with a merge of their whole customer. */
    private boolean isAbsorbed(Move move) {
        return naming.named(move.to).former().stream()
                .anyMatch(issued -> issued.id().equals(move.from));
    }
}
