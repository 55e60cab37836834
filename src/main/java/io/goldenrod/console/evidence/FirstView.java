package io.goldenrod.console.evidence;

import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.Neighbours;
import io.goldenrod.graph.Neighbours.Pair;
import io.goldenrod.graph.Neighbours.Standing;
import io.goldenrod.lineage.Decision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses the members that a customer's graph begins with: all of a small customer's; of a large one those that show
 * how it hangs together. What is held comes first, then the identifiers that most records share, then the records that
 * tie these to each other, then some of the others of each.
 */
final class FirstView {

    /** Members of the customer that are shown at first. */
    static final int MEMBERS_MAX = 150;

    private static final int EXCEPTIONS_MAX = 40;
    private static final int HUBS_MAX = 50;
    private static final int CARRIERS_EACH_MAX = 120;
    private static final int SUPPRESSED_MAX = 30;
    private static final int FOREIGN_CARRIERS_MAX = 2;

    private final CustomerReads customers;
    private final Neighbours neighbours;

    FirstView(CustomerReads customers, Neighbours neighbours) {
        this.customers = customers;
        this.neighbours = neighbours;
    }

    /** In the order in which they were chosen. */
    Set<String> of(Customer customer) {
        Set<String> chosen = new LinkedHashSet<>();
        List<Pair> exceptions = neighbours.exceptions(customer.id(), EXCEPTIONS_MAX);
        exceptions.forEach(each -> chosen.add(each.member()));
        if (chosen.size() + customer.records() + customer.identifiers() <= MEMBERS_MAX) {
            customers
                    .records(customer.id(), "", MEMBERS_MAX)
                    .items()
                    .forEach(each -> chosen.add(Decision.MEMBER_RECORD + each.source() + "/" + each.recordId()));
            customers
                    .identifiers(customer.id(), "", MEMBERS_MAX)
                    .items()
                    .forEach(each -> chosen.add(each.type() + ":" + each.value()));
        } else {
            List<String> hubs = neighbours.hubs(customer.id(), HUBS_MAX);
            chosen.addAll(structure(hubs, neighbours.carriers(hubs, CARRIERS_EACH_MAX), MEMBERS_MAX - chosen.size()));
        }
        chosen.addAll(neighbours.suppressed(List.copyOf(chosen), SUPPRESSED_MAX));
        Set<String> others = new LinkedHashSet<>();
        exceptions.stream()
                .map(Pair::other)
                .filter(each -> !chosen.contains(each))
                .forEach(others::add);
        chosen.addAll(others);
        chosen.addAll(carriersAbroad(others, customer.id()));
        return chosen;
    }

    /** What another customer's identifier is there by. */
    private List<String> carriersAbroad(Collection<String> members, String own) {
        List<String> abroad = neighbours.standings(members).stream()
                .filter(each -> each.customerId() != null && !each.customerId().equals(own))
                .map(Standing::member)
                .filter(each -> !each.startsWith(Decision.MEMBER_RECORD))
                .toList();
        return neighbours.carriers(abroad, FOREIGN_CARRIERS_MAX).stream()
                .map(Pair::other)
                .toList();
    }

    /** @param carriers of each identifier some records */
    static Set<String> structure(List<String> hubs, List<Pair> carriers, int room) {
        Map<String, Integer> shared = new TreeMap<>();
        carriers.forEach(each -> shared.merge(each.other(), 1, Integer::sum));
        Comparator<String> tyingFirst =
                Comparator.comparing((String each) -> -shared.get(each)).thenComparing(Comparator.naturalOrder());
        Map<String, List<String>> recordsOf = new LinkedHashMap<>();
        hubs.forEach(hub -> recordsOf.put(hub, new ArrayList<>()));
        carriers.forEach(each -> recordsOf
                .computeIfAbsent(each.member(), absent -> new ArrayList<>())
                .add(each.other()));
        Set<String> chosen = new LinkedHashSet<>(hubs.subList(0, Math.min(hubs.size(), room)));
        shared.keySet().stream()
                .filter(each -> shared.get(each) > 1)
                .sorted(tyingFirst)
                .limit(Math.max(0, (room - chosen.size()) / 2))
                .forEach(chosen::add);
        Deque<Deque<String>> turns = new ArrayDeque<>();
        recordsOf.values().forEach(records -> {
            records.sort(tyingFirst);
            turns.add(new ArrayDeque<>(records));
        });
        while (!turns.isEmpty() && chosen.size() < room) {
            Deque<String> records = turns.poll();
            String next = records.poll();
            if (next != null) {
                chosen.add(next);
                turns.add(records);
            }
        }
        return chosen;
    }
}
