package io.goldenrod.testkit;

import io.goldenrod.graph.StoredPair;
import io.goldenrod.graph.StoredPair.Kind;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The blocks and pairs of records by definition: every record against every other. */
final class ExpectedMatches {

    final Map<String, Set<RecordKey>> blocks = new TreeMap<>();
    final Map<String, String> pairs = new TreeMap<>();

    /** The two records of each match, by the pair's key. */
    final Map<String, List<RecordKey>> matches = new TreeMap<>();

    final Map<String, Double> weights = new TreeMap<>();
    private final Matcher matcher;

    /** @param matcher null when there is no matching */
    ExpectedMatches(Matcher matcher, Collection<SourceRecord> records) {
        this.matcher = matcher;
        if (matcher == null) {
            return;
        }
        for (SourceRecord record : records) {
            for (String block : matcher.blocks(record)) {
                blocks.computeIfAbsent(block, absent -> new TreeSet<>()).add(record.key());
            }
        }
        for (SourceRecord left : records) {
            for (SourceRecord right : records) {
                if (left.key().compareTo(right.key()) < 0) {
                    match(left, right);
                }
            }
        }
    }

    private void match(SourceRecord left, SourceRecord right) {
        Set<String> rules = new TreeSet<>();
        blocks.forEach((block, members) -> {
            if (members.size() <= matcher.matching().blockRecordsMax()
                    && members.contains(left.key())
                    && members.contains(right.key())) {
                rules.add(block.substring(0, block.indexOf('=')));
            }
        });
        double weight = weight(left, right);
        if (rules.isEmpty() || matcher.verdict(weight) == Verdict.NONE) {
            return;
        }
        String key = StoredPair.key(left.key(), right.key());
        Kind kind = matcher.verdict(weight) == Verdict.MATCH ? Kind.MATCHED : Kind.POSSIBLE;
        pairs.put(key, GraphPicture.shown(kind, weight, matcher.model().hash(), rules));
        if (kind == Kind.MATCHED) {
            matches.put(key, List.of(left.key(), right.key()));
            weights.put(key, weight);
        }
    }

    double weight(SourceRecord left, SourceRecord right) {
        return matcher.model()
                .weight(matcher.model().subject(left), matcher.model().subject(right));
    }
}
