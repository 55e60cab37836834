package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Matching;
import java.util.SortedSet;

/** A model with a policy's thresholds and blocking rules: all that is needed to find and judge pairs of records. */
public final class Matcher {

    private final Matching matching;
    private final MatchModel model;
    private final Blocking blocking;
    private final double matchWeight;
    private final double reviewWeight;

    public Matcher(Matching matching, MatchModel model) {
        this.matching = matching;
        this.model = model;
        this.blocking = new Blocking(matching.blocking());
        this.matchWeight = Score.weight(matching.match());
        this.reviewWeight = Score.weight(matching.review());
    }

    /** What is to be done with a pair. */
    public enum Verdict {
        /** Joined, unless a constraint holds the link. */
        MATCH,
        /** Shown to a steward. */
        REVIEW,
        NONE
    }

    public Matching matching() {
        return matching;
    }

    public MatchModel model() {
        return model;
    }

    public Verdict verdict(double weight) {
        return weight >= matchWeight ? Verdict.MATCH : weight >= reviewWeight ? Verdict.REVIEW : Verdict.NONE;
    }

    /** The blocks that the record is in: records of one block are worth comparing, unless there are too many. */
    public SortedSet<String> blocks(SourceRecord record) {
        return blocking.keys(record);
    }
}
