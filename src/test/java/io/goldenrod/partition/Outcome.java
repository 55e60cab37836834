package io.goldenrod.partition;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a partition comes to, by names instead of numbers: two that mean the same are equal.
 *
 * @param clusters the members' keys, by cluster
 * @param held the constraint, by the held link's key
 * @param judged the keys of the links that were judged by the records on both sides
 */
record Outcome(Set<Set<String>> clusters, Map<String, Constraint> held, Set<String> judged) {

    /** The cluster of a member. */
    Set<String> clusterOf(String member) {
        return clusters.stream()
                .filter(each -> each.contains(member))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no member " + member));
    }

    @Override
    public String toString() {
        String lines = clusters.stream()
                .map(each -> new TreeSet<>(each).toString())
                .sorted()
                .collect(Collectors.joining("\n", "\n", "\n"));
        return lines + "held " + new TreeMap<>(held) + "\nguarded " + new TreeSet<>(judged) + "\n";
    }
}
