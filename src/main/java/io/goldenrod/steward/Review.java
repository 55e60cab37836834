package io.goldenrod.steward;

import io.goldenrod.graph.ReviewStore.Ends;
import io.goldenrod.graph.ReviewStore.Item;
import io.goldenrod.graph.ReviewStore.Note;
import java.util.Comparator;

/**
 * Something for a steward to look at.
 *
 * @param item as the graph holds it; null when it holds it no more
 * @param note what stewards noted of it; null when nobody touched it
 */
public record Review(Ends ends, Item item, Note note) {

    /** By how much they would change, then by how likely they are; what has no probability counts as certain. */
    static final Comparator<Review> MOST_FIRST = Comparator.comparingLong(Review::records)
            .thenComparingDouble(Review::probability)
            .reversed()
            .thenComparing(review -> review.ends().id());

    /** What becomes of it. */
    public enum Status {
        /** It waits for a steward. */
        OPEN,
        /** A steward decided. */
        DECIDED,
        /** There is nothing to decide any more: the link or pair is gone, or both ends came to one customer. */
        MOOT
    }

    public Status status() {
        boolean noted = note != null && note.verdict() != null && note.verdict().inForce();
        if (noted || item != null && item.assertion() != null) {
            return Status.DECIDED;
        }
        return item == null || item.isOne() ? Status.MOOT : Status.OPEN;
    }

    /** How many records would be in one customer if both ends were joined, of those that were in two or more. */
    public long records() {
        return item == null || item.isOne() ? 0 : item.leftRecords() + item.rightRecords();
    }

    /** How many customers would be one: 1 when the right end belongs to none. */
    public int customers() {
        return item == null || item.isOne() ? 0 : item.rightCustomer() == null ? 1 : 2;
    }

    double probability() {
        return item == null ? 0 : item.probability() == null ? 1 : item.probability();
    }
}
