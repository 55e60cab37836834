package io.goldenrod.match.training;

import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Subject;
import io.goldenrod.match.training.LevelTable.Label;
import io.goldenrod.match.training.Trainer.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pairs that a model is learnt from, by the levels that they reach. */
final class PairSample {

    private static final long TELL_EVERY = 1 << 16;
    /** Of one labelled person, so that a group of a million records does not make a trillion pairs. */
    private static final int LABELLED_RECORDS_MAX = 200;

    private final Subject[] subjects;
    private final int[] entities;
    private final TrainingSettings settings;
    private final Progress progress;
    private final LevelTable random;
    private LevelTable candidates;
    private final long all;
    private long found;
    private double share = 1;

    PairSample(MatchModel model, Subject[] subjects, int[] entities, TrainingSettings settings, Progress progress) {
        this.subjects = subjects;
        this.entities = entities;
        this.settings = settings;
        this.progress = progress;
        random = new LevelTable(model);
        candidates = new LevelTable(model);
        all = (long) subjects.length * (subjects.length - 1) / 2;
    }

    /** Pairs picked at random, or all where they are no more. */
    void takeRandom() {
        if (all <= settings.randomPairsMax()) {
            for (int left = 0; left < subjects.length; left++) {
                for (int right = left + 1; right < subjects.length; right++) {
                    random.add(subjects[left], subjects[right], label(left, right));
                }
                tell("random pairs", random.pairs(), all);
            }
        } else {
            var numbers = new RandomNumbers(settings.seed());
            while (random.pairs() < settings.randomPairsMax()) {
                int left = numbers.below(subjects.length);
                int right = numbers.below(subjects.length);
                if (left != right) {
                    random.add(subjects[left], subjects[right], label(left, right));
                    tell("random pairs", random.pairs(), settings.randomPairsMax());
                }
            }
        }
        random.close();
    }

    /** The pairs that share a block and, of labelled people, those that do not. All pairs, where they are few. */
    void takeCandidates(CandidatePairs pairs) {
        if (random.pairs() == all) {
            candidates = random;
            found = all;
            return;
        }
        pairs.forEach((left, right) -> found++);
        share = Math.min(1, (double) settings.candidatePairsMax() / Math.max(1, found));
        long[] hashes = share < 1 ? hashes() : null;
        long limit = (long) (share * Long.MAX_VALUE);
        pairs.forEach((left, right) -> {
            Label label = label(left, right);
            boolean picked = hashes == null || RandomNumbers.mixed(hashes[left] + hashes[right]) >>> 1 <= limit;
            if (picked && label != Label.SAME) {
                candidates.add(subjects[left], subjects[right], label);
                tell("pairs that share a block", candidates.pairs(), (long) (share * found));
            }
        });
        takeLabelled();
        candidates.close();
    }

    private void takeLabelled() {
        if (entities == null) {
            return;
        }
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < entities.length; i++) {
            List<Integer> others = members.computeIfAbsent(entities[i], entity -> new ArrayList<>());
            if (entities[i] >= 0 && others.size() < LABELLED_RECORDS_MAX) {
                for (int other : others) {
                    candidates.add(subjects[other], subjects[i], Label.SAME);
                }
                others.add(i);
            }
        }
    }

    private Label label(int left, int right) {
        if (entities == null || entities[left] < 0 || entities[right] < 0) {
            return Label.NONE;
        }
        return entities[left] == entities[right] ? Label.SAME : Label.DIFFERENT;
    }

    private long[] hashes() {
        long[] hashes = new long[subjects.length];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = RandomNumbers.hash(subjects[i].key().toString(), settings.seed());
        }
        return hashes;
    }

    private void tell(String what, long done, long of) {
        if (done % TELL_EVERY == 0) {
            progress.at(what, done, of);
        }
    }

    LevelTable random() {
        return random;
    }

    LevelTable candidates() {
        return candidates;
    }

    /** How many pairs the records have. */
    long all() {
        return all;
    }

    /** How many candidates there are, picked or not. */
    long candidatesFound() {
        return found;
    }

    /** Of the candidates, the share that was picked. */
    double share() {
        return share;
    }
}
