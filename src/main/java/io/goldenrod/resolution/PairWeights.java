package io.goldenrod.resolution;

import io.goldenrod.graph.Membership.Member;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** Weights of pairs of records, asked for one by one: seldom, so each record is prepared when it is first met. */
final class PairWeights implements ToDoubleBiFunction<RecordKey, RecordKey> {

    private final Map<RecordKey, Member> records;
    private final MatchModel model;
    private final Map<RecordKey, Subject> subjects = new HashMap<>();

    PairWeights(Map<RecordKey, Member> records, MatchModel model) {
        this.records = records;
        this.model = model;
    }

    @Override
    public double applyAsDouble(RecordKey left, RecordKey right) {
        return model.weight(subject(left), subject(right));
    }

    private Subject subject(RecordKey key) {
        return subjects.computeIfAbsent(
                key, absent -> model.subject(records.get(key).record()));
    }
}
