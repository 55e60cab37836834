package io.goldenrod.revision;

import java.util.Arrays;

/** The records of a census in parts that hang together, by identifiers that link, by matches and by stewards' words. */
final class Connected {

    private final int[] parents;
    private final int[] order;

    private Connected(int records) {
        parents = new int[records];
        order = new int[records];
        Arrays.setAll(parents, i -> i);
    }

    static Connected of(Census census, Pairs pairs, Spoken spoken) {
        Connected connected = new Connected(census.size());
        for (int record = 0; record < census.size(); record++) {
            for (int i = census.carriedStarts.get(record); i < census.carriedStarts.get(record + 1); i++) {
                int identifier = census.carried.get(i);
                if (census.links(identifier)) {
                    connected.join(census.firstCarrier.get(identifier), record);
                }
            }
        }
        for (int i = 0; i < pairs.size(); i++) {
            connected.join(pairs.left(i), pairs.right(i));
        }
        spoken.sameRecords(census).forEach(each -> connected.join(each[0], each[1]));
        connected.order();
        return connected;
    }

    private void join(int one, int other) {
        int left = find(one);
        int right = find(other);
        // The smaller is the root, so that the parts come in the order of their first records.
        parents[Math.max(left, right)] = Math.min(left, right);
    }

    private int find(int record) {
        int root = record;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private void order() {
        int[] next = new int[parents.length + 1];
        for (int i = 0; i < parents.length; i++) {
            next[find(i) + 1]++;
        }
        for (int i = 0; i < parents.length; i++) {
            next[i + 1] += next[i];
        }
        for (int i = 0; i < parents.length; i++) {
            order[next[find(i)]++] = i;
        }
    }

    /** The record at a place, at which those of one part stand together. */
    int record(int place) {
        return order[place];
    }

    /** The place after the part that begins at this one. */
    int endOfPart(int place) {
        int root = find(order[place]);
        int end = place + 1;
        while (end < order.length && find(order[end]) == root) {
            end++;
        }
        return end;
    }
}
