package io.goldenrod.resolution;

import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Component;
import io.goldenrod.partition.HeldLink;
import io.goldenrod.partition.Link;
import io.goldenrod.partition.LinkClass;
import io.goldenrod.partition.Partition;
import io.goldenrod.partition.Rules;
import io.goldenrod.partition.Traits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * The partition of records and their identifiers, in their own terms. A cluster that holds no record is no customer:
 * an identifier all of whose links are held belongs to none.
 */
final class Clustering {

    private final Rules rules;
    private final Map<RecordKey, Integer> clusterOfRecord = new HashMap<>();
    private final Map<Identifier, Integer> clusterOfIdentifier = new HashMap<>();
    private final Map<Identifier, List<Instant>> seen = new HashMap<>();
    private final Map<String, StoredLink> links = new HashMap<>();
    private final Map<String, StoredMatch> matches = new HashMap<>();
    private final List<List<RecordKey>> records = new ArrayList<>();
    private final List<List<Identifier>> identifiers = new ArrayList<>();
    private final List<Long> linkCounts = new ArrayList<>();
    private final Map<RecordKey, Integer> memberOfRecord = new HashMap<>();
    private final Map<String, StoredAssertion> same = new HashMap<>();
    private final Map<String, Traits> apart = new HashMap<>();
    private Partition partition;
    private Bonds bonds;
    private Set<Integer> tiedByMatches;

    private Clustering(Rules rules) {
        this.rules = rules;
    }

    /** @param matcher null when there is no matching */
    static Clustering of(Closure closure, Matcher matcher, Rules rules) {
        return of(
                closure.records.values(),
                closure.identifiers,
                closure.links.values(),
                closure.matches.values(),
                closure.assertions.values(),
                matcher == null ? null : new PairWeights(closure.records, matcher.model()),
                rules);
    }

    /**
     * @param matched between these members
     * @param asserted of these members, and of others that may be there or not
     * @param weight of any two of these members, in bits; null when there is no guard against chains of matches
     */
    static Clustering of(
            Collection<Member> members,
            Map<Identifier, StoredIdentifier> states,
            Collection<StoredLink> observed,
            Collection<StoredMatch> matched,
            Collection<StoredAssertion> asserted,
            ToDoubleBiFunction<RecordKey, RecordKey> weight,
            Rules rules) {
        Clustering clustering = new Clustering(rules);
        for (StoredLink link : observed) {
            boolean links = clustering.rules.linkClass(link.identifier().type()) != null;
            if (links && states.get(link.identifier()).suppressed() == null) {
                clustering.links.put(link.key(), link);
                clustering
                        .seen
                        .computeIfAbsent(link.identifier(), absent -> new ArrayList<>())
                        .add(link.at());
            }
        }
        matched.forEach(match -> clustering.matches.put(match.key(), match));
        asserted.forEach(clustering::note);
        List<Member> byAge = new ArrayList<>(members);
        byAge.sort(Comparator.comparingLong(Member::seq).thenComparing(Member::key));
        clustering.partition(byAge, weight);
        return clustering;
    }

    private void note(StoredAssertion assertion) {
        if (assertion.kind() == Kind.SAME) {
            same.put(assertion.key(), assertion);
        } else {
            apart.merge(assertion.left(), Traits.left(assertion.id()), Traits::with);
            apart.merge(assertion.right(), Traits.right(assertion.id()), Traits::with);
        }
    }

