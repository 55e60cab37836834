package io.goldenrod.lineage;

import io.goldenrod.lineage.Turn.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What customer IDs answered at any time, from the turns of the customers. */
public final class Succession {

    private final Map<String, Career> careers = new HashMap<>();

    /**
     * A customer from its first day.
     *
     * @param since the decision by which it came
     * @param turns oldest first
     */
    private record Career(long since, List<Turn> turns) {}

    /**
     * What an ID answers.
     *
     * @param current the customer: the ID itself, or the one that its founder went to
     * @param state of {@code current}: active, or retired
     * @param chain all that the ID's members went to, the founder's first; empty unless it was merged
     */
    public record Standing(String current, State state, List<String> chain) {}

    /**
     * Makes a customer known.
     *
     * @param since the decision by which it came
     * @param turns oldest first
     */
    public void add(String id, long since, List<Turn> turns) {
        careers.put(id, new Career(since, List.copyOf(turns)));
    }

    public boolean contains(String id) {
        return careers.containsKey(id);
    }

    /** What the ID answered right after the decision; empty when it was not given out by then. */
    public Optional<Standing> at(String id, long seq) {
        Career career = careers.get(id);
        if (career == null || career.since > seq) {
            return Optional.empty();
        }
        Turn last = last(career, seq);
        if (last == null || last.state() != State.MERGED) {
            return Optional.of(new Standing(id, last == null ? State.ACTIVE : last.state(), List.of()));
        }
        String founder = follow(last.survivors().get(0), last.seq(), seq);
        var others = new TreeSet<String>();
        last.survivors().forEach(survivor -> others.add(follow(survivor, last.seq(), seq)));
        others.remove(founder);
        List<String> chain = new ArrayList<>();
        chain.add(founder);
        chain.addAll(others);
        Turn current = last(careers.get(founder), seq);
        return Optional.of(new Standing(founder, current == null ? State.ACTIVE : current.state(), chain));
    }

    private static Turn last(Career career, long seq) {
        Turn last = null;
        for (Turn turn : career.turns) {
            if (turn.seq() <= seq) {
                last = turn;
            }
        }
        return last;
    }

    /**
     * Where those are, right after a decision, who were a customer's right after an earlier one and have only gone
     * along with all of it since. Each merge leads on for good: whoever came along stays when the merged customer
     * stands alone again.
     */
    public String follow(String id, long after, long seq) {
        String at = id;
        long from = after;
        while (true) {
            Turn next = null;
            for (Turn turn : careers.get(at).turns) {
                if (turn.seq() > from && turn.seq() <= seq && turn.state() != State.ACTIVE) {
                    next = turn;
                    break;
                }
            }
            if (next == null || next.state() == State.RETIRED) {
                return at;
            }
            at = next.survivors().get(0);
            from = next.seq();
        }
    }
}
