package io.goldenrod.bulk;

import io.goldenrod.bulk.HeldLinks.Entry;
import io.goldenrod.bulk.HeldLinks.Reason;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.partition.Component;
import io.goldenrod.partition.HeldLink;
import io.goldenrod.partition.Link;
import io.goldenrod.partition.LinkClass;
import io.goldenrod.partition.Partition;
import io.goldenrod.partition.Traits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Parts components in full, by {@link Partition} as the service does; of one thread. */
final class PartedComponent {

    private static final int NONE = -1;

    private final Census census;
    private final Types types;
    private final Suppression suppression;
    private final Matches matches;
    private final Connected connected;
    private final Customers customers;
    private final Weights weights;

    PartedComponent(
            Census census,
            Suppression suppression,
            Matches matches,
            Connected connected,
            Customers customers,
            Weights weights) {
        this.census = census;
        this.types = census.types;
        this.suppression = suppression;
        this.matches = matches;
        this.connected = connected;
        this.customers = customers;
        this.weights = weights;
    }

    /** The component from a place to before another; gives the links that are held, in order. */
    List<Entry> part(int from, int to) {
        connected.number(from, to);
        int records = to - from;
        Component component = new Component();
        RecordKey[] keys = new RecordKey[records];
        for (int i = 0; i < records; i++) {
            int record = connected.record(from + i);
            keys[i] = census.key(record);
            component.add(keys[i], census.traits(record));
        }
        IntColumn identifiers = new IntColumn();
        for (int i = 0; i < records; i++) {
            int record = connected.record(from + i);
            linkIdentifiers(component, record, keys, identifiers);
            linkMatches(component, record, keys);
        }
        if (weights != null) {
            component.weigh(
                    (left, right) -> weights.between(connected.record(from + left), connected.record(from + right)));
        }
        Partition partition = Partition.of(component, types.rules);
        int[] firsts = place(partition, from, records, identifiers);
        bind(partition, from, records, component.size(), firsts);
        List<Entry> held = new ArrayList<>();
        for (HeldLink each : partition.held()) {
            Link link = each.link();
            int other = link.right() < records
                    ? ~connected.record(from + link.right())
                    : identifiers.get(link.right() - records);
            held.add(new Entry(
                    connected.record(from + link.left()), other, new Reason(each.constraint(), each.detail())));
        }
        Collections.sort(held);
        return held;
    }

    /** The identifiers of which the record is the first, with all that carry them. */
    private void linkIdentifiers(Component component, int record, RecordKey[] keys, IntColumn identifiers) {
        for (int i = census.linkStart(record); i < census.linkEnd(record); i++) {
            int identifier = census.identifierAt(i);
            int start = census.carrierStarts[identifier];
            if (!suppression.links(identifier) || census.carriers[start] != record) {
                continue;
            }
            int end = census.carrierStarts[identifier + 1];
            Identifier read = census.identifier(identifier);
            int member = component.add(traits(read, start, end));
            identifiers.add(identifier);
            LinkClass linkClass = types.rules.linkClass(read.type());
            String key = "|" + read.key();
            for (int carrier = start; carrier < end; carrier++) {
                int number = connected.numberOf(census.carriers[carrier]);
                long at = census.observedAt.get(census.carriers[carrier]);
                component.link(number, member, linkClass, 0, at, keys[number] + key);
            }
        }
    }

    private Traits traits(Identifier identifier, int start, int end) {
        if (types.valuesMax[types.number(identifier.type())] == 0) {
            return types.rules.traits(identifier, List.of());
        }
        List<Instant> seen = new ArrayList<>();
        for (int carrier = start; carrier < end; carrier++) {
            seen.add(Instant.ofEpochMilli(census.observedAt.get(census.carriers[carrier])));
        }
        return types.rules.traits(identifier, seen);
    }

    private void linkMatches(Component component, int record, RecordKey[] keys) {
        int left = connected.numberOf(record);
        for (int pair = matches.start(record); pair < matches.end(record); pair++) {
            if (matches.joins(pair)) {
                int right = connected.numberOf(matches.right(pair));
                String key = StoredPair.key(keys[left], keys[right]);
                component.link(left, right, types.rules.matched(), matches.weight(pair), 0, key);
            }
        }
    }

    /** Notes who belongs to whom; gives the first record of each cluster, and nothing where there is no record. */
    private int[] place(Partition partition, int from, int records, IntColumn identifiers) {
        int[] firsts = new int[partition.clusters()];
        Arrays.fill(firsts, NONE);
        for (int i = 0; i < records; i++) {
            int cluster = partition.clusterOf(i);
            int record = connected.record(from + i);
            firsts[cluster] = firsts[cluster] == NONE ? record : firsts[cluster];
            customers.record(record, firsts[cluster]);
        }
        for (int i = 0; i < identifiers.size(); i++) {
            customers.identifier(identifiers.get(i), firsts[partition.clusterOf(records + i)]);
        }
        return firsts;
    }

    /** What holds each cluster together: what strong identifiers alone would leave apart is tied by more than these. */
    private void bind(Partition partition, int from, int records, int members, int[] firsts) {
        int[] parents = new int[members];
        for (int i = 0; i < members; i++) {
            parents[i] = i;
        }
        for (Link link : partition.accepted()) {
            if (!link.linkClass().weak() && !link.linkClass().matched()) {
                Connected.join(parents, link.left(), link.right());
            }
        }
        Bond[] bonds = new Bond[firsts.length];
        Arrays.fill(bonds, Bond.STRONG);
        for (int i = 0; i < records; i++) {
            int cluster = partition.clusterOf(i);
            if (Connected.find(parents, i) != Connected.find(parents, connected.numberOf(firsts[cluster]))) {
                bonds[cluster] = Bond.WEAK;
            }
        }
        for (int i = 0; i < records; i++) {
            int record = connected.record(from + i);
            for (int pair = matches.start(record); pair < matches.end(record); pair++) {
                int right = matches.joins(pair) ? connected.numberOf(matches.right(pair)) : i;
                int cluster = partition.clusterOf(i);
                boolean isWithin = cluster == partition.clusterOf(right);
                if (isWithin && Connected.find(parents, i) != Connected.find(parents, right)) {
                    bonds[cluster] = Bond.MATCHED;
                }
            }
        }
        for (int cluster = 0; cluster < firsts.length; cluster++) {
            if (firsts[cluster] != NONE) {
                customers.bond(firsts[cluster], bonds[cluster]);
            }
        }
    }
}
