package io.goldenrod.quality;

import io.goldenrod.graph.GraphScan.BlockRow;
import io.goldenrod.graph.GraphScan.RecordRow;
import io.goldenrod.graph.GraphScan.Tie;
import io.goldenrod.graph.PairReads;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.graph.StoredPair.Kind;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Subject;
import io.goldenrod.partition.Component;
import io.goldenrod.quality.Member.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares blocks and tied pairs with what the records say. Every tie is looked at; which pairs should be tied is found
 * by scoring all pairs of a block, for as many blocks as make {@value #PAIRS_MAX} pairs, and then for one in
 * {@value #ONE_IN}, picked by their keys.
 */
final class PairCheck {

    private static final long PAIRS_MAX = 2_000_000;
    private static final int ONE_IN = 16;

    private final PairReads graph;
    private final Matcher matcher;
    private final Findings findings;
    private final Map<String, Found> ties = new HashMap<>();
    private final Map<RecordKey, List<Found>> tiesOf = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private long compared;

    PairCheck(PairReads graph, Matcher matcher, Findings findings) {
        this.graph = graph;
        this.matcher = matcher;
        this.findings = findings;
    }

    /** A tie, and the rules of the live blocks that both its records were met in. */
    private record Found(Tie tie, Set<String> rules) {}

    void takeRecord(RecordRow row) {
        String subject = Decision.member(row.record().key());
        Set<String> blocks = matcher.blocks(row.record());
        if (!blocks.equals(new HashSet<>(row.blocks()))
                || blocks.size() != row.blocks().size()) {
            findings.add(CheckReport.Kind.BLOCK, subject, "in other blocks", "in those of what it says");
        }
        blocks.forEach(block -> sizes.merge(block, 1, Integer::sum));
        for (Tie tie : row.ties()) {
            StoredPair pair = tie.pair();
            Found found = new Found(tie, new TreeSet<>());
            if (ties.put(pair.key(), found) != null) {
                findings.add(CheckReport.Kind.PAIR, pair.key(), "tied twice", "tied once");
            }
            tiesOf.computeIfAbsent(pair.left(), absent -> new ArrayList<>(1)).add(found);
            findings.compare(
                    CheckReport.Kind.PAIR,
                    pair.key(),
                    "model",
                    tie.model(),
                    matcher.model().hash());
            findings.compare(CheckReport.Kind.PAIR, pair.key(), "kind", pair.kind(), kind(pair.weight()));
        }
    }

    /** What a pair of that weight is tied by; null when by nothing. */
    private Kind kind(double weight) {
        Verdict verdict = matcher.verdict(weight);
        return verdict == Verdict.NONE ? null : verdict == Verdict.MATCH ? Kind.MATCHED : Kind.POSSIBLE;
    }

    void takeBlock(BlockRow row) {
        Integer size = sizes.remove(row.key());
        long records = size == null ? 0 : size;
        if (row.records() != records || row.counted() != records) {
            findings.add(
                    CheckReport.Kind.BLOCK,
                    "a block of " + ruleOf(row.key()),
                    row.records() + " counted, " + row.counted() + " in it",
                    records + " of each");
        }
        Set<RecordKey> members = new HashSet<>(row.members());
        if (members.size() < 2) {
            return;
        }
        for (RecordKey member : members) {
            for (Found found : tiesOf.getOrDefault(member, List.of())) {
                if (members.contains(found.tie.pair().right())) {
                    found.rules.add(ruleOf(row.key()));
                }
            }
        }
        if (compared < PAIRS_MAX || Math.floorMod(row.key().hashCode(), ONE_IN) == 0) {
            score(members);
        }
    }

    private void score(Collection<RecordKey> members) {
        List<Subject> subjects = new ArrayList<>();
        for (SourceRecord record : graph.said(members)) {
            subjects.add(matcher.model().subject(record));
        }
        for (Subject left : subjects) {
            for (Subject right : subjects) {
                if (left.key().compareTo(right.key()) < 0) {
                    compared++;
                    compare(left, right);
                }
            }
        }
    }

    private void compare(Subject left, Subject right) {
        double weight = matcher.model().weight(left, right);
        String key = StoredPair.key(left.key(), right.key());
        Found found = ties.get(key);
        if (found == null && kind(weight) != null) {
            findings.add(CheckReport.Kind.PAIR, key, "not tied", kind(weight) + " with weight " + weight);
        } else if (found != null && found.tie.pair().weight() != weight) {
            findings.add(
                    CheckReport.Kind.PAIR, key, "weight " + found.tie.pair().weight(), "weight " + weight);
        }
    }

    private static String ruleOf(String block) {
        int end = block.indexOf('=');
        return end < 0 ? block : block.substring(0, end);
    }

    /** After all blocks: every tie must have been met; matches are links between the records. */
    void finish(List<Member> records) {
        sizes.keySet()
                .forEach(block ->
                        findings.add(CheckReport.Kind.BLOCK, "a block of " + ruleOf(block), "missing", "there"));
        Map<String, Member> byKey = new HashMap<>();
        if (!ties.isEmpty()) {
            records.forEach(record -> byKey.put(record.key, record));
        }
        for (Found found : ties.values()) {
            StoredPair pair = found.tie.pair();
            findings.compare(CheckReport.Kind.PAIR, pair.key(), "rules", pair.rules(), found.rules);
            Member left = byKey.get(pair.left().toString());
            Member right = byKey.get(pair.right().toString());
            if (pair.isMatched() && left != null && right != null) {
                Member.join(Link.matched(left, right, pair));
            }
        }
        ties.clear();
        tiesOf.clear();
    }

    /** The weights of pairs of these members, for a partition that asks for some: then all of them are read. */
    Component.PairWeight weights(List<Member> members) {
        Map<RecordKey, Subject> subjects = new HashMap<>();
        return (left, right) -> {
            if (subjects.isEmpty()) {
                List<RecordKey> keys = new ArrayList<>();
                for (Member member : members) {
                    if (member.isRecord()) {
                        keys.add(RecordKey.parse(member.key));
                    }
                }
                graph.said(keys)
                        .forEach(record ->
                                subjects.put(record.key(), matcher.model().subject(record)));
            }
            return matcher.model()
                    .weight(
                            subjects.get(RecordKey.parse(members.get(left).key)),
                            subjects.get(RecordKey.parse(members.get(right).key)));
        };
    }
}
