package io.goldenrod.match.training;

import io.goldenrod.match.TermFrequencies;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the values of a field, and keeps the most frequent ones by name. */
final class TermCounts {

    private final int countMin;
    private final Map<String, int[]> counts = new HashMap<>();
    private long total;

    /** @param countMin a value that fewer records have is not named: it may tell who somebody is, and says little */
    TermCounts(int countMin) {
        this.countMin = countMin;
    }

    void add(List<String> terms) {
        for (String term : terms) {
            counts.computeIfAbsent(term, each -> new int[1])[0]++;
            total++;
        }
    }

    /** {@link TermFrequencies#NONE} when there are too few values to tell. */
    TermFrequencies frequencies(int totalMin) {
        if (total < totalMin) {
            return TermFrequencies.NONE;
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        long named = 0;
        List<Map.Entry<String, int[]>> frequent = counts.entrySet().stream()
                .filter(entry -> entry.getValue()[0] >= countMin)
                .sorted(Comparator.<Map.Entry<String, int[]>>comparingInt(entry -> -entry.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .limit(TermFrequencies.TERMS_MAX)
                .toList();
        for (Map.Entry<String, int[]> entry : frequent) {
            shares.put(entry.getKey(), Rounding.significant((double) entry.getValue()[0] / total));
            named += entry.getValue()[0];
        }
        int others = counts.size() - frequent.size();
        double otherwise = others == 0 ? 1.0 / total : (double) (total - named) / others / total;
        return new TermFrequencies(shares, Rounding.significant(otherwise));
    }
}
