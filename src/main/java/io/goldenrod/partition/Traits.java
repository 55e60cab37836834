package io.goldenrod.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that constraints need to know of a member, or of a whole cluster: its summary can stand in for its members.
 *
 * @param known whether it holds a strong identifier
 * @param counts distinct identifier values by bucket (a type, or a type in a window, as in {@code email@2026})
 * @param claims values by veto, and the sides taken in what a steward keeps apart
 */
public record Traits(boolean known, SortedMap<String, Integer> counts, SortedMap<String, SortedSet<String>> claims) {

    /** What the claims begin with that keep two members apart; no veto is called so. */
    private static final String DIFFERENT = "\u2260";

    private static final String LEFT = "left";
    private static final String RIGHT = "right";

    public static final Traits NONE = new Traits(false, new TreeMap<>(), new TreeMap<>());
    public static final Traits KNOWN = new Traits(true, new TreeMap<>(), new TreeMap<>());

    /** Of the one member that an assertion keeps apart from another. */
    public static Traits left(String assertion) {
        return claim(assertion, LEFT);
    }

    /** Of the other one. */
    public static Traits right(String assertion) {
        return claim(assertion, RIGHT);
    }

    private static Traits claim(String assertion, String side) {
        var claims = new TreeMap<String, SortedSet<String>>();
        claims.put(DIFFERENT + assertion, new TreeSet<>(List.of(side)));
        return new Traits(false, new TreeMap<>(), claims);
    }

    /** Whether a steward keeps some member of the one apart from some member of the other. */
    boolean isDifferentFrom(Traits other) {
        for (Map.Entry<String, SortedSet<String>> claim :
                claims.tailMap(DIFFERENT).entrySet()) {
            Set<String> sides = claim.getKey().startsWith(DIFFERENT) ? other.claims.get(claim.getKey()) : null;
            if (sides != null && !sides.equals(claim.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** The summary of two disjoint parts taken together. */
    public Traits with(Traits other) {
        if (other.isPlain() && (known || !other.known)) {
            return this;
        }
        if (isPlain() && (other.known || !known)) {
            return other;
        }
        if (other.counts.isEmpty() && (known || !other.known) && holds(other.claims)) {
            return this;
        }
        var sums = new TreeMap<>(counts);
        other.counts.forEach((bucket, count) -> sums.merge(bucket, count, Integer::sum));
        var values = new TreeMap<String, SortedSet<String>>();
        claims.forEach((attribute, held) -> values.put(attribute, new TreeSet<>(held)));
        other.claims.forEach((attribute, held) ->
                values.computeIfAbsent(attribute, absent -> new TreeSet<>()).addAll(held));
        return new Traits(known || other.known, sums, values);
    }

    private boolean holds(Map<String, SortedSet<String>> others) {
        for (Map.Entry<String, SortedSet<String>> claim : others.entrySet()) {
            SortedSet<String> own = claims.get(claim.getKey());
            if (own == null || !own.containsAll(claim.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether no limit or veto can concern it. */
    boolean isPlain() {
        return counts.isEmpty() && claims.isEmpty();
    }

    /** The counts as {@code bucket=n}, for storing. */
    public List<String> countLines() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    /** The claims as {@code attribute=value}, for storing. */
    public List<String> claimLines() {
        var lines = new ArrayList<String>();
        claims.forEach((attribute, values) -> values.forEach(value -> lines.add(attribute + "=" + value)));
        return lines;
    }

    /** Reads what {@link #countLines()} and {@link #claimLines()} wrote. */
    public static Traits read(boolean known, Iterable<?> countLines, Iterable<?> claimLines) {
        var counts = new TreeMap<String, Integer>();
        for (Object line : countLines) {
            Map.Entry<String, String> entry = split(line.toString());
            counts.put(entry.getKey(), Integer.valueOf(entry.getValue()));
        }
        var claims = new TreeMap<String, SortedSet<String>>();
        for (Object line : claimLines) {
            Map.Entry<String, String> entry = split(line.toString());
            claims.computeIfAbsent(entry.getKey(), absent -> new TreeSet<>()).add(entry.getValue());
        }
        return new Traits(known, counts, claims);
    }

    private static Map.Entry<String, String> split(String line) {
        int equals = line.indexOf('=');
        return Map.entry(line.substring(0, equals), line.substring(equals + 1));
    }
}
