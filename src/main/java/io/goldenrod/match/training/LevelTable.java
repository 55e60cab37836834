package io.goldenrod.match.training;

import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Subject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Pairs of records by the levels that they reach, and how many there are of each kind: an iteration over millions of
 * pairs becomes one over some thousands of kinds. The rarity of a shared value is kept in steps of half a bit.
 */
final class LevelTable {

    /** Bits; rarer or more frequent than this is all the same. */
    private static final int BITS_LIMIT = 12;

    private static final double STEPS_PER_BIT = 2;
    private static final Label[] LABELS = Label.values();
    private static final int STEPS = (int) (2 * BITS_LIMIT * STEPS_PER_BIT) + 1;

    /** What is known of a pair before it is looked at. */
    enum Label {
        NONE,
        SAME,
        DIFFERENT
    }

    private record Kind(short[] codes) implements Comparable<Kind> {

        @Override
        public boolean equals(Object other) {
            return other instanceof Kind kind && Arrays.equals(codes, kind.codes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(codes);
        }

        @Override
        public int compareTo(Kind other) {
            return Arrays.compare(codes, other.codes);
        }
    }

    private final MatchModel model;
    private final int fields;
    private final Map<Kind, long[]> counts = new HashMap<>();
    private Kind[] kinds;
    private long[] sizes;
    private long pairs;
    private long labelledSame;

    LevelTable(MatchModel model) {
        this.model = model;
        this.fields = model.fields().size();
    }

    void add(Subject left, Subject right, Label label) {
        short[] codes = new short[fields + 1];
        for (int field = 0; field < fields; field++) {
            int level = model.levelOf(field, left, right);
            codes[field] = level < 0 ? 0 : code(level, model.frequencyBits(field, level, left, right));
        }
        codes[fields] = (short) label.ordinal();
        counts.computeIfAbsent(new Kind(codes), kind -> new long[1])[0]++;
        pairs++;
        labelledSame += label == Label.SAME ? 1 : 0;
    }

    private static short code(int level, double bits) {
        double within = Math.max(-BITS_LIMIT, Math.min(BITS_LIMIT, bits));
        return (short) (1 + level * STEPS + (int) Math.round((within + BITS_LIMIT) * STEPS_PER_BIT));
    }

    void add(LevelTable other) {
        other.counts.forEach((kind, count) -> counts.computeIfAbsent(kind, each -> new long[1])[0] += count[0]);
        pairs += other.pairs;
        labelledSame += other.labelledSame;
    }

    /** Ends the adding; the order of the kinds, and so of all sums over them, does not depend on that of the pairs. */
    void close() {
        kinds = counts.keySet().stream().sorted().toArray(Kind[]::new);
        sizes = new long[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            sizes[i] = counts.get(kinds[i])[0];
        }
        counts.clear();
    }

    long pairs() {
        return pairs;
    }

    /** How many are of one person, as the labels say. */
    long labelledSame() {
        return labelledSame;
    }

    int kinds() {
        return kinds.length;
    }

    /** How many pairs are of the kind. */
    long size(int kind) {
        return sizes[kind];
    }

    /** -1 for a field that one of the two does not have. */
    int level(int kind, int field) {
        int code = kinds[kind].codes[field];
        return code == 0 ? -1 : (code - 1) / STEPS;
    }

    /** What the rarity of the shared value adds, in bits. */
    double frequencyBits(int kind, int field) {
        int code = kinds[kind].codes[field];
        return code == 0 ? 0 : (code - 1) % STEPS / STEPS_PER_BIT - BITS_LIMIT;
    }

    Label label(int kind) {
        return LABELS[kinds[kind].codes[fields]];
    }
}
