package io.goldenrod.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What became of a customer as a whole. A customer's turns, in order, tell what its ID answered at any time.
 *
 * @param seq the number of the decision by which it came
 * @param survivors the customers that its members went to, the founder's first; empty unless it was merged
 */
public record Turn(long seq, State state, List<String> survivors) {

    /** What a customer is. */
    public enum State {
        ACTIVE,
        MERGED,
        RETIRED
    }

    public Turn {
        survivors = List.copyOf(survivors);
    }

    /** As one line: {@code 7 MERGED C01 C02}. */
    public String line() {
        List<String> words = new ArrayList<>();
        words.add(Long.toString(seq));
        words.add(state.name());
        words.addAll(survivors);
        return String.join(" ", words);
    }

    /** @throws IllegalArgumentException when it is no such line */
    public static Turn parse(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        if (words.size() < 2) {
            throw new IllegalArgumentException("a turn has a number and a state");
        }
        return new Turn(Long.parseLong(words.get(0)), State.valueOf(words.get(1)), words.subList(2, words.size()));
    }
}
