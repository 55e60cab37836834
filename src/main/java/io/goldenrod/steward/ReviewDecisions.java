package io.goldenrod.steward;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.ReviewStore;
import io.goldenrod.graph.ReviewStore.Choice;
import io.goldenrod.graph.ReviewStore.Verdict;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.lineage.Decision;
import io.goldenrod.resolution.Asserted;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.Word;
import io.goldenrod.steward.IllegalReview.Reason;
import io.goldenrod.steward.Review.Status;
import io.goldenrod.steward.Stewardship.Asked;
import java.time.Clock;
import java.util.List;

/**
 * Decides items of the queue: a decision is an assertion between the two ends, and a note that it was made so.
 *
 * <p>The assertion is written first. Should the note fail then, the item is decided all the same, as an assertion
 * between its ends is what decides it; it is taken back like any other assertion. Thread-safe.
 */
public final class ReviewDecisions {

    private final ReviewQueue queue;
    private final ReviewStore store;
    private final ResolutionEngine engine;
    private final Clock clock;

    public ReviewDecisions(ReviewQueue queue, ReviewStore store, ResolutionEngine engine, Clock clock) {
        this.queue = queue;
        this.store = store;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * What came of it, or would.
     *
     * @param review as it is now
     * @param decisions what changed, in order; empty when nothing did
     */
    public record Outcome(Review review, List<Decision> decisions) {}

    /**
     * Decides an item that is open, or was put off.
     *
     * @throws IllegalReview when there is no such item, or it is not open
     * @throws IllegalAssertion when other assertions stand against it
     * @throws GraphUnavailableException when the store does not answer; trying again does no harm
     */
    public Outcome decide(String id, Choice choice, Asked asked) {
        Review review = queue.find(id);
        boolean putOff = review.note() != null
                && review.note().verdict() != null
                && review.note().verdict().choice() == Choice.LATER
                && review.item() != null
                && !review.item().isOne()
                && review.item().assertion() == null;
        if (!putOff && review.status() != Status.OPEN) {
            throw new IllegalReview(review.status() == Status.MOOT ? Reason.MOOT : Reason.DECIDED);
        }
        if (choice == Choice.LATER) {
            return asked.onTrial() ? new Outcome(review, List.of()) : noted(review, choice, null, asked, List.of());
        }
        var kind = choice == Choice.SAME ? StoredAssertion.Kind.SAME : StoredAssertion.Kind.DIFFERENT;
        Word word = new Word(kind, review.ends().leftMember(), review.ends().right(), asked.by(), asked.reason());
        if (asked.onTrial()) {
            return new Outcome(review, engine.saidOnTrial(word, asked.request()).decisions());
        }
        Asserted said = engine.say(word, asked.request());
        return noted(review, choice, said.assertion().id(), asked, said.decisions());
    }

    private Outcome noted(Review review, Choice choice, String assertion, Asked asked, List<Decision> decisions) {
        var verdict = new Verdict(choice, assertion, asked.by(), asked.reason(), clock.instant(), true);
        store.decide(review.ends(), verdict, verdict.at());
        return new Outcome(queue.find(review.ends().id()), decisions);
    }

    /**
     * Takes a decision back: its assertion is retracted, and the item is open again as far as the data leave it so.
     *
     * @throws IllegalReview when there is no such item, or no decision on it
     * @throws GraphUnavailableException when the store does not answer; trying again does no harm
     */
    public Outcome undo(String id, Asked asked) {
        Review review = queue.find(id);
        Verdict verdict = review.note() == null ? null : review.note().verdict();
        if (verdict == null || !verdict.inForce()) {
            throw new IllegalReview(Reason.UNDECIDED);
        }
        List<Decision> decisions = verdict.assertion() == null ? List.of() : retract(verdict.assertion(), asked);
        if (asked.onTrial()) {
            return new Outcome(review, decisions);
        }
        store.decide(review.ends(), null, clock.instant());
        return new Outcome(queue.find(id), decisions);
    }

    private List<Decision> retract(String assertion, Asked asked) {
        try {
            Asserted ended = asked.onTrial()
                    ? engine.retractedOnTrial(assertion, asked.by(), asked.reason(), asked.request())
                    : engine.retract(assertion, asked.by(), asked.reason(), asked.request());
            return ended.decisions();
        } catch (IllegalAssertion e) {
            if (e.reason() != IllegalAssertion.Reason.NOT_IN_FORCE) {
                throw e;
            }
            // taken back by somebody else meanwhile
            return List.of();
        }
    }
}
