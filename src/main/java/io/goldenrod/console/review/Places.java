package io.goldenrod.console.review;

import io.goldenrod.steward.IllegalReview;
import io.goldenrod.steward.Review;
import io.goldenrod.steward.ReviewQueue;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where items stand in the queue. */
@Component
class Places {

    static final int PART_MAX = 25;

    /** Parts that are looked through for what nobody sees to, before the rest is left to the next page. */
    private static final int PARTS_MAX = 8;

    private final ReviewQueue queue;

    Places(ReviewQueue queue) {
        this.queue = queue;
    }

    /**
     * A page of the queue.
     *
     * @param next the cursor of the next one; null at the end
     * @param isCut whether there is more than was ranked
     */
    record Part(List<Review> reviews, String next, boolean isCut) {}

    /**
     * An item among the others of its page.
     *
     * @param number from 1; 0 when it is not there any more
     * @param count of the page
     * @param previous the address of the one before; null when there is none, as of the next
     */
    record Place(int number, int count, String previous, String next) {}

    Part part(QueueFilter filter, String me) {
        String after = filter.after();
        for (int i = 1; ; i++) {
            ReviewQueue.Part part = queue.list(filter.asked(me), after, PART_MAX);
            List<Review> fitting = part.reviews().stream().filter(filter::fits).toList();
            if (!fitting.isEmpty() || part.next() == null || i == PARTS_MAX) {
                return new Part(fitting, part.next(), part.cut());
            }
            after = part.next();
        }
    }

    /** An item that is not in its page is one that was decided; after it comes the page's first. */
    Place around(String id, QueueFilter filter, String me) {
        Part part = part(filter, me);
        List<String> ids =
                part.reviews.stream().map(review -> review.ends().id()).toList();
        int at = ids.indexOf(id);
        String previous = at < 1 ? null : filter.href(ids.get(at - 1));
        String next = at + 1 < ids.size() ? filter.href(ids.get(at + 1)) : null;
        if (next == null && part.next != null) {
            QueueFilter behind = filter.from(part.next);
            List<Review> more = part(behind, me).reviews;
            next = more.isEmpty() ? null : behind.href(more.get(0).ends().id());
        }
        return new Place(at + 1, ids.size(), previous, next);
    }

    /** Empty when there is no such item. */
    Optional<Review> find(String id) {
        try {
            return Optional.of(queue.find(id));
        } catch (IllegalReview unknown) {
            return Optional.empty();
        }
    }
}
