package io.goldenrod.resolution;

import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.identity.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** All records by what they are linked with, be it at several removes: by shared identifiers that link, and matches. */
final class Components implements Iterable<List<Member>> {

    private final List<Member> members;
    private final int[] parents;
    /** The places of the members, those of one component together, each in the order of ingest. */
    private final int[] order;

    /** @param members with their places in the order of ingest, from 0 */
    Components(List<Member> members, Map<Identifier, StoredIdentifier> identifiers, MatchedRecords matched) {
        this.members = members;
        parents = new int[members.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
        Map<Identifier, Integer> firstOf = new HashMap<>();
        for (int i = 0; i < parents.length; i++) {
            for (Identifier identifier : members.get(i).record().identifiers()) {
                if (identifiers.get(identifier).suppressed() == null) {
                    Integer first = firstOf.putIfAbsent(identifier, i);
                    if (first != null) {
                        join(first, i);
                    }
                }
            }
        }
        matched.forEach(this::join);
        order = order();
    }

    private void join(int one, int other) {
        int left = find(one);
        int right = find(other);
        // The smaller is the root, so that the components come in the order of their first records.
        parents[Math.max(left, right)] = Math.min(left, right);
    }

    private int find(int member) {
        int root = member;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private int[] order() {
        int[] next = new int[parents.length + 1];
        for (int i = 0; i < parents.length; i++) {
            next[find(i) + 1]++;
        }
        for (int i = 0; i < parents.length; i++) {
            next[i + 1] += next[i];
        }
        int[] placed = new int[parents.length];
        for (int i = 0; i < parents.length; i++) {
            placed[next[find(i)]++] = i;
        }
        return placed;
    }

    @Override
    public Iterator<List<Member>> iterator() {
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < order.length;
            }

            @Override
            public List<Member> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                List<Member> component = new ArrayList<>();
                int root = find(order[at]);
                while (at < order.length && find(order[at]) == root) {
                    component.add(members.get(order[at++]));
                }
                return component;
            }
        };
    }
}
