package io.goldenrod.lineage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who belonged to which customer, from the decisions in their order. */
public final class PastMembers {

    private final Map<String, String> customerOf = new HashMap<>();
    private final Map<String, SortedSet<String>> membersOf = new HashMap<>();

    private PastMembers() {}

    /** @param decisions all that concern the customers that are asked about, and those that became part of them */
    public static PastMembers of(Collection<Numbered> decisions) {
        PastMembers members = new PastMembers();
        decisions.forEach(each -> members.apply(each.decision()));
        return members;
    }

    private void apply(Decision decision) {
        switch (decision.kind()) {
            case CREATED, JOINED, RESTORED -> decision.members().forEach(member -> put(member, decision.customer()));
            case SPLIT -> decision.members().forEach(member -> put(member, decision.other()));
            case LEFT -> decision.members().forEach(member -> leave(member, decision.customer()));
            case SUPPRESSED -> leave(decision.identifier(), decision.customer());
            case MERGED -> {
                SortedSet<String> all = membersOf.remove(decision.other());
                if (all != null) {
                    all.forEach(member -> customerOf.put(member, decision.customer()));
                    membersOf
                            .computeIfAbsent(decision.customer(), absent -> new TreeSet<>())
                            .addAll(all);
                }
            }
            default -> {
                // moves nobody
            }
        }
    }

    private void put(String member, String customer) {
        String before = customerOf.put(member, customer);
        if (before != null && !before.equals(customer)) {
            membersOf.get(before).remove(member);
        }
        membersOf.computeIfAbsent(customer, absent -> new TreeSet<>()).add(member);
    }

    private void leave(String member, String customer) {
        if (customer != null && customerOf.remove(member, customer)) {
            membersOf.get(customer).remove(member);
        }
    }

    /** Keys of the members, records named as {@code record:…}, in order. */
    public SortedSet<String> of(String customer) {
        return membersOf.getOrDefault(customer, new TreeSet<>());
    }

    /**
     * Whose a single member was, as the decisions that name it and what became of customers as wholes tell.
     *
     * @param named the decisions that name it up to the moment, oldest first
     * @param succession of the customers that these name, and of those that they went to
     * @return null when it was nobody's
     */
    public static String owner(String member, List<Numbered> named, Succession succession, long seq) {
        for (int i = named.size() - 1; i >= 0; i--) {
            Decision decision = named.get(i).decision();
            String customer = switch (decision.kind()) {
                case CREATED, JOINED, RESTORED -> decision.customer();
                case SPLIT -> decision.other();
                case LEFT -> "";
                case SUPPRESSED -> member.equals(decision.identifier()) ? "" : null;
                default -> null;
            };
            if (customer != null) {
                return customer.isEmpty()
                        ? null
                        : succession.follow(customer, named.get(i).seq(), seq);
            }
        }
        return null;
    }
}
