package io.goldenrod.explain;

import io.goldenrod.explain.Ends.Located;
import io.goldenrod.explain.Explanation.Nearest;
import io.goldenrod.explain.Explanation.Pair;
import io.goldenrod.graph.ExplainReads;
import io.goldenrod.graph.MatchReads;
import io.goldenrod.graph.MatchReads.Candidate;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Score;
import io.goldenrod.match.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares some records of one customer with some of another's: a sample that depends on their keys alone. */
final class NearestPair {

    /** Records of each side. */
    static final int SAMPLE_MAX = 20;

    private final ExplainReads graph;
    private final MatchReads matches;
    private final Matcher matcher;

    NearestPair(ExplainReads graph, MatchReads matches, Matcher matcher) {
        this.graph = graph;
        this.matches = matches;
        this.matcher = matcher;
    }

    private record Side(List<Subject> subjects, boolean cut) {}

    /** @return null when there is nothing to compare */
    Nearest between(Located left, Located right) {
        Side ours = side(left);
        Side theirs = side(right);
        Subject best = null;
        Subject other = null;
        double weight = Double.NEGATIVE_INFINITY;
        for (Subject one : ours.subjects()) {
            for (Subject another : theirs.subjects()) {
                double found = matcher.model().weight(one, another);
                if (found > weight) {
                    weight = found;
                    best = one;
                    other = another;
                }
            }
        }
        if (best == null) {
            return null;
        }
        return new Nearest(
                pair(best, other), ours.subjects().size() * theirs.subjects().size(), ours.cut() || theirs.cut());
    }

    /** The record that is asked about is one of them. */
    private Side side(Located end) {
        List<RecordKey> sample = graph.sample(end.customerId(), SAMPLE_MAX + 1);
        Set<RecordKey> keys = new TreeSet<>();
        if (end.member().startsWith(Decision.MEMBER_RECORD)) {
            keys.add(RecordKey.parse(end.member().substring(Decision.MEMBER_RECORD.length())));
        }
        sample.stream().filter(key -> keys.size() < SAMPLE_MAX).forEach(keys::add);
        List<Subject> subjects = new ArrayList<>();
        for (Candidate candidate : matches.candidates(keys)) {
            subjects.add(matcher.model().subject(candidate.record()));
        }
        subjects.sort(Comparator.comparing(Subject::key));
        return new Side(subjects, sample.size() > SAMPLE_MAX);
    }

    private Pair pair(Subject one, Subject other) {
        boolean ordered = one.key().compareTo(other.key()) < 0;
        Score score = matcher.model().score(one, other);
        var parts = Parts.of(score);
        return new Pair(
                Decision.member(ordered ? one.key() : other.key()),
                Decision.member(ordered ? other.key() : one.key()),
                matcher.verdict(score.weight()) == Verdict.NONE ? "NONE" : "REVIEW",
                score.weight(),
                score.probability(),
                matcher.matching().match(),
                parts,
                Parts.against(parts),
                null,
                matcher.model().hash());
    }
}
