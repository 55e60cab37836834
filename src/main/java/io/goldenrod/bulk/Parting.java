package io.goldenrod.bulk;

import io.goldenrod.bulk.HeldLinks.Entry;
import io.goldenrod.graph.StoredCustomer.Bond;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts components into customers; of one thread. Most come out whole, which is seen from the columns: no limit is
 * passed, no claim contradicts another, and at most one part that strong identifiers make holds any. As constraints are
 * monotone, no link of such a component can be held. All others go through {@link PartedComponent}.
 */
final class Parting {

    private final Census census;
    private final Types types;
    private final Suppression suppression;
    private final Matches matches;
    private final Connected connected;
    private final Customers customers;
    private final PartedComponent parted;

    private final int[] values;
    private final int[] claims;
    private int[] parents = new int[1 << 6];

    /** @param weights null when there is no matching */
    Parting(
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
        this.parted = new PartedComponent(census, suppression, matches, connected, customers, weights);
        values = new int[types.size()];
        claims = new int[types.vetoes().length];
    }

    /** The components from a place to before another, each in turn; gives the links that are held. */
    List<Entry> part(int from, int to) {
        List<Entry> held = new ArrayList<>(0);
        for (int place = from; place < to; ) {
            int end = connected.endOf(place, to);
            Bond bond = end - place == 1 ? alone(connected.record(place)) : whole(place, end);
            if (bond == null) {
                held.addAll(parted.part(place, end));
            } else {
                accept(place, end, bond);
            }
            place = end;
        }
        return held;
    }

    private void accept(int from, int to, Bond bond) {
        int first = connected.record(from);
        customers.bond(first, bond);
        for (int place = from; place < to; place++) {
            int record = connected.record(place);
            customers.record(record, first);
            for (int i = census.linkStart(record); i < census.linkEnd(record); i++) {
                int identifier = census.identifierAt(i);
                if (suppression.links(identifier)) {
                    customers.identifier(identifier, first);
                }
            }
        }
    }

    /** What holds the component together, if it plainly comes out whole; else null. */
    private Bond alone(int record) {
        Arrays.fill(values, 0);
        int links = 0;
        for (int i = census.linkStart(record); i < census.linkEnd(record); i++) {
            int identifier = census.identifierAt(i);
            if (suppression.links(identifier)) {
                links++;
                if (passesLimit(census.type(identifier))) {
                    return null;
                }
            }
        }
        return links > types.rules.maxLinks() ? null : Bond.STRONG;
    }

    private boolean passesLimit(int type) {
        return types.valuesMax[type] > 0 && ++values[type] > types.valuesMax[type];
    }

    private Bond whole(int from, int to) {
        connected.number(from, to);
        reset(to - from);
        long links = 0;
        boolean isMatched = false;
        for (int place = from; place < to; place++) {
            int record = connected.record(place);
            int own = joinStrong(record, place - from);
            if (own < 0 || contradicts(record)) {
                return null;
            }
            links += own;
            for (int pair = matches.start(record); pair < matches.end(record); pair++) {
                isMatched |= matches.joins(pair);
                links += matches.joins(pair) ? 1 : 0;
            }
        }
        if (links > types.rules.maxLinks()) {
            return null;
        }
        boolean isOne = true;
        for (int i = 0; i < to - from && isOne; i++) {
            isOne = Connected.find(parents, i) == 0;
        }
        if (isOne) {
            return Bond.STRONG;
        }
        return isMatched || isContested(from, to) ? null : Bond.WEAK;
    }

    private void reset(int records) {
        Arrays.fill(values, 0);
        Arrays.fill(claims, -1);
        if (parents.length < records) {
            parents = new int[Math.max(records, (int) Math.min(parents.length * 2L, Integer.MAX_VALUE - 8))];
        }
        for (int i = 0; i < records; i++) {
            parents[i] = i;
        }
    }

    /**
     * Joins the record with those that share its strong identifiers, as far as it is the first of them.
     *
     * @return how many of its identifiers link; -1 when a limit is passed
     */
    private int joinStrong(int record, int number) {
        int links = 0;
        for (int i = census.linkStart(record); i < census.linkEnd(record); i++) {
            int identifier = census.identifierAt(i);
            if (!suppression.links(identifier)) {
                continue;
            }
            links++;
            int start = census.carrierStarts[identifier];
            if (census.carriers[start] != record) {
                continue;
            }
            int type = census.type(identifier);
            if (passesLimit(type)) {
                return -1;
            }
            int end = types.strong[type] ? census.carrierStarts[identifier + 1] : start;
            for (int other = start + 1; other < end; other++) {
                Connected.join(parents, number, connected.numberOf(census.carriers[other]));
            }
        }
        return links;
    }

    /** Whether the record says something else under a veto than one before it; it may be tolerated then. */
    private boolean contradicts(int record) {
        for (int veto = 0; veto < claims.length; veto++) {
            int claim = census.claim(record, veto);
            if (claim >= 0 && claims[veto] >= 0 && claim != claims[veto]) {
                return true;
            }
            claims[veto] = claim >= 0 ? claim : claims[veto];
        }
        return false;
    }

    /** Whether several parts that strong identifiers make hold any: weak identifiers must not join these. */
    private boolean isContested(int from, int to) {
        int known = -1;
        for (int place = from; place < to; place++) {
            int record = connected.record(place);
            boolean isKnown = false;
            for (int i = census.linkStart(record); i < census.linkEnd(record) && !isKnown; i++) {
                int identifier = census.identifierAt(i);
                isKnown = suppression.links(identifier) && types.strong[census.type(identifier)];
            }
            if (isKnown) {
                int root = Connected.find(parents, place - from);
                if (known >= 0 && known != root) {
                    return true;
                }
                known = root;
            }
        }
        return false;
    }
}
