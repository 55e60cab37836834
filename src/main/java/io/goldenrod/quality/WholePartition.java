package io.goldenrod.quality;

import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.partition.Component;
import io.goldenrod.partition.HeldLink;
import io.goldenrod.partition.LinkClass;
import io.goldenrod.partition.Partition;
import io.goldenrod.partition.Rules;
import io.goldenrod.partition.Traits;
import io.goldenrod.quality.CheckReport.Kind;
import io.goldenrod.quality.Member.Cluster;
import io.goldenrod.quality.Member.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Partitions a whole graph, one connected part after the other, and compares that with where its members are. */
final class WholePartition {

    private final Rules rules;
    private final PairCheck pairs;
    private final Findings findings;
    private final Map<String, Cluster> clusterOfCustomer = new HashMap<>();

    /** @param pairs null when there is no matching */
    WholePartition(Rules rules, PairCheck pairs, Findings findings) {
        this.pairs = pairs;
        this.rules = rules;
        this.findings = findings;
    }

    /** The cluster that a customer stands for, or null. */
    Cluster clusterOf(String customer) {
        return clusterOfCustomer.get(customer);
    }

    /** Takes the members of the connected part with this root. */
    void take(Member root) {
        List<Member> members = new ArrayList<>();
        for (Member member = root; member != null; member = member.next) {
            member.number = members.size();
            members.add(member);
        }
        Map<String, Link> links = new HashMap<>();
        Map<Member, List<Instant>> seen = new HashMap<>();
        for (Link link = root.firstLink; link != null; link = link.next) {
            links.put(link.key(), link);
            if (!link.isMatch() && link.word == null) {
                seen.computeIfAbsent(link.other, absent -> new ArrayList<>()).add(Instant.ofEpochMilli(link.at));
            }
        }
        Component component = new Component();
        for (Member member : members) {
            if (!member.isRecord()) {
                member.traits = member.linking
                        ? rules.traits(member.identifier, seen.getOrDefault(member, List.of()))
                        : Traits.NONE;
            }
            member.traits = member.traits.with(member.apart);
            component.add(member.isRecord() ? RecordKey.parse(member.key) : null, member.traits);
        }
        links.forEach((key, link) ->
                component.link(link.record.number, link.other.number, linkClass(link), link.weight, link.at, key));
        if (pairs != null) {
            component.weigh(pairs.weights(members));
        }
        Partition partition = Partition.of(component, rules);
        cluster(partition, members, links);
        bind(partition, members, links);
        holds(partition, links);
        members.forEach(member -> member.traits = null);
        compare(members);
    }

    private LinkClass linkClass(Link link) {
        if (link.word != null) {
            return LinkClass.SAME;
        }
        return link.isMatch() ? rules.matched() : rules.linkClass(link.other.identifier.type());
    }

    /** What holds each cluster together: looks at what strong identifiers alone would make of it. */
    private void bind(Partition partition, List<Member> members, Map<String, Link> links) {
        int[] parent = new int[members.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (io.goldenrod.partition.Link link : partition.accepted()) {
            if (!link.linkClass().weak() && !link.linkClass().equals(rules.matched())) {
                parent[rootOf(parent, link.left())] = rootOf(parent, link.right());
            }
        }
        for (Member member : members) {
            Cluster cluster = member.cluster;
            if (member.isRecord() && rootOf(parent, member.number) != rootOf(parent, cluster.first.number)) {
                cluster.bond = Bond.WEAK;
            }
        }
        for (Link link : links.values()) {
            if (link.isMatch()
                    && link.record.cluster == link.other.cluster
                    && rootOf(parent, link.record.number) != rootOf(parent, link.other.number)) {
                link.record.cluster.bond = Bond.MATCHED;
            }
        }
    }

    private static int rootOf(int[] parent, int member) {
        int at = member;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static void cluster(Partition partition, List<Member> members, Map<String, Link> links) {
        Cluster[] clusters = new Cluster[partition.clusters()];
        for (Member member : members) {
            int number = partition.clusterOf(member.number);
            Cluster cluster = clusters[number] == null ? clusters[number] = new Cluster() : clusters[number];
            member.cluster = cluster;
            cluster.traits = cluster.traits.with(member.traits);
            if (!member.isRecord()) {
                cluster.identifiers++;
            } else {
                cluster.records++;
                if (cluster.first == null || member.seq < cluster.first.seq) {
                    cluster.first = member;
                }
            }
        }
        for (Link link : links.values()) {
            link.record.cluster.links++;
            if (link.isMatch() && link.other.cluster != link.record.cluster) {
                link.other.cluster.links++;
            }
        }
    }

    private void holds(Partition partition, Map<String, Link> links) {
        Map<String, HeldLink> held = new HashMap<>();
        for (HeldLink each : partition.held()) {
            held.put(each.link().key(), each);
            Link link = links.get(each.link().key());
            link.other.heldFound++;
            link.record.cluster.held++;
            if (link.other.cluster != link.record.cluster) {
                link.other.cluster.held++;
            }
        }
        links.forEach((key, link) -> {
            HeldLink each = held.get(key);
            String computed = each == null ? "not held" : each.constraint() + " (" + each.detail() + ")";
            String stored = link.held == null ? "not held" : link.held + " (" + link.detail + ")";
            if (!stored.equals(computed)) {
                findings.add(Kind.HELD, "record:" + key, stored, computed);
            }
        });
    }

    /** A cluster is the customer of its first record, unless an earlier cluster is. */
    private void compare(List<Member> members) {
        Set<Cluster> clusters = new LinkedHashSet<>();
        members.forEach(member -> clusters.add(member.cluster));
        for (Cluster cluster : clusters) {
            if (cluster.first == null) {
                continue;
            }
            String customer = cluster.first.customer;
            if (customer == null) {
                findings.add(Kind.MEMBERSHIP, cluster.first.subject(), "no customer", "one");
                continue;
            }
            Cluster other = clusterOfCustomer.putIfAbsent(customer, cluster);
            if (other == null) {
                cluster.customer = customer;
            } else {
                findings.add(
                        Kind.MEMBERSHIP,
                        cluster.first.subject(),
                        customer,
                        "a customer apart from " + other.first.subject());
            }
        }
        for (Member member : members) {
            Cluster cluster = member.cluster;
            if (cluster.first == null || !member.linking) {
                if (member.customer != null) {
                    findings.add(Kind.MEMBERSHIP, member.subject(), member.customer, "no customer");
                }
            } else if (cluster.customer != null && !cluster.customer.equals(member.customer)) {
                findings.add(Kind.MEMBERSHIP, member.subject(), member.customer, cluster.customer);
            }
        }
        for (Member member : members) {
            if (!member.isRecord() && member.heldStored != member.heldFound) {
                findings.add(Kind.IDENTIFIER, member.key, "held " + member.heldStored, "held " + member.heldFound);
            }
        }
    }
}
