package io.goldenrod.graph;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.match.Score;
import io.goldenrod.partition.Constraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** What a batch does to blocks and to pairs of records. */
public final class PairChanges {

    /** How many records each block has that changed, by key; 0 when none are left. */
    public final Map<String, Long> blocks = new TreeMap<>();

    /** Those of {@link #blocks} that are not in the graph yet. */
    public final List<String> newBlocks = new ArrayList<>();

    /** The blocks that records enter. */
    public final Map<RecordKey, SortedSet<String>> entered = new LinkedHashMap<>();

    /** The blocks that records leave; of a deleted record they go with it. */
    public final Map<RecordKey, SortedSet<String>> left = new LinkedHashMap<>();

    /** Pairs that are none any more. */
    public final List<StoredPair> removed = new ArrayList<>();

    /** Pairs to create or to rewrite: all but what holds them. */
    public final List<PairWrite> written = new ArrayList<>();

    /** Pairs whose constraint changed. */
    public final List<PairHold> holds = new ArrayList<>();

    /**
     * A pair as it is written.
     *
     * @param left the smaller of the two keys
     * @param right the larger one
     * @param score with its parts
     * @param model hash of the model that scored it
     * @param rules see {@link StoredPair}
     */
    public record PairWrite(
            RecordKey left, RecordKey right, StoredPair.Kind kind, Score score, String model, SortedSet<String> rules) {

        /** What adds up to the weight, a line for each part that says anything: {@code birthDate=exact 10.31}. */
        public List<String> breakdown() {
            return score.parts().stream()
                    .filter(part -> part.weight() != 0)
                    .map(part -> String.format(Locale.ROOT, "%s=%s %.2f", part.field(), part.level(), part.weight()))
                    .toList();
        }

        /** As it is stored, not held. */
        public StoredPair stored() {
            return new StoredPair(left, right, kind, score.weight(), rules, null, null);
        }
    }

    /**
     * A pair that is held, or released.
     *
     * @param constraint null when it is released
     * @param detail null when it is released
     */
    public record PairHold(RecordKey left, RecordKey right, Constraint constraint, String detail) {}

    public boolean isEmpty() {
        return blocks.isEmpty()
                && entered.isEmpty()
                && left.isEmpty()
                && removed.isEmpty()
                && written.isEmpty()
                && holds.isEmpty();
    }
}
