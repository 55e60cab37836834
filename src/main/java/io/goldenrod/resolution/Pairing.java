package io.goldenrod.resolution;

import io.goldenrod.graph.PairChanges;
import io.goldenrod.graph.PairChanges.PairWrite;
import io.goldenrod.graph.PairReads;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.graph.StoredPair.Kind;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Score;
import io.goldenrod.match.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The pairs of records that a batch ties, changes or unties.
 *
 * <p>A pair is looked at exactly when it shares a block that is not too large at present, whichever of the two came
 * first and with whom. So what a batch must look at is the records that it brings, against all in their blocks, and
 * those blocks that it makes too large or no longer too large: there the pairs of records that were there before go or
 * come, unless another block ties them as well.
 */
final class Pairing {

    /** Records held at once to be compared with those that come. */
    private static final int CANDIDATES_MAX = 50_000;

    private final Matcher matcher;
    private final Map<RecordKey, SourceRecord> said;
    private Blocks blocks;
    private Subjects subjects;

    private final Map<String, StoredPair> before = new HashMap<>();
    private final Map<String, PairWrite> after = new TreeMap<>();
    private final Map<RecordKey, List<RecordKey>> matched = new HashMap<>();
    private final Set<RecordKey> flipping = new HashSet<>();
    private final Set<RecordKey> stirred = new TreeSet<>();
    private final PairChanges changes = new PairChanges();

    private Pairing(Matcher matcher, Map<RecordKey, SourceRecord> said, Blocks blocks, Subjects subjects) {
        this.matcher = matcher;
        this.said = said;
        this.blocks = blocks;
        this.subjects = subjects;
    }

    /**
     * @param matcher null when there is no matching
     * @param cache of that matcher's model
     * @param said the records that come or come again
     * @param there those of the records that change which were there before, the deleted ones included
     */
    static Pairing of(
            PairReads graph,
            Matcher matcher,
            SubjectCache cache,
            Map<RecordKey, SourceRecord> said,
            Collection<RecordKey> there) {
        if (matcher == null) {
            return new Pairing(null, said, null, null);
        }
        Blocks blocks = Blocks.of(graph, matcher, said, there);
        var subjects = new Subjects(graph, matcher.model(), said, blocks, cache);
        Pairing pairing = new Pairing(matcher, said, blocks, subjects);
        graph.pairsOf(there).forEach(pair -> pairing.before.put(pair.key(), pair));
        pairing.compareNew();
        pairing.compareFlipped(graph);
        pairing.settle();
        // what was looked at takes more memory than what was found
        pairing.blocks = null;
        pairing.subjects = null;
        return pairing;
    }

    private void compareNew() {
        Map<RecordKey, Set<RecordKey>> candidates = new TreeMap<>();
        Set<RecordKey> distinct = new HashSet<>();
        for (RecordKey record : said.keySet()) {
            Set<RecordKey> found = new HashSet<>();
            for (String block : blocks.of(record)) {
                if (blocks.isLive(block)) {
                    found.addAll(blocks.members(block));
                }
            }
            // of two that both change, the smaller one looks at the larger
            found.removeIf(other -> said.containsKey(other) && other.compareTo(record) <= 0);
            candidates.put(record, found);
            distinct.addAll(found);
            if (distinct.size() > CANDIDATES_MAX) {
                compare(candidates, distinct);
                candidates.clear();
                distinct.clear();
            }
        }
        compare(candidates, distinct);
    }

    private void compare(Map<RecordKey, Set<RecordKey>> candidates, Set<RecordKey> distinct) {
        subjects.load(distinct);
        candidates.forEach((record, others) -> {
            Subject subject = subjects.of(record);
            for (RecordKey other : others) {
                compare(subject, subjects.of(other), null);
            }
        });
    }

    /** @param rules null for those that the blocks of the first record tell */
    private void compare(Subject one, Subject other, SortedSet<String> rules) {
        boolean inOrder = one.key().compareTo(other.key()) < 0;
        Subject left = inOrder ? one : other;
        Subject right = inOrder ? other : one;
        Verdict verdict = matcher.verdict(matcher.model().weight(left, right));
        if (verdict == Verdict.NONE) {
            return;
        }
        Score score = matcher.model().score(left, right).saying();
        Kind kind = verdict == Verdict.MATCH ? Kind.MATCHED : Kind.POSSIBLE;
        SortedSet<String> found = rules == null ? rules(one.key(), other.key()) : rules;
        var write = new PairWrite(
                left.key(), right.key(), kind, score, matcher.model().hash(), found);
        after.put(StoredPair.key(left.key(), right.key()), write);
    }

