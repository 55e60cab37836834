package io.goldenrod.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which rule each of many blocks is of, by what stands before the first {@code =} of its name. */
final class RuleNames {

    private final int rulesMax;
    private final List<String> starts = new ArrayList<>();
    private byte[] rules = new byte[1 << 11];
    private int size;

    RuleNames(int rulesMax) {
        this.rulesMax = rulesMax;
    }

    int size() {
        return size;
    }

    /** The next block. */
    void add(String name) {
        if (size == rules.length) {
            rules = Arrays.copyOf(rules, size + (size >> 1));
        }
        rules[size++] = (byte) number(name);
    }

    private int number(String name) {
        for (int i = 0; i < starts.size(); i++) {
            if (name.startsWith(starts.get(i))) {
                return i;
            }
        }
        if (name.indexOf('=') < 0) {
            throw new IllegalArgumentException("a block is named rule=value");
        }
        if (starts.size() == rulesMax) {
            throw new IllegalStateException("more than " + rulesMax + " blocking rules");
        }
        starts.add(name.substring(0, name.indexOf('=') + 1));
        return starts.size() - 1;
    }

    /** The names of the rules in the order in which keys sort. */
    List<String> names() {
        return starts.stream()
                .sorted()
                .map(start -> start.substring(0, start.length() - 1))
                .toList();
    }

    /** By block, the place of its rule in {@link #names()}. */
    byte[] inOrder() {
        List<String> sorted = starts.stream().sorted().toList();
        byte[] placed = Arrays.copyOf(rules, size);
        for (int i = 0; i < size; i++) {
            placed[i] = (byte) sorted.indexOf(starts.get(rules[i]));
        }
        return placed;
    }
}
