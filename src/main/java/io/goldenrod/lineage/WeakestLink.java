package io.goldenrod.lineage;

import io.goldenrod.partition.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a customer's being one rests on: the weakest link that its records cannot do without. Links are taken strongest
 * first, as the partition takes them; it is the last one that joins two parts that both hold records. An identifier of
 * one record alone holds nothing together.
 *
 * <p>Time O(L log L) for L links.
 */
public final class WeakestLink {

    private WeakestLink() {}

    /**
     * @param graph all links of one customer
     * @return null when no two records are joined
     */
    public static Link of(EvidenceGraph graph) {
        List<Link> inOrder = new ArrayList<>(graph.links());
        inOrder.sort(Link.ORDER
                .thenComparing((Link link) -> graph.name(link.left()))
                .thenComparing(link -> graph.name(link.right())));
        int[] parent = new int[graph.size()];
        Arrays.setAll(parent, member -> member);
        boolean[] holdsRecord = new boolean[graph.size()];
        for (int member = 0; member < holdsRecord.length; member++) {
            holdsRecord[member] = graph.name(member).startsWith(Decision.MEMBER_RECORD);
        }
        Link last = null;
        for (Link link : inOrder) {
            int left = StrongestPath.root(parent, link.left());
            int right = StrongestPath.root(parent, link.right());
            if (left != right) {
                last = holdsRecord[left] && holdsRecord[right] ? link : last;
                holdsRecord[right] |= holdsRecord[left];
                parent[left] = right;
            }
        }
        return last;
    }
}
