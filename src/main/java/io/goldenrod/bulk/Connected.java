package io.goldenrod.bulk;

/**
 * Which records hang together, be it at several removes: by identifiers that link, and by matches. Disjoint sets in one
 * row of numbers (Tarjan and van Leeuwen, 1984: path halving), in which the first record of a component is its root.
 */
final class Connected {

    private final int[] parents;

    /** The records, those of one component together, in the order of their first ones; within one in their own. */
    private final int[] order;

    private Connected(int[] parents, int[] order) {
        this.parents = parents;
        this.order = order;
    }

    static Connected of(Census census, Suppression suppression, Matches matches) {
        int[] parents = new int[census.records()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
        for (int identifier = 0; identifier < census.identifiers(); identifier++) {
            int end = census.carrierStarts[identifier + 1];
            int start = census.carrierStarts[identifier];
            if (end - start > 1 && suppression.links(identifier)) {
                for (int i = start + 1; i < end; i++) {
                    join(parents, census.carriers[start], census.carriers[i]);
                }
            }
        }
        for (int record = 0; record < parents.length && !matches.isEmpty(); record++) {
            for (int pair = matches.start(record); pair < matches.end(record); pair++) {
                if (matches.joins(pair)) {
                    join(parents, record, matches.right(pair));
                }
            }
        }
        for (int i = 0; i < parents.length; i++) {
            parents[i] = find(parents, i);
        }
        return new Connected(parents, grouped(parents));
    }

    static int find(int[] parents, int member) {
        int at = member;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** The smaller is the root. */
    static void join(int[] parents, int one, int other) {
        int left = find(parents, one);
        int right = find(parents, other);
        if (left < right) {
            parents[right] = left;
        } else {
            parents[left] = right;
        }
    }

    /** The numbers from 0, those of one group together, the groups by number, each in order. */
    static int[] grouped(int[] groupOf) {
        int[] next = new int[groupOf.length + 1];
        for (int group : groupOf) {
            next[group + 1]++;
        }
        for (int i = 0; i < groupOf.length; i++) {
            next[i + 1] += next[i];
        }
        int[] order = new int[groupOf.length];
        for (int i = 0; i < groupOf.length; i++) {
            order[next[groupOf[i]]++] = i;
        }
        return order;
    }

    /** The record at a place. */
    int record(int place) {
        return order[place];
    }

    /**
     * The place behind the last record of the component that begins at a place.
     *
     * @param limit no place from here on is looked at: what lies there may be numbered by now
     */
    int endOf(int place, int limit) {
        int root = parents[order[place]];
        int end = place + 1;
        while (end < limit && parents[order[end]] == root) {
            end++;
        }
        return end;
    }

    int size() {
        return order.length;
    }

    /** Numbers the records of a component from 0; its end can then be found no more. */
    void number(int from, int to) {
        for (int place = from; place < to; place++) {
            parents[order[place]] = place - from;
        }
    }

    int numberOf(int record) {
        return parents[record];
    }
}
