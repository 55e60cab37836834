package io.goldenrod.console.evidence;

import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.Edge;
import io.goldenrod.graph.CustomerReads.ProfileValue;
import io.goldenrod.graph.CustomerReads.Status;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.HistoryReads;
import io.goldenrod.graph.Page;
import io.goldenrod.lineage.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What a customer had at one moment and not at another. */
@Component
final class MomentDifferences {

    /** Records, and as many identifiers, that are compared. */
    private static final int MEMBERS_MAX = Page.ITEMS_MAX;

    /** Members of a kind that are named. */
    private static final int NAMED_MAX = 100;

    private static final int NODES_MAX = 500;

    private final HistoryReads history;
    private final DecisionLog log;
    private final Values values;

    MomentDifferences(HistoryReads history, DecisionLog log, Values values) {
        this.history = history;
        this.log = log;
        this.values = values;
    }

    /** A value that changed. Either may be null. */
    record Changed(String attribute, Shown before, Shown after) {}

    /** A held link. */
    record Held(Shown from, Shown to, String constraint) {}

    /** Members that came or went. @param more how many of them are not named */
    record Members(List<Shown> named, int more) {}

    /**
     * The difference.
     *
     * @param isBefore whether the customer was there at the first moment
     * @param isAfter whether it was at the second one
     * @param isCut whether it has more members than are compared
     */
    record Difference(
            long from,
            Instant fromAt,
            long to,
            Instant toAt,
            boolean isBefore,
            boolean isAfter,
            Members gained,
            Members lost,
            List<Changed> changed,
            List<Held> held,
            List<Held> released,
            boolean isCut) {

        public boolean isNothing() {
            return isBefore == isAfter
                    && gained.named().isEmpty()
                    && lost.named().isEmpty()
                    && changed.isEmpty()
                    && held.isEmpty()
                    && released.isEmpty();
        }
    }

    /** What there was at one moment. */
    private record Then(
            boolean isThere,
            Set<String> members,
            Map<String, ProfileValue> said,
            Map<String, Edge> held,
            boolean isCut) {}

    Difference between(String id, long one, long other) {
        long from = Math.min(one, other);
        long to = Math.max(one, other);
        Then before = at(id, from);
        Then after = at(id, to);
        return new Difference(
                from,
                log.at(from).orElse(null),
                to,
                log.at(to).orElse(null),
                before.isThere(),
                after.isThere(),
                members(after.members(), before.members()),
                members(before.members(), after.members()),
                changed(before.said(), after.said()),
                held(after.held(), before.held()),
                held(before.held(), after.held()),
                before.isCut() || after.isCut());
    }

    private Then at(String id, long seq) {
        Optional<Customer> found = history.customer(id, seq).filter(each -> each.status() == Status.ACTIVE);
        if (found.isEmpty()) {
            return new Then(false, Set.of(), Map.of(), Map.of(), false);
        }
        Customer customer = found.get();
        var records = history.records(customer.id(), seq, "", MEMBERS_MAX);
        var identifiers = history.identifiers(customer.id(), seq, "", MEMBERS_MAX);
        Set<String> members = new TreeSet<>();
        records.items().forEach(each -> members.add(Decision.MEMBER_RECORD + each.source() + "/" + each.recordId()));
        identifiers.items().forEach(each -> members.add(each.type() + ":" + each.value()));
        Map<String, ProfileValue> said = new TreeMap<>();
        customer.profile().attributes().forEach((name, all) -> said.put(name, all.get(0)));
        Map<String, Edge> held = new HashMap<>();
        boolean isCut = records.next() != null || identifiers.next() != null;
        if (customer.held() > 0) {
            var around = history.graph(customer.id(), seq, 1, NODES_MAX);
            isCut |= around.cut();
            around.edges().stream()
                    .filter(each -> each.held() != null)
                    .forEach(each -> held.put(each.from() + " " + each.to() + " " + each.held(), each));
        }
        return new Then(true, members, said, held, isCut);
    }

    private Members members(Set<String> with, Set<String> without) {
        List<String> all = with.stream().filter(each -> !without.contains(each)).toList();
        return new Members(
                all.stream().limit(NAMED_MAX).map(values::member).toList(), Math.max(0, all.size() - NAMED_MAX));
    }

    private List<Changed> changed(Map<String, ProfileValue> before, Map<String, ProfileValue> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Changed> changed = new ArrayList<>();
        for (String name : names) {
            ProfileValue one = before.get(name);
            ProfileValue other = after.get(name);
            if (!Objects.equals(comparable(one), comparable(other))) {
                changed.add(new Changed(name, shown(name, one), shown(name, other)));
            }
        }
        return changed;
    }

    private static String comparable(ProfileValue value) {
        return value == null ? null : value.comparable();
    }

    private Shown shown(String name, ProfileValue value) {
        return value == null ? null : values.attribute(name, value.value());
    }

    private List<Held> held(Map<String, Edge> with, Map<String, Edge> without) {
        return with.keySet().stream()
                .filter(each -> !without.containsKey(each))
                .sorted()
                .limit(NAMED_MAX)
                .map(with::get)
                .map(each -> new Held(values.member(each.from()), values.member(each.to()), each.held()))
                .toList();
    }
}
