package io.goldenrod.resolution;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.PairScoring;
import io.goldenrod.match.Score;
import io.goldenrod.match.Subject;
import java.util.List;

/** The pairs of records that share a block and are worth a steward's look or more, with their weights. */
final class ScoredPairs {

    private final Subject[] subjects;
    private final MatchModel model;
    private final PairScoring scoring;

    private ScoredPairs(List<SourceRecord> records, Matcher matcher, int threads) {
        model = matcher.model();
        CandidatePairs candidates =
                CandidatePairs.of(records, matcher::blocks, matcher.matching().blockRecordsMax(), threads);
        subjects = PairScoring.subjects(model, records, threads);
        double weightMin = Score.weight(matcher.matching().review());
        scoring = PairScoring.of(model, subjects, candidates, weightMin, threads);
    }

    /**
     * On all cores.
     *
     * @param records in the order of their keys
     */
    static ScoredPairs of(List<SourceRecord> records, Matcher matcher) {
        return new ScoredPairs(records, matcher, Runtime.getRuntime().availableProcessors());
    }

    /** The weight of any two records, whether they share a block or not. */
    double weight(int left, int right) {
        return model.weight(subjects[left], subjects[right]);
    }

    int size() {
        return scoring.size();
    }

    int left(int pair) {
        return scoring.left(pair);
    }

    int right(int pair) {
        return scoring.right(pair);
    }

    double weight(int pair) {
        return scoring.weight(pair);
    }

    /** How many pairs share a block. */
    long compared() {
        return scoring.compared();
    }
}
