package io.goldenrod.resolution;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.MatchReads;
import io.goldenrod.graph.MatchReads.Candidate;
import io.goldenrod.graph.StoredBlock;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Score;
import io.goldenrod.match.Subject;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.NormalizedRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the records that match what somebody says, as if it were a record that came: by the same blocks and the same
 * model, and by the identifiers. Changes nothing.
 */
public final class RecordSearch {

    /** Records compared for one question, those of the smallest blocks. */
    public static final int COMPARED_MAX = 2_000;

    /** Most records that an answer names. */
    public static final int HITS_MAX = 100;

    private static final RecordKey ASKING = new RecordKey("question", "question");

    private final MatchReads graph;
    private final PolicyInUse inUse;
    private final Clock clock;

    public RecordSearch(MatchReads graph, PolicyInUse inUse, Clock clock) {
        this.graph = graph;
        this.inUse = inUse;
        this.clock = clock;
    }

    /** Whether there is anything to search by; {@link #search} must not be called otherwise. */
    public boolean isOn() {
        return inUse.parts().matcher() != null;
    }

    /**
     * A record that was found.
     *
     * @param verdict what would be done with a record that says what was asked
     */
    public record Hit(RecordKey record, String customerId, Score score, Verdict verdict) {}

    /**
     * What was found.
     *
     * @param hits the best first
     * @param compared records that were compared
     * @param cut whether there were more to compare with, in blocks that are too large or too many
     * @param warnings what of the question could not be understood
     * @param errors why the question as a whole could not be; nothing is found then
     */
    public record Found(
            List<Hit> hits, int compared, boolean cut, List<FieldProblem> warnings, List<FieldProblem> errors) {}

    /**
     * Compares with the records that one which says this would be compared with.
     *
     * @param hitsMax at most {@link #HITS_MAX}
     * @throws GraphUnavailableException when the store does not answer
     */
    public Found search(CustomerQuestion question, int hitsMax) {
        return search(question, hitsMax, false);
    }

    /**
     * For people who look for somebody: also in blocks that are too large for matching, as those of common names are,
     * up to {@link #COMPARED_MAX} records, those of the smallest blocks. A hit in such a block can have a verdict to
     * match, and a record that came would yet not be joined by it.
     *
     * @param hitsMax at most {@link #HITS_MAX}
     * @throws GraphUnavailableException when the store does not answer
     */
    public Found searchWidely(CustomerQuestion question, int hitsMax) {
        return search(question, hitsMax, true);
    }

    private Found search(CustomerQuestion question, int hitsMax, boolean widely) {
        String source = question.source() != null && RecordKey.isSource(question.source())
                ? question.source()
                : ASKING.source();
        var raw =
                new RawRecord(source, ASKING.recordId(), null, question.identifiers(), question.attributes(), Map.of());
        PolicyInUse.Parts parts = inUse.parts();
        NormalizedRecord normalized = parts.normalizer().normalize(raw, clock.instant());
        if (normalized instanceof NormalizedRecord.Refused refused) {
            return new Found(List.of(), 0, false, List.of(), refused.errors());
        }
        var accepted = (NormalizedRecord.Accepted) normalized;
        SourceRecord asked = accepted.record();
        Set<RecordKey> candidates = new LinkedHashSet<>(graph.carriers(asked.identifiers(), COMPARED_MAX));
        boolean cut = parts.matcher() != null && addBlocks(asked, parts.matcher(), widely, candidates);
        List<Hit> hits = parts.matcher() == null
                ? List.of()
                : compare(asked, parts.matcher(), graph.candidates(candidates), hitsMax);
        return new Found(hits, candidates.size(), cut, accepted.warnings(), List.of());
    }

    /** Whether there are more. */
    private boolean addBlocks(SourceRecord asked, Matcher matcher, boolean widely, Set<RecordKey> candidates) {
        Map<String, Long> membersMax = new HashMap<>();
        long recordsMax = matcher.matching().blockRecordsMax();
        matcher.blocks(asked).forEach(block -> membersMax.put(block, recordsMax));
        if (widely) {
            widen(membersMax, COMPARED_MAX - candidates.size());
        }
        List<StoredBlock> blocks = new ArrayList<>(graph.blocks(membersMax).values());
        blocks.sort(Comparator.comparingLong(StoredBlock::records).thenComparing(StoredBlock::key));
        boolean cut = false;
        for (StoredBlock block : blocks) {
            if (block.members() == null || candidates.size() + block.records() > COMPARED_MAX) {
                cut = true;
            } else {
                candidates.addAll(block.members().keySet());
            }
        }
        return cut;
    }

    /** Allows the smallest blocks all their records, as many as there is room for together. */
    private void widen(Map<String, Long> membersMax, int room) {
        Map<String, Long> sizes = new HashMap<>();
        membersMax.keySet().forEach(block -> sizes.put(block, 0L));
        List<StoredBlock> blocks = new ArrayList<>(graph.blocks(sizes).values());
        blocks.sort(Comparator.comparingLong(StoredBlock::records).thenComparing(StoredBlock::key));
        long left = room;
        for (StoredBlock block : blocks) {
            left -= block.records();
            membersMax.put(block.key(), left < 0 ? 0 : block.records());
        }
    }

    private static List<Hit> compare(SourceRecord asked, Matcher matcher, List<Candidate> candidates, int hitsMax) {
        MatchModel model = matcher.model();
        Subject subject = model.subject(asked);
        Map<RecordKey, Subject> subjects = new HashMap<>();
        Map<RecordKey, Double> weights = new HashMap<>();
        for (Candidate candidate : candidates) {
            Subject other = model.subject(candidate.record());
            subjects.put(other.key(), other);
            weights.put(other.key(), model.weight(subject, other));
        }
        return candidates.stream()
                .sorted(Comparator.comparingDouble(
                                (Candidate each) -> weights.get(each.record().key()))
                        .reversed()
                        .thenComparing(each -> each.record().key()))
                .limit(Math.min(hitsMax, HITS_MAX))
                .map(each -> {
                    RecordKey key = each.record().key();
                    Score score = model.score(subject, subjects.get(key));
                    return new Hit(key, each.customerId(), score, matcher.verdict(score.weight()));
                })
                .toList();
    }
}
