package io.goldenrod.resolution;

import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.partition.Component;
import io.goldenrod.partition.Link;
import io.goldenrod.partition.Partition;
import io.goldenrod.partition.Rules;
import io.goldenrod.partition.Traits;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A new record and what it touches, with every customer contracted to one member. If the partition of this holds
 * nothing, the partition of all their members would not either, and it is one customer: see the package of the
 * partition for why.
 */
final class Contraction {

    private static final int RECORD = 0;

    private final Component component = new Component();
    private final Map<String, StoredCustomer> customers = new LinkedHashMap<>();
    private final Map<String, Integer> memberOfCustomer = new HashMap<>();
    private final Map<Integer, String> customerOfMember = new HashMap<>();
    private final Map<String, Identifier> identifierOfLink = new HashMap<>();
    private int matches;
    private Bond bond;
    private Traits added;

    private Contraction() {}

    /**
     * An identifier of the record.
     *
     * @param before as it was without the record
     * @param after as it is with it
     */
    record Touched(StoredIdentifier before, StoredIdentifier after) {}

    /** Null when what is known of a customer does not tell enough. */
    static Contraction of(
            SourceRecord record,
            Collection<Touched> touched,
            Function<StoredIdentifier, StoredCustomer> customerOf,
            Rules rules) {
        Contraction contraction = new Contraction();
        contraction.added = rules.traits(record);
        contraction.component.add(record.key(), contraction.added);
        for (Touched each : touched) {
            if (each.after().suppressed() == null) {
                StoredCustomer customer = customerOf.apply(each.before());
                if (customer != null && !isCounted(each.before(), record.observedAt(), rules)) {
                    return null;
                }
                contraction.add(record, each.after().identifier(), customer, rules);
            }
        }
        return contraction;
    }

    /** Whether a limited value was surely counted in the span of the instant: only its outermost spans are known. */
    private static boolean isCounted(StoredIdentifier identifier, Instant at, Rules rules) {
        IdentifierType type = rules.policy().type(identifier.identifier().type());
        if (type.maxPerCustomer() == 0 || type.window() == Window.EVER) {
            return true;
        }
        String span = type.window().spanOf(at);
        return span.equals(type.window().spanOf(identifier.firstSeen()))
                || span.equals(type.window().spanOf(identifier.lastSeen()));
    }

    private void add(SourceRecord record, Identifier identifier, StoredCustomer customer, Rules rules) {
        int member;
        if (customer == null) {
            Traits traits = rules.traits(identifier, List.of(record.observedAt()));
            added = added.with(traits);
            member = component.add(traits);
        } else {
            customers.putIfAbsent(customer.id(), customer);
            member = memberOfCustomer.computeIfAbsent(
                    customer.id(), absent -> component.add(customer.traits(), customer.links()));
            customerOfMember.put(member, customer.id());
        }
        String key = record.key() + "|" + identifier.key();
        identifierOfLink.put(key, identifier);
        long at = record.observedAt().toEpochMilli();
        component.link(RECORD, member, rules.linkClass(identifier.type()), 0, at, key);
    }

    /**
     * Notes that a record of the customer matches this one.
     *
     * @return false when the record does not touch the customer over an identifier: then the match itself may join
     */
    boolean match(String customer, Rules rules) {
        Integer member = memberOfCustomer.get(customer);
        if (member == null) {
            return false;
        }
        matches++;
        // taken after all strong links, it joins nothing that they do not; but it counts as a link
        component.link(RECORD, member, rules.matched(), 0, 0, "~" + matches);
        return true;
    }

    /** Links of the record itself. */
    int newLinks() {
        return identifierOfLink.size() + matches;
    }

    /** What holds the whole together, when it was joined. */
    Bond bond() {
        return bond;
    }

    Collection<StoredCustomer> customers() {
        return customers.values();
    }

    /** What constraints need to know of the record and its new identifiers. */
    Traits addedTraits() {
        return added;
    }

    /**
     * The links that join everything, strongest first, or null when a constraint holds one or when it would take a
     * match: how a match is judged depends on all records of its two sides.
     */
    List<Link> joinAll(Rules rules) {
        Partition partition = Partition.of(component, rules);
        if (!partition.held().isEmpty()) {
            return null;
        }
        boolean strong = customers.values().stream().allMatch(customer -> customer.bond() == Bond.STRONG)
                && partition.accepted().stream().noneMatch(link -> customerOf(link) != null && !isStrong(link, rules));
        bond = strong ? Bond.STRONG : Bond.WEAK;
        return strong || matches == 0 ? partition.accepted() : null;
    }

    private static boolean isStrong(Link link, Rules rules) {
        return !link.linkClass().weak() && !link.linkClass().equals(rules.matched());
    }

    /** The customer that the link leads to; null when it leads to a new identifier. */
    String customerOf(Link link) {
        return customerOfMember.get(link.left() == RECORD ? link.right() : link.left());
    }

    Identifier identifierOf(Link link) {
        return identifierOfLink.get(link.key());
    }
}
