package io.goldenrod.quality;

import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Score;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.Contingency.Mistake;
import io.goldenrod.quality.EvaluationReport.Explained;
import io.goldenrod.quality.PairEvidence.Blocks;
import io.goldenrod.resolution.WholeResolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What speaks for and against the pairs of records that were joined wrongly or missed. */
final class MistakeExplanation {

    private static final int PAIRS_SHOWN_MAX = 3;

    private final RecordsRead read;
    private final Policy policy;
    private final Matcher matcher;
    private final Map<String, StoredMatch> matches = new HashMap<>();
    private final Map<RecordKey, List<StoredLink>> heldOf = new HashMap<>();
    private Map<String, Integer> blockSizes;

    /** @param matcher null for identifiers alone */
    MistakeExplanation(RecordsRead read, Policy policy, Matcher matcher, WholeResolution whole) {
        this.read = read;
        this.policy = policy;
        this.matcher = matcher;
        whole.matches().forEach(match -> matches.put(match.key(), match));
        whole.heldLinks()
                .forEach(link -> heldOf.computeIfAbsent(link.record(), none -> new ArrayList<>())
                        .add(link));
    }

    /** With the wrong pairs that are linked, or, where there is none, those most alike. */
    List<Explained> ofFalseMerges(List<Mistake> mistakes) {
        return mistakes.stream()
                .map(mistake -> explained(
                        mistake, Comparator.comparing(PairEvidence::linked).reversed()))
                .toList();
    }

    /** With the missed pairs most alike. */
    List<Explained> ofMisses(List<Mistake> mistakes) {
        return mistakes.stream()
                .map(mistake -> explained(mistake, (left, right) -> 0))
                .toList();
    }

    private Explained explained(Mistake mistake, Comparator<PairEvidence> first) {
        List<PairEvidence> pairs = new ArrayList<>();
        List<List<RecordKey>> parts = mistake.parts();
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                for (RecordKey left : parts.get(i)) {
                    parts.get(j).forEach(right -> add(pairs, left, right));
                }
            }
        }
        pairs.sort(first.thenComparing(
                        Comparator.comparingDouble(MistakeExplanation::weight).reversed())
                .thenComparing(PairEvidence::left)
                .thenComparing(PairEvidence::right));
        return new Explained(mistake, List.copyOf(pairs.subList(0, Math.min(PAIRS_SHOWN_MAX, pairs.size()))));
    }

    private static double weight(PairEvidence pair) {
        return pair.score() == null ? pair.shared().size() : pair.score().weight();
    }

    private void add(List<PairEvidence> pairs, RecordKey one, RecordKey other) {
        boolean ordered = one.compareTo(other) < 0;
        SourceRecord left = read.record(ordered ? one : other);
        SourceRecord right = read.record(ordered ? other : one);
        if (left == null || right == null) {
            return;
        }
        List<Identifier> shared = new ArrayList<>(left.identifiers());
        shared.retainAll(right.identifiers());
        shared.removeIf(identifier -> !isLinking(identifier) || left.denied().contains(identifier));
        Score score = matcher == null
                ? null
                : matcher.model()
                        .score(matcher.model().subject(left), matcher.model().subject(right));
        StoredMatch match = matches.get(left.key() + "~" + right.key());
        String held = held(left, right, match, shared);
        pairs.add(new PairEvidence(
                left.key(),
                right.key(),
                held == null && (match != null || !shared.isEmpty()),
                shared.stream().map(Identifier::type).distinct().toList(),
                score,
                matcher == null ? Blocks.NONE : blocks(left, right),
                held));
    }

    private boolean isLinking(Identifier identifier) {
        IdentifierType type = policy.type(identifier.type());
        return type != null && type.linking() != Linking.NONE;
    }

    private String held(SourceRecord left, SourceRecord right, StoredMatch match, List<Identifier> shared) {
        if (match != null && match.held() != null) {
            return match.held() + " (" + match.detail() + ")";
        }
        for (SourceRecord side : List.of(left, right)) {
            for (StoredLink link : heldOf.getOrDefault(side.key(), List.of())) {
                if (shared.contains(link.identifier())) {
                    return link.held() + " (" + link.detail() + ")";
                }
            }
        }
        return null;
    }

    private Blocks blocks(SourceRecord left, SourceRecord right) {
        Set<String> both = new HashSet<>(matcher.blocks(left));
        both.retainAll(matcher.blocks(right));
        if (both.isEmpty()) {
            return Blocks.NONE;
        }
        if (blockSizes == null) {
            blockSizes = new HashMap<>();
            read.records()
                    .forEach(record ->
                            matcher.blocks(record).forEach(block -> blockSizes.merge(block, 1, Integer::sum)));
        }
        boolean small = both.stream()
                .anyMatch(block -> blockSizes.get(block) <= matcher.matching().blockRecordsMax());
        return small ? Blocks.SHARED : Blocks.TOO_LARGE;
    }
}
