package io.goldenrod.quality;

import io.goldenrod.graph.GraphScan;
import io.goldenrod.graph.GraphScan.Part;
import io.goldenrod.graph.GraphScan.RecordRow;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.WholeResolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What would become of a graph's matches and customers under a policy that matches otherwise.
 *
 * @param records how many there are
 * @param added matches that there would be, and are not
 * @param removed matches that there are, and would not be
 * @param reweighted matches of another weight
 * @param customers how many customers there are
 * @param customersAfter how many there would be
 * @param merging customers that would be part of a larger one
 * @param splitting customers that would fall apart
 * @param examples the largest of these, in words, by ID and record key; at most {@link #EXAMPLES_MAX} of either kind
 */
public record RescoreDifference(
        long records,
        long added,
        long removed,
        long reweighted,
        long customers,
        long customersAfter,
        long merging,
        long splitting,
        List<String> examples) {

    public static final int EXAMPLES_MAX = 10;

    private static final int NAMED_MAX = 5;

    /**
     * Reads the graph page by page and resolves all of it in memory: about 2 KiB for each record.
     *
     * @param policy the other one
     * @param matcher of that policy; null when it does not match
     * @throws GraphUnavailableException when the store does not answer
     */
    public static RescoreDifference of(GraphScan graph, Policy policy, Matcher matcher) {
        List<SourceRecord> records = new ArrayList<>();
        Map<RecordKey, String> customerOf = new HashMap<>();
        Map<String, Double> ties = new HashMap<>();
        String after = "";
        while (after != null) {
            Part<RecordRow> part = graph.records(after);
            for (RecordRow row : part.rows()) {
                records.add(row.record());
                customerOf.put(row.record().key(), row.customer());
                row.ties().stream()
                        .filter(tie -> tie.pair().isMatched())
                        .forEach(tie -> ties.put(tie.pair().key(), tie.pair().weight()));
            }
            after = part.last();
        }
        WholeResolution whole = WholeResolution.of(records, policy, matcher);
        return of(whole, customerOf, ties);
    }

    private static RescoreDifference of(
            WholeResolution whole, Map<RecordKey, String> customerOf, Map<String, Double> ties) {
        long added = 0;
        long reweighted = 0;
        Set<String> kept = new HashSet<>();
        for (StoredMatch match : whole.matches()) {
            Double weight = ties.get(match.key());
            if (weight == null) {
                added++;
            } else {
                kept.add(match.key());
                reweighted += weight == match.weight() ? 0 : 1;
            }
        }
        Map<String, Set<Integer>> clustersOf = new TreeMap<>();
        List<Set<String>> merges = new ArrayList<>();
        for (int i = 0; i < whole.customers().size(); i++) {
            Set<String> before = new TreeSet<>();
            for (RecordKey record : whole.customers().get(i)) {
                before.add(customerOf.get(record));
                clustersOf
                        .computeIfAbsent(customerOf.get(record), absent -> new TreeSet<>())
                        .add(i);
            }
            if (before.size() > 1) {
                merges.add(before);
            }
        }
        List<String> splits = clustersOf.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<Integer>> each) ->
                                -each.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(each -> each.getKey() + " would be " + each.getValue().size() + " customers: "
                        + named(each.getValue().stream()
                                .map(i -> "record:" + whole.customers().get(i).get(0))
                                .toList()))
                .toList();
        merges.sort(Comparator.comparingInt((Set<String> each) -> -each.size()).thenComparing(Set::toString));
        List<String> examples = new ArrayList<>();
        merges.stream()
                .limit(EXAMPLES_MAX)
                .forEach(each -> examples.add("would be one customer: " + named(List.copyOf(each))));
        examples.addAll(splits.subList(0, Math.min(EXAMPLES_MAX, splits.size())));
        return new RescoreDifference(
                customerOf.size(),
                added,
                ties.size() - kept.size(),
                reweighted,
                clustersOf.size(),
                whole.customers().size(),
                merges.stream().mapToLong(Set::size).sum(),
                splits.size(),
                examples);
    }

    private static String named(List<String> all) {
        String some = String.join(", ", all.subList(0, Math.min(NAMED_MAX, all.size())));
        return all.size() > NAMED_MAX ? some + " and " + (all.size() - NAMED_MAX) + " more" : some;
    }
}
