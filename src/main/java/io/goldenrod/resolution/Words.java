package io.goldenrod.resolution;

import io.goldenrod.graph.AssertionStore;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stewards said that hangs together with some members: everyone who is the same as they, and who is different. */
final class Words {

    /** Most assertions that are looked through. */
    static final int ASSERTIONS_MAX = 10_000;

    private final Map<String, StoredAssertion> assertions = new TreeMap<>();
    private final Map<String, List<StoredAssertion>> sameAs = new HashMap<>();

    private Words() {}

    /** @throws IllegalAssertion when too many hang together */
    static Words around(AssertionStore store, Collection<String> members) {
        Words words = new Words();
        Set<String> seen = new LinkedHashSet<>(members);
        Set<String> frontier = seen;
        while (!frontier.isEmpty()) {
            Set<String> next = new LinkedHashSet<>();
            for (StoredAssertion each : store.assertionsOf(frontier)) {
                if (words.assertions.put(each.id(), each) == null && each.kind() == Kind.SAME) {
                    next.add(each.left());
                    next.add(each.right());
                }
            }
            if (words.assertions.size() > ASSERTIONS_MAX) {
                throw IllegalAssertion.tooMany();
            }
            next.removeIf(member -> !seen.add(member));
            frontier = next;
        }
        // in the order of their IDs, so that of several chains the same one is told whatever the store's order
        words.assertions.values().stream()
                .filter(each -> each.kind() == Kind.SAME)
                .forEach(words::note);
        return words;
    }

    private void note(StoredAssertion same) {
        sameAs.computeIfAbsent(same.left(), absent -> new ArrayList<>()).add(same);
        sameAs.computeIfAbsent(same.right(), absent -> new ArrayList<>()).add(same);
    }

    /** The assertion that says so, either way round; null when none does. */
    StoredAssertion find(Kind kind, String one, String other) {
        for (StoredAssertion each : assertions.values()) {
            boolean same = each.left().equals(one) && each.right().equals(other);
            boolean turned = each.left().equals(other) && each.right().equals(one);
            if (each.kind() == kind && (same || turned)) {
                return each;
            }
        }
        return null;
    }

    /** @throws IllegalAssertion with those that contradict the word, if some do */
    void requireNoContradiction(Word word) {
        if (word.kind() == Kind.DIFFERENT) {
            List<StoredAssertion> path = path(word.left(), word.right());
            if (path != null) {
                throw IllegalAssertion.contradiction(path);
            }
            return;
        }
        for (StoredAssertion each : assertions.values()) {
            if (each.kind() == Kind.DIFFERENT) {
                refuseIfBetween(each, word.left(), word.right());
                refuseIfBetween(each, word.right(), word.left());
            }
        }
    }

    /** Refuses what would make the left member the right one, if someone who is the one is different from the other. */
    private void refuseIfBetween(StoredAssertion different, String left, String right) {
        List<StoredAssertion> before = path(left, different.left());
        List<StoredAssertion> after = before == null ? null : path(different.right(), right);
        if (after != null) {
            List<StoredAssertion> chain = new ArrayList<>(before);
            chain.add(different);
            chain.addAll(after);
            throw IllegalAssertion.contradiction(chain);
        }
    }

    /** The assertions that make the one the other, fewest first; null when none do. */
    private List<StoredAssertion> path(String from, String to) {
        Map<String, StoredAssertion> reachedBy = new LinkedHashMap<>();
        reachedBy.put(from, null);
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty() && !reachedBy.containsKey(to)) {
            String member = open.removeFirst();
            for (StoredAssertion each : sameAs.getOrDefault(member, List.of())) {
                if (!reachedBy.containsKey(each.other(member))) {
                    reachedBy.put(each.other(member), each);
                    open.add(each.other(member));
                }
            }
        }
        if (!reachedBy.containsKey(to)) {
            return null;
        }
        List<StoredAssertion> path = new ArrayList<>();
        for (String at = to; reachedBy.get(at) != null; at = path.get(0).other(at)) {
            path.add(0, reachedBy.get(at));
        }
        return path;
    }
}
