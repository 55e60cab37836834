package io.goldenrod.console.evidence;

import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.Links;
import io.goldenrod.console.Values;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.Page;
import io.goldenrod.lineage.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads a customer's decisions a page at a time, and leaves out those that were not asked for. */
@Component
final class Timeline {

    static final int LINES_MAX = 50;
    private static final int READ_AT_ONCE = 500;

    /** Decisions that one page looks at. */
    private static final int LOOKED_AT_MAX = 5_000;

    /** The kinds of decisions by what they are about. */
    static final Map<String, Set<String>> GROUPS = groups();

    private final CustomerReads customers;
    private final DecisionWords words;
    private final Values values;

    Timeline(CustomerReads customers, DecisionWords words, Values values) {
        this.customers = customers;
        this.words = words;
        this.values = values;
    }

    private static Map<String, Set<String>> groups() {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        groups.put("members", Set.of("CREATED", "JOINED", "LEFT", "RETIRED", "ERASED"));
        groups.put("customers", Set.of("MERGED", "SPLIT", "RESTORED"));
        groups.put("held", Set.of("HELD", "RELEASED"));
        groups.put("identifiers", Set.of("SUPPRESSED", "UNSUPPRESSED"));
        groups.put("stewards", Set.of("ASSERTED", "RETRACTED"));
        return groups;
    }

    /**
     * What is asked for.
     *
     * @param isOldestFirst how they are ordered
     * @param group one of {@link #GROUPS}; empty for all
     * @param source of a record that they name; empty for all
     * @param member part of the name of a member; empty for all
     */
    record Wanted(boolean isOldestFirst, String group, String source, String member) {

        boolean suits(DecisionEntry entry) {
            if (!group.isEmpty() && !GROUPS.get(group).contains(entry.kind())) {
                return false;
            }
            String start = Decision.MEMBER_RECORD + source + "/";
            return (source.isEmpty() || named(entry).anyMatch(each -> each.startsWith(start)))
                    && (member.isEmpty()
                            || named(entry)
                                    .anyMatch(each ->
                                            each.toLowerCase(Locale.ROOT).contains(member.toLowerCase(Locale.ROOT))));
        }

        private static Stream<String> named(DecisionEntry entry) {
            return Stream.concat(
                    Stream.of(
                                    entry.record() == null ? "" : Decision.MEMBER_RECORD + entry.record(),
                                    entry.identifier() == null ? "" : entry.identifier())
                            .filter(each -> !each.isEmpty()),
                    entry.members().stream());
        }
    }

    /** The decisions of a day. */
    record Day(String name, List<Moment> moments) {}

    /**
     * A decision on the line.
     *
     * @param graph the address of the graph as of then
     */
    record Moment(DecisionWords.Line line, String graph) {}

    /** @param next the number to go on from; null at the end */
    record Part(List<Day> days, String next, int looked) {

        public boolean isEmpty() {
            return days.isEmpty();
        }
    }

    /** @param cursor the number that the last page ended with; null for the first page */
    Part of(String customerId, Wanted wanted, Long cursor) {
        Map<String, List<Moment>> days = new LinkedHashMap<>();
        int found = 0;
        int looked = 0;
        Long at = cursor == null ? (wanted.isOldestFirst() ? 0L : Long.valueOf(Long.MAX_VALUE)) : cursor;
        while (at != null && found < LINES_MAX && looked < LOOKED_AT_MAX) {
            Page<DecisionEntry> page = wanted.isOldestFirst()
                    ? customers.lineage(customerId, at, READ_AT_ONCE)
                    : customers.lineageBefore(customerId, at, READ_AT_ONCE);
            at = page.next() == null ? null : Long.valueOf(page.next());
            for (DecisionEntry entry : page.items()) {
                if (found == LINES_MAX) {
                    // there is more, though not of another page
                    at = last(days);
                    break;
                }
                looked++;
                if (wanted.suits(entry)) {
                    days.computeIfAbsent(values.day(entry.at()), absent -> new ArrayList<>())
                            .add(moment(customerId, entry));
                    found++;
                }
            }
        }
        return new Part(
                days.entrySet().stream()
                        .map(each -> new Day(each.getKey(), each.getValue()))
                        .toList(),
                at == null ? null : at.toString(),
                looked);
    }

    private static Long last(Map<String, List<Moment>> days) {
        Long seq = null;
        for (List<Moment> moments : days.values()) {
            seq = moments.get(moments.size() - 1).line().seq();
        }
        return seq;
    }

    private Moment moment(String customerId, DecisionEntry entry) {
        return new Moment(words.of(entry), Links.graph(customerId) + "?asOf=" + entry.seq());
    }
}
