package io.goldenrod.resolution;

import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.partition.Link;
import io.goldenrod.partition.LinkClass;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds each cluster's records together: strong identifiers, weak ones, or matches. */
final class Bonds {

    /** By member, another one of the same part; parts are what strong identifiers alone make. */
    private final Map<Integer, Integer> parent = new HashMap<>();

    private final Map<RecordKey, Integer> memberOf;

    /** @param accepted all links that the partition took, so among them enough strong ones to join each part */
    Bonds(Map<RecordKey, Integer> memberOf, List<Link> accepted, LinkClass matched) {
        this.memberOf = memberOf;
        for (Link link : accepted) {
            if (!link.linkClass().weak() && !link.linkClass().equals(matched)) {
                parent.put(root(link.left()), root(link.right()));
            }
        }
    }

    private int root(int member) {
        int at = member;
        while (parent.getOrDefault(at, at) != at) {
            int above = parent.get(at);
            parent.put(at, parent.getOrDefault(above, above));
            at = above;
        }
        return at;
    }

    /** Whether strong identifiers alone join the records. */
    boolean areOne(Collection<RecordKey> records) {
        return records.stream().mapToInt(this::part).distinct().limit(2).count() <= 1;
    }

    /** The part that the record is of. */
    int part(RecordKey record) {
        return root(memberOf.get(record));
    }

    Bond bond(Collection<RecordKey> records, boolean anyMatchBetweenParts) {
        return areOne(records) ? Bond.STRONG : anyMatchBetweenParts ? Bond.MATCHED : Bond.WEAK;
    }
}
