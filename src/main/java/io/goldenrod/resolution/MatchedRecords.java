package io.goldenrod.resolution;

import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** What a model says of all records: who is matched with whom, and what is to be reviewed. */
final class MatchedRecords {

    /** Takes two records by their places in the order of ingest. */
    interface PairSink {
        void take(int one, int other);
    }

    private final List<SourceRecord> byKey;
    /** Of a record's place in the order of keys, that in the order of ingest, and the other way round. */
    private final int[] ageOf;

    private final int[] rankOf;
    /** Where the pairs of each left record start, by its place in the order of keys. */
    private final int[] starts;

    private final ScoredPairs pairs;
    private final Matcher matcher;

    private MatchedRecords(List<Member> members, Matcher matcher) {
        this.matcher = matcher;
        List<Member> sorted = new ArrayList<>(members);
        sorted.sort(Comparator.comparing(Member::key));
        byKey = sorted.stream().map(Member::record).toList();
        ageOf = sorted.stream().mapToInt(member -> (int) member.seq()).toArray();
        rankOf = new int[ageOf.length];
        for (int rank = 0; rank < ageOf.length; rank++) {
            rankOf[ageOf[rank]] = rank;
        }
        pairs = matcher == null ? null : ScoredPairs.of(byKey, matcher);
        starts = new int[ageOf.length + 1];
        for (int i = 0; i < size(); i++) {
            starts[pairs.left(i) + 1]++;
        }
        for (int rank = 0; rank < ageOf.length; rank++) {
            starts[rank + 1] += starts[rank];
        }
    }

    /** @param members with their places in the order of ingest, from 0 */
    static MatchedRecords of(List<Member> members, Matcher matcher) {
        return new MatchedRecords(members, matcher);
    }

    /** Where there is no matching. */
    static MatchedRecords none() {
        return new MatchedRecords(List.of(), null);
    }

    private int size() {
        return pairs == null ? 0 : pairs.size();
    }

    /** How many pairs share a block. */
    long compared() {
        return pairs == null ? 0 : pairs.compared();
    }

    /** Every pair that is matched. */
    void forEach(PairSink sink) {
        for (int i = 0; i < size(); i++) {
            if (matcher.verdict(pairs.weight(i)) == Verdict.MATCH) {
                sink.take(ageOf[pairs.left(i)], ageOf[pairs.right(i)]);
            }
        }
    }

    /** The matched pairs of a component's records. */
    List<StoredMatch> among(List<Member> component) {
        if (pairs == null) {
            return List.of();
        }
        List<StoredMatch> among = new ArrayList<>();
        for (Member member : component) {
            int rank = rankOf[(int) member.seq()];
            for (int i = starts[rank]; i < starts[rank + 1]; i++) {
                if (matcher.verdict(pairs.weight(i)) == Verdict.MATCH) {
                    among.add(pair(i));
                }
            }
        }
        return among;
    }

    /** The pairs that are neither matched nor ruled out. */
    List<StoredMatch> toReview() {
        List<StoredMatch> review = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (matcher.verdict(pairs.weight(i)) == Verdict.REVIEW) {
                review.add(pair(i));
            }
        }
        return review;
    }

    private StoredMatch pair(int i) {
        double weight = pairs.weight(i);
        return new StoredMatch(
                byKey.get(pairs.left(i)).key(),
                byKey.get(pairs.right(i)).key(),
                weight,
                Score.probability(weight),
                null,
                null,
                matcher.model().hash(),
                List.of());
    }

    /** The weight of any two of a component's records, in bits; null where there is no matching. */
    ToDoubleBiFunction<RecordKey, RecordKey> weights(List<Member> component) {
        if (pairs == null) {
            return null;
        }
        Map<RecordKey, Integer> ranks = new HashMap<>();
        component.forEach(member -> ranks.put(member.key(), rankOf[(int) member.seq()]));
        return (left, right) -> pairs.weight((int) ranks.get(left), (int) ranks.get(right));
    }
}
