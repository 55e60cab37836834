package io.goldenrod.neo4j;

import io.goldenrod.graph.Changes.Departure;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Turn;
import io.goldenrod.lineage.Turn.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By which decision customers came, and what became of them, as the decisions that are written at once tell it. */
final class Turns {

    private final Map<String, Long> births = new HashMap<>();
    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final Map<String, Set<String>> wentTo = new HashMap<>();

    /**
     * Adds what was written at once; none when nothing was decided.
     *
     * @param first the number of the first decision
     */
    void read(Collection<Decision> decisions, Collection<Departure> departures, long first) {
        if (decisions.isEmpty()) {
            return;
        }
        long seq = first;
        Map<String, List<String>> survivors = new HashMap<>();
        departures.forEach(each -> survivors.put(each.id(), each.survivors()));
        Set<String> turned = new LinkedHashSet<>();
        for (Decision decision : decisions) {
            switch (decision.kind()) {
                case CREATED -> births.putIfAbsent(decision.customer(), seq);
                case SPLIT -> births.putIfAbsent(decision.other(), seq);
                case MERGED -> {
                    Set<String> all = new LinkedHashSet<>(List.of(decision.customer()));
                    all.addAll(survivors.getOrDefault(decision.other(), List.of()));
                    turn(turned, decision.other(), new Turn(seq, State.MERGED, List.copyOf(all)));
                }
                case RETIRED -> turn(turned, decision.customer(), new Turn(seq, State.RETIRED, List.of()));
                case RESTORED -> turn(turned, decision.customer(), new Turn(seq, State.ACTIVE, List.of()));
                default -> {
                    // tells nothing of a customer as a whole
                }
            }
            seq++;
        }
        for (Departure departure : departures) {
            if (!turned.contains(departure.id())) {
                // a former ID that answers with another customer since this write, of which no decision tells
                turn(turned, departure.id(), new Turn(seq - 1, State.MERGED, departure.survivors()));
            }
        }
    }

    private void turn(Set<String> turned, String customer, Turn turn) {
        turned.add(customer);
        lines.computeIfAbsent(customer, absent -> new ArrayList<>()).add(turn.line());
        wentTo.computeIfAbsent(customer, absent -> new LinkedHashSet<>()).addAll(turn.survivors());
    }

    /** The decision by which a customer came; null when none of these tells. */
    Long birth(String customer) {
        return births.get(customer);
    }

    /** By customer, its turns as lines, in order. */
    Map<String, List<String>> lines() {
        return lines;
    }

    /** The customers that a customer's members went to. */
    Set<String> wentTo(String customer) {
        return wentTo.getOrDefault(customer, Set.of());
    }
}