    private void partition(List<Member> byAge, ToDoubleBiFunction<RecordKey, RecordKey> weight) {
        Component component = new Component();
        Map<Identifier, Integer> memberOfIdentifier = new HashMap<>();
        for (Member record : byAge) {
            memberOfRecord.put(record.key(), component.add(record.key(), traits(record)));
        }
        seen.keySet().forEach(identifier -> memberOfIdentifier.put(identifier, component.add(traits(identifier))));
        for (StoredLink link : links.values()) {
            component.link(
                    memberOfRecord.get(link.record()),
                    memberOfIdentifier.get(link.identifier()),
                    rules.linkClass(link.identifier().type()),
                    0,
                    link.at().toEpochMilli(),
                    link.key());
        }
        for (StoredMatch match : matches.values()) {
            component.link(
                    memberOfRecord.get(match.left()),
                    memberOfRecord.get(match.right()),
                    rules.matched(),
                    match.weight(),
                    0,
                    match.key());
        }
        for (StoredAssertion assertion : same.values()) {
            Integer left = memberOf(assertion.left(), memberOfIdentifier);
            Integer right = memberOf(assertion.right(), memberOfIdentifier);
            if (left != null && right != null) {
                component.link(left, right, LinkClass.SAME, 0, 0, assertion.key());
            }
        }
        if (weight != null) {
            // the records are the first members, in this order
            component.weigh((left, right) ->
                    weight.applyAsDouble(byAge.get(left).key(), byAge.get(right).key()));
        }
        partition = Partition.of(component, rules);
        Map<Integer, Integer> numberOf = new HashMap<>();
        for (Member record : byAge) {
            int number = numberOf.computeIfAbsent(
                    partition.clusterOf(memberOfRecord.get(record.key())), absent -> addCluster());
            records.get(number).add(record.key());
            clusterOfRecord.put(record.key(), number);
        }
        memberOfIdentifier.forEach((identifier, member) -> {
            Integer number = numberOf.get(partition.clusterOf(member));
            if (number != null) {
                identifiers.get(number).add(identifier);
                clusterOfIdentifier.put(identifier, number);
            }
        });
        links.values().forEach(link -> countLink(clusterOf(link.record())));
        for (StoredMatch match : matches.values()) {
            countLink(clusterOf(match.left()));
            if (clusterOf(match.left()) != clusterOf(match.right())) {
                countLink(clusterOf(match.right()));
            }
        }
        for (StoredAssertion assertion : same.values()) {
            Integer left = memberOf(assertion.left(), memberOfIdentifier);
            Integer right = memberOf(assertion.right(), memberOfIdentifier);
            if (left != null && right != null && numberOf.containsKey(partition.clusterOf(left))) {
                countLink(numberOf.get(partition.clusterOf(left)));
            }
        }
    }

    private Integer memberOf(String member, Map<Identifier, Integer> memberOfIdentifier) {
        RecordKey record = Decision.recordOf(member);
        return record == null ? memberOfIdentifier.get(Identifier.parse(member)) : memberOfRecord.get(record);
    }

    private void countLink(int cluster) {
        linkCounts.set(cluster, linkCounts.get(cluster) + 1);
    }

    private int addCluster() {
        records.add(new ArrayList<>());
        identifiers.add(new ArrayList<>());
        linkCounts.add(0L);
        return records.size() - 1;
    }

    Rules rules() {
        return rules;
    }

    /** The records of each cluster in ingest order, the clusters in the order of their first records. */
    List<List<RecordKey>> recordsInOrder() {
        return records;
    }

    List<Identifier> identifiers(int cluster) {
        return identifiers.get(cluster);
    }

    /** Links of the cluster's records, held ones included. */
    long links(int cluster) {
        return linkCounts.get(cluster);
    }

    /** What holds the cluster's records together. */
    Bond bond(int cluster) {
        if (bonds == null) {
            bonds = new Bonds(memberOfRecord, partition.accepted(), rules.matched());
            tiedByMatches = new HashSet<>();
            for (StoredMatch match : matches.values()) {
                boolean within = clusterOf(match.left()) == clusterOf(match.right());
                if (within && bonds.part(match.left()) != bonds.part(match.right())) {
                    tiedByMatches.add(clusterOf(match.left()));
                }
            }
        }
        return bonds.bond(records.get(cluster), tiedByMatches.contains(cluster));
    }

    int clusterOf(RecordKey record) {
        return clusterOfRecord.get(record);
    }

    /** The identifier's cluster; -1 when it belongs to none. */
    int clusterOf(Identifier identifier) {
        return clusterOfIdentifier.getOrDefault(identifier, -1);
    }

    /** Whether the identifier links. */
    boolean contains(Identifier identifier) {
        return seen.containsKey(identifier);
    }

    /** What constraints need to know of it. */
    Traits traits(Member record) {
        return rules.traits(record.record()).with(apart(Decision.member(record.key())));
    }

    Traits traits(Identifier identifier) {
        return rules.traits(identifier, seen.get(identifier)).with(apart(identifier.key()));
    }

    private Traits apart(String member) {
        return apart.getOrDefault(member, Traits.NONE);
    }

    List<Link> accepted() {
        return partition.accepted();
    }

    List<HeldLink> held() {
        return partition.held();
    }

    /** The observation that the link stands for; null when it is none. */
    StoredLink linkOf(HeldLink held) {
        return links.get(held.link().key());
    }

    StoredLink linkOf(Link link) {
        return links.get(link.key());
    }

    /** The steward's word that the link stands for; null when it is none. */
    StoredAssertion assertionOf(Link link) {
        return same.get(link.key());
    }

    /** The match that the link stands for; null when it is none. */
    StoredMatch matchOf(Link link) {
        return matches.get(link.key());
    }
}