    /** The rules by which a record of the batch meets another one. */
    private SortedSet<String> rules(RecordKey record, RecordKey other) {
        SortedSet<String> rules = new TreeSet<>();
        for (String block : blocks.of(record)) {
            if (blocks.isLive(block) && blocks.members(block).contains(other)) {
                rules.add(ruleOf(block));
            }
        }
        return rules;
    }

    private static String ruleOf(String block) {
        return block.substring(0, block.indexOf('='));
    }

    /** Pairs of records that were there before and do not change, in blocks that passed the limit. */
    private void compareFlipped(PairReads graph) {
        List<String> flipped = blocks.flipped();
        Set<RecordKey> bystanders = new TreeSet<>();
        flipped.forEach(block -> bystanders.addAll(blocks.bystanders(block)));
        if (bystanders.size() < 2) {
            return;
        }
        Map<RecordKey, SortedSet<String>> blocksOf = blocks.look(bystanders);
        Map<String, StoredPair> tied = new HashMap<>();
        graph.pairsOf(bystanders).forEach(pair -> tied.put(pair.key(), pair));
        subjects.load(bystanders);
        Set<String> seen = new HashSet<>();
        for (String block : flipped) {
            List<RecordKey> members = blocks.bystanders(block);
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    RecordKey left = members.get(i);
                    RecordKey right = members.get(j);
                    String key = StoredPair.key(left, right);
                    if (seen.add(key)) {
                        compareBystanders(left, right, blocksOf, tied.get(key));
                    }
                }
            }
        }
    }

    private void compareBystanders(
            RecordKey left, RecordKey right, Map<RecordKey, SortedSet<String>> blocksOf, StoredPair tied) {
        SortedSet<String> rules = new TreeSet<>();
        for (String block : blocksOf.get(left)) {
            if (blocks.isLive(block) && blocksOf.get(right).contains(block)) {
                rules.add(ruleOf(block));
            }
        }
        if (tied != null && tied.rules().equals(rules)) {
            return;
        }
        if (tied != null) {
            before.put(tied.key(), tied);
        }
        if (!rules.isEmpty()) {
            compare(subjects.of(left), subjects.of(right), rules);
        }
    }

    private void settle() {
        blocks.writeTo(changes);
        before.forEach((key, pair) -> {
            PairWrite now = after.get(key);
            if (now == null || now.kind() != pair.kind()) {
                changes.removed.add(pair);
                stir(pair);
            }
        });
        after.forEach((key, pair) -> {
            StoredPair was = before.get(key);
            boolean isNew = was == null || was.kind() != pair.kind();
            if (isNew || was.weight() != pair.score().weight() || !was.rules().equals(pair.rules())) {
                changes.written.add(pair);
            }
            if (pair.kind() == Kind.MATCHED) {
                matched.computeIfAbsent(pair.left(), absent -> new ArrayList<>())
                        .add(pair.right());
                matched.computeIfAbsent(pair.right(), absent -> new ArrayList<>())
                        .add(pair.left());
                if (isNew && !said.containsKey(pair.left()) && !said.containsKey(pair.right())) {
                    stir(pair.stored());
                }
            }
        });
        for (String block : blocks.flipped()) {
            if (!stirred.isEmpty() && !Collections.disjoint(stirred, blocks.bystanders(block))) {
                flipping.addAll(blocks.movers(block));
            }
        }
    }

    private void stir(StoredPair pair) {
        if (pair.isMatched()) {
            stirred.add(pair.left());
            stirred.add(pair.right());
        }
    }

    /** The records that match this one, if it is one that comes or comes again. */
    List<RecordKey> matched(RecordKey record) {
        return matched.getOrDefault(record, List.of());
    }

    /** All records that match one that comes, and are not among these. */
    Set<RecordKey> partners() {
        Set<RecordKey> partners = new LinkedHashSet<>();
        said.keySet().forEach(record -> partners.addAll(matched(record)));
        partners.removeAll(said.keySet());
        return partners;
    }

    /** Whether pairs of others come or go with the record. */
    boolean flips(RecordKey record) {
        return flipping.contains(record);
    }

    /** Records whose matches went, or came without either record being new. Some are perhaps deleted. */
    Set<RecordKey> stirred() {
        return stirred;
    }

    /** What is to be written. */
    PairChanges changes() {
        return changes;
    }
}
