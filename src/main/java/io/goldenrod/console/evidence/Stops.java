package io.goldenrod.console.evidence;

import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.CustomerReads.Surroundings;
import io.goldenrod.graph.HistoryReads;
import io.goldenrod.graph.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The moments at which a customer became what it is, and what there was at each. */
@Component
final class Stops {

    /** Moments that one slider has; decisions between two of them are told as one. */
    static final int STOPS_MAX = 200;

    /** Decisions that are looked at. */
    private static final int DECISIONS_MAX = 5_000;

    /** Customers of then that are drawn, and members of each. */
    private static final int CUSTOMERS_MAX = 20;

    private static final int NODES_MAX = 200;

    private final CustomerReads customers;
    private final HistoryReads history;
    private final DecisionWords decisions;
    private final MessageSource messages;
    private final Values values;

    Stops(
            CustomerReads customers,
            HistoryReads history,
            DecisionWords decisions,
            MessageSource messages,
            Values values) {
        this.customers = customers;
        this.history = history;
        this.decisions = decisions;
        this.messages = messages;
        this.values = values;
    }

    /**
     * A moment.
     *
     * @param seq of its last decision
     * @param kind what happened last, in a word
     * @param words what happened last, in a sentence
     * @param others decisions before it that are told with it
     */
    record Stop(long seq, String at, String kind, String tone, String words, int others) {}

    /** @param isCut whether there are later decisions */
    record Slider(List<Stop> stops, boolean isCut) {}

    Slider of(String customerId) {
        List<DecisionEntry> all = new ArrayList<>();
        String next = "0";
        while (next != null && all.size() < DECISIONS_MAX) {
            Page<DecisionEntry> page = customers.lineage(customerId, Long.parseLong(next), Page.ITEMS_MAX);
            all.addAll(page.items());
            next = page.next();
        }
        int each = (all.size() + STOPS_MAX - 1) / STOPS_MAX;
        List<Stop> stops = new ArrayList<>();
        for (int from = 0; from < all.size(); from += each) {
            int last = Math.min(from + each, all.size()) - 1;
            stops.add(stop(all.get(last), last - from));
        }
        return new Slider(stops, next != null);
    }

    private Stop stop(DecisionEntry entry, int others) {
        DecisionWords.Line line = decisions.of(entry);
        return new Stop(
                entry.seq(),
                values.moment(entry.at()),
                messages.getMessage("decision.kind." + line.kind(), null, Locale.ENGLISH),
                line.tone(),
                line.sentence().stream().map(Shown::text).collect(Collectors.joining()),
                others);
    }

    /** The surroundings of all that were to become the customer, as of then. */
    List<Surroundings> at(Customer customer, long seq, Set<String> own) {
        Set<String> ids = new LinkedHashSet<>(List.of(customer.id()));
        ids.addAll(customer.mergedFrom());
        List<Surroundings> found = new ArrayList<>();
        int room = NODES_MAX;
        for (String id : ids) {
            if (room < 2 || own.size() >= CUSTOMERS_MAX) {
                break;
            }
            boolean wasThere = history.customer(id, seq)
                    .filter(then -> then.id().equals(id) && then.status() == CustomerReads.Status.ACTIVE)
                    .isPresent();
            if (wasThere) {
                Surroundings then = history.graph(id, seq, 1, room);
                room -= then.nodes().size();
                own.add(id);
                found.add(then);
            }
        }
        return found;
    }
}
