package io.goldenrod.console.evidence;

import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.Links;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Surroundings;
import io.goldenrod.graph.Neighbours.Standing;
import io.goldenrod.graph.Neighbours.Tie;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.PolicyInUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns members and their links into what the page draws, in words that may be shown. */
@Component
final class Drawing {

    /** Other customers that are called by name. */
    private static final int NAMED_MAX = 20;

    private final CustomerReads customers;
    private final CustomerHead.Finder heads;
    private final PolicyInUse inUse;
    private final Values values;
    private final MessageSource messages;

    Drawing(
            CustomerReads customers,
            CustomerHead.Finder heads,
            PolicyInUse inUse,
            Values values,
            MessageSource messages) {
        this.customers = customers;
        this.heads = heads;
        this.inUse = inUse;
        this.values = values;
        this.messages = messages;
    }

    /**
     * A member, or another customer.
     *
     * @param kind {@code record}, {@code identifier} or {@code customer}
     * @param type of an identifier, or the source of a record
     * @param customer whose it is; null when it is nobody's
     * @param whose the same in words
     * @param suppressed why it does not link, in words; null when it does
     * @param links how many it has in all; null when that is not told
     */
    record Node(
            String id,
            String kind,
            String type,
            String text,
            String href,
            String customer,
            String whose,
            String suppressed,
            Long links) {}

    /**
     * A link.
     *
     * @param kind {@code OBSERVED, MATCHED, SAME, DIFFERENT} or {@code BELONGS}
     * @param strength of an observed one: {@code STRONG, WEAK, NONE}; else null
     * @param held what keeps it from joining, in words; null when it joins
     * @param rule the name of that rule
     * @param label short words at it; null when there are none
     * @param words what it is, in a line
     */
    record Edge(
            String id,
            String from,
            String to,
            String kind,
            String strength,
            String held,
            String rule,
            String label,
            String words) {}

    /**
     * @param next after which member an expansion goes on; null at its end
     * @param isCut whether there is more than is given
     */
    record Elements(List<Node> nodes, List<Edge> edges, String next, boolean isCut) {}

    /** @param own the customer that the page is about */
    Elements of(String own, Collection<Standing> standings, List<Tie> ties, String next, boolean isCut) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Policy policy = inUse.policy();
        for (Standing each : standings) {
            String whose = whose(own, each.customerId(), names);
            nodes.add(node(each.member(), each.customerId(), whose, each.suppressed(), each.links()));
            if (each.customerId() != null && !each.customerId().equals(own)) {
                edges.add(belongs(each.member(), each.customerId()));
            }
        }
        names.forEach((id, name) -> nodes.add(customer(id, name)));
        ties.forEach(each -> edges.add(edge(each, policy)));
        return new Elements(nodes, edges, next, isCut);
    }

    /** As of then. @param own the customers that became one */
    Elements of(Set<String> own, List<Surroundings> parts) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Map<String, String> names = new HashMap<>();
        Policy policy = inUse.policy();
        boolean isCut = false;
        for (Surroundings part : parts) {
            isCut |= part.cut();
            for (CustomerReads.Node each : part.nodes()) {
                if (!each.kind().equals("CUSTOMER") && known.add(each.id())) {
                    boolean isOwn = each.customerId() == null || own.contains(each.customerId());
                    String whose = each.customerId() == null
                            ? null
                            : isOwn
                                    ? words(
                                            "graph.then",
                                            values.customer(each.customerId()).text())
                                    : whose(null, each.customerId(), names);
                    nodes.add(node(each.id(), each.customerId(), whose, each.suppressed(), null));
                    if (!isOwn) {
                        edges.add(belongs(each.id(), each.customerId()));
                    }
                }
            }
            for (CustomerReads.Edge each : part.edges()) {
                if (!each.kind().equals("RESOLVED_TO")) {
                    edges.add(edge(
                            new Tie(
                                    each.from(),
                                    each.to(),
                                    each.kind(),
                                    each.at(),
                                    each.held(),
                                    each.detail(),
                                    each.probability()),
                            policy));
                }
            }
        }
        names.forEach((id, name) -> nodes.add(customer(id, name)));
        return new Elements(nodes, edges.stream().distinct().toList(), null, isCut);
    }

    private String whose(String own, String customer, Map<String, String> names) {
        if (customer == null || customer.equals(own)) {
            return null;
        }
        String known = names.get(customer);
        if (known == null) {
            Shown name = names.size() >= NAMED_MAX
                    ? null
                    : customers
                            .customer(customer)
                            .map(heads::head)
                            .map(CustomerHead::name)
                            .orElse(null);
            known = name == null ? values.customer(customer).text() : name.text();
            names.put(customer, known);
        }
        return known;
    }

    private Node customer(String id, String name) {
        return new Node(id, "customer", "customer", name, Links.graph(id), id, null, null, null);
    }

    private Node node(String member, String customer, String whose, String suppressed, Long links) {
        Shown shown = values.member(member);
        RecordKey record = Decision.recordOf(member);
        return new Node(
                member,
                record == null ? "identifier" : "record",
                record == null ? shown.type() : record.source(),
                shown.text(),
                shown.href(),
                customer,
                whose,
                suppressed == null ? null : words("suppression." + suppressed),
                links);
    }

    private static Edge belongs(String member, String customer) {
        return new Edge(member + " in " + customer, member, customer, "BELONGS", null, null, null, null, null);
    }

    private Edge edge(Tie tie, Policy policy) {
        boolean isObserved = tie.kind().equals("OBSERVED");
        String type = isObserved ? tie.to().substring(0, tie.to().indexOf(':')) : null;
        String strength = isObserved ? policy.linking(type).name() : null;
        String label = switch (tie.kind()) {
            case "MATCHED" -> tie.probability() == null ? null : values.percent(tie.probability());
            case "SAME", "DIFFERENT" -> words("graph.link." + tie.kind() + ".short");
            default -> null;
        };
        if (tie.held() != null) {
            label = words("graph.held." + tie.held());
        }
        String key = tie.from() + " " + tie.kind().toLowerCase(Locale.ROOT) + " " + tie.to();
        return new Edge(
                key,
                tie.from(),
                tie.to(),
                tie.kind(),
                strength,
                tie.held() == null ? null : words("constraint." + tie.held()),
                tie.held(),
                label,
                line(tie, strength));
    }

    private String line(Tie tie, String strength) {
        return switch (tie.kind()) {
            case "MATCHED" ->
                words("graph.link.MATCHED", tie.probability() == null ? "–" : values.percent(tie.probability()));
            case "OBSERVED" -> words("graph.link." + strength, values.day(tie.at()));
            default -> words("graph.link." + tie.kind(), values.day(tie.at()));
        };
    }

    String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
