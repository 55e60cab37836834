package io.goldenrod.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first few of many, in an order. */
final class Largest<T> {

    private final Comparator<? super T> order;
    private final PriorityQueue<T> kept;

    /** @param order the ones to keep first; total, so that the answer is the same every time */
    Largest(Comparator<? super T> order) {
        this.order = order;
        this.kept = new PriorityQueue<>(order.reversed());
    }

    /** Whether it would be kept: making an example may cost more than asking. */
    boolean takes(T candidate) {
        return kept.size() < PolicyDifference.EXAMPLES_MAX || order.compare(candidate, kept.peek()) < 0;
    }

    void add(T candidate) {
        if (takes(candidate)) {
            kept.add(candidate);
            if (kept.size() > PolicyDifference.EXAMPLES_MAX) {
                kept.remove();
            }
        }
    }

    List<T> inOrder() {
        List<T> all = new ArrayList<>(kept);
        all.sort(order);
        return all;
    }
}
