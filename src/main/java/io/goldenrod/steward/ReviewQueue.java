package io.goldenrod.steward;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.ReviewStore;
import io.goldenrod.graph.ReviewStore.Comment;
import io.goldenrod.graph.ReviewStore.Ends;
import io.goldenrod.graph.ReviewStore.Item;
import io.goldenrod.graph.ReviewStore.Kind;
import io.goldenrod.graph.ReviewStore.Note;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.steward.IllegalReview.Reason;
import io.goldenrod.steward.Review.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What waits for a steward, the most weighty first.
 *
 * <p>The queue is not kept: it is what the graph holds at the moment. Each page ranks a window of it, at most
 * {@link #PAIRS_MAX} possible matches, the most likely ones, and of each constraint {@link #LINKS_MAX} links and as
 * many matches, or {@link #PAIRS_MAX} when one constraint is asked for. So a page costs about the same however much
 * there is, and says when there was more than the window. Thread-safe.
 */
public final class ReviewQueue {

    public static final int PAIRS_MAX = 10_000;
    public static final int LINKS_MAX = 2_000;

    /** Notes that are looked through for those of an assignee, or for what was decided. */
    public static final int NOTES_MAX = 5_000;

    private final ReviewStore store;
    private final Clock clock;

    public ReviewQueue(ReviewStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Part of the queue.
     *
     * @param next the cursor of the next part; null at the end
     * @param cut whether there was more than the window
     */
    public record Part(List<Review> reviews, String next, boolean cut) {}

    /** Candidates in their order, which may yet have to be looked up. */
    private record Window(List<Review> reviews, boolean cut) {}

    /**
     * The name of the item that a link or a pair is, whether there is one or not.
     *
     * @param left the record; of a pair the smaller key
     * @param right the other end, as decisions name members
     */
    public static String idOf(ReviewStore.Kind kind, RecordKey left, String right) {
        return ReviewId.of(kind, left, right).id();
    }

    /** Whether the text can be the cursor of a part, or is empty. */
    public static boolean isCursor(String text) {
        return ReviewCursor.parse(text) != null;
    }

    /**
     * @param after the cursor of the part before; empty for the first
     * @throws GraphUnavailableException when the store does not answer, as every method here
     */
    public Part list(ReviewFilter filter, String after, int limit) {
        ReviewCursor cursor = ReviewCursor.parse(after);
        boolean noted = filter.assignee() != null || filter.status() != Status.OPEN;
        Window window = noted ? noted(filter) : held(filter);
        List<Review> rest = window.reviews.stream()
                .filter(review -> cursor.isBefore(review))
                .sorted(Review.MOST_FIRST)
                .toList();
        List<Review> found = new ArrayList<>();
        for (int from = 0; from < rest.size() && found.size() <= limit; from += limit + 1) {
            List<Review> chunk = rest.subList(from, Math.min(from + limit + 1, rest.size()));
            (noted ? chunk : withNotes(chunk))
                    .stream()
                            .filter(review -> review.status() == filter.status())
                            .forEach(found::add);
        }
        boolean more = found.size() > limit;
        List<Review> shown = found.subList(0, Math.min(limit, found.size()));
        String next = more ? ReviewCursor.of(shown.get(limit - 1)).text() : null;
        return new Part(noted ? List.copyOf(shown) : withEvidence(shown), next, window.cut);
    }

    private Window held(ReviewFilter filter) {
        List<Review> found = new ArrayList<>();
        boolean cut = false;
        int most = filter.constraint() == null ? LINKS_MAX : PAIRS_MAX;
        for (Kind kind : Kind.values()) {
            if (!filter.wants(kind)) {
                continue;
            }
            List<Item> items = kind == Kind.POSSIBLE_MATCH
                    ? store.possible(PAIRS_MAX)
                    : store.held(kind, filter.constraints(), most);
            cut |= isFull(items, kind, most);
            items.stream()
                    .filter(item -> !item.isOne() && item.assertion() == null && filter.fits(item))
                    .forEach(item -> found.add(new Review(ReviewId.of(item), item, null)));
        }
        return new Window(found, cut);
    }

    private static boolean isFull(List<Item> items, Kind kind, int most) {
        if (kind == Kind.POSSIBLE_MATCH) {
            return items.size() == PAIRS_MAX;
        }
        Map<Object, Integer> byConstraint = new HashMap<>();
        items.forEach(item -> byConstraint.merge(item.constraint(), 1, Integer::sum));
        return byConstraint.containsValue(most);
    }

    private Window noted(ReviewFilter filter) {
        List<Note> notes = store.notes(filter.assignee(), NOTES_MAX);
        Set<RecordKey> records = new HashSet<>();
        notes.forEach(note -> records.add(note.ends().left()));
        Map<String, Item> items = new HashMap<>();
        store.itemsOf(records).forEach(item -> items.put(ReviewId.of(item).id(), item));
        List<Review> found = new ArrayList<>();
        for (Note note : notes) {
            Review review = new Review(note.ends(), items.get(note.ends().id()), note);
            if (review.item() == null ? filter.fitsGone(review) : filter.fits(review.item())) {
                found.add(review);
            }
        }
        return new Window(found, notes.size() == NOTES_MAX);
    }

    private List<Review> withNotes(List<Review> reviews) {
        Map<String, Note> notes =
                store.notes(reviews.stream().map(review -> review.ends().id()).toList());
        return reviews.stream()
                .map(review -> new Review(
                        review.ends(), review.item(), notes.get(review.ends().id())))
                .toList();
    }

    private List<Review> withEvidence(List<Review> reviews) {
        Set<RecordKey> records = new HashSet<>();
        reviews.forEach(review -> records.add(review.ends().left()));
        Map<String, Item> items = new HashMap<>();
        store.itemsOf(records).forEach(item -> items.put(ReviewId.of(item).id(), item));
        // what went meanwhile is not shown
        return reviews.stream()
                .filter(review -> items.containsKey(review.ends().id()))
                .map(review -> new Review(review.ends(), items.get(review.ends().id()), review.note()))
                .toList();
    }

    /** @throws IllegalReview when there is no such item, nor was there one that somebody touched */
    public Review find(String id) {
        Note note = store.notes(List.of(id)).get(id);
        RecordKey record = ReviewId.recordOf(id);
        Item found = null;
        if (record != null) {
            for (Item item : store.itemsOf(List.of(record))) {
                found = ReviewId.of(item).id().equals(id) ? item : found;
            }
        }
        if (found == null && note == null) {
            throw new IllegalReview(Reason.UNKNOWN);
        }
        Ends ends = note != null ? note.ends() : ReviewId.of(found);
        return new Review(ends, found, note);
    }

    /**
     * Says who sees to an item.
     *
     * @param assignee null for nobody
     * @throws IllegalReview when there is no such item
     */
    public Review assign(String id, String assignee) {
        Review review = find(id);
        return new Review(review.ends(), review.item(), store.assign(review.ends(), assignee, clock.instant()));
    }

    /** @throws IllegalReview when there is no such item, or it has as many comments as there may be */
    public Review comment(String id, String text, String by) {
        Review review = find(id);
        Note note = store.comment(review.ends(), new Comment(text, by, clock.instant()))
                .orElseThrow(() -> new IllegalReview(Reason.TOO_MANY_COMMENTS));
        return new Review(review.ends(), review.item(), note);
    }
}
