package io.goldenrod.testkit;

import io.goldenrod.lineage.Decision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What decisions alone say of a graph: who belongs to whom, what is held, what is suppressed, which customers are. */
public final class DecisionReplay {

    private final Map<String, String> customerOf = new TreeMap<>();
    private final Map<String, String> held = new TreeMap<>();
    private final Set<String> suppressed = new TreeSet<>();
    private final Set<String> active = new TreeSet<>();

    private final boolean onePolicy;

    public DecisionReplay(List<Decision> decisions) {
        this(decisions, true);
    }

    private DecisionReplay(List<Decision> decisions, boolean onePolicy) {
        this.onePolicy = onePolicy;
        decisions.forEach(this::apply);
    }

    /** An identifier of a type that does not link comes without a word, and may link by the next policy. */
    public static DecisionReplay acrossPolicies(List<Decision> decisions) {
        return new DecisionReplay(decisions, false);
    }

    private void apply(Decision decision) {
        String customer = decision.customer();
        switch (decision.kind()) {
            case CREATED -> {
                require(active.add(customer), decision, "a customer is created once");
                enter(decision, customer);
            }
            case JOINED -> {
                require(active.contains(customer), decision, "what is joined is there");
                enter(decision, customer);
            }
            case LEFT ->
                decision.members().forEach(member -> {
                    require(customer.equals(customerOf.remove(member)), decision, member + " leaves where it was");
                });
            case MERGED -> {
                require(active.remove(decision.other()), decision, "what is merged was there");
                require(active.contains(customer), decision, "the survivor is there");
                customerOf.replaceAll((member, its) -> its.equals(decision.other()) ? customer : its);
            }
            case SPLIT -> {
                active.add(decision.other());
                move(decision, customer, decision.other());
            }
            case RESTORED -> {
                active.add(customer);
                move(decision, decision.other(), customer);
            }
            case RETIRED -> {
                require(active.remove(customer), decision, "what is retired was there");
                require(!customerOf.containsValue(customer), decision, "nobody is left behind");
            }
            case HELD -> held.put(link(decision), decision.constraint());
            case RELEASED ->
                require(
                        decision.constraint().equals(held.remove(link(decision))),
                        decision,
                        "what is released was held so");
            case SUPPRESSED -> {
                // once more when the reason is another one
                require(
                        suppressed.add(decision.identifier()) || !onePolicy || customer == null,
                        decision,
                        "what is suppressed belongs to nobody");
                String left = customerOf.remove(decision.identifier());
                require(left == null ? customer == null : left.equals(customer), decision, "its customer is named");
                held.keySet().removeIf(link -> link.endsWith("|" + decision.identifier()));
            }
            case UNSUPPRESSED ->
                require(
                        suppressed.remove(decision.identifier()) || !onePolicy,
                        decision,
                        "what is unsuppressed was suppressed");
            case ASSERTED, RETRACTED -> {
                // what stewards say moves nobody by itself
                boolean pin = Decision.PIN.equals(decision.linkClass());
                require(pin || decision.members().size() == 2, decision, "a word names both its members");
                require(!pin || active.contains(customer), decision, "what is pinned is there");
            }
            default -> throw new AssertionError("nobody decides " + decision);
        }
    }

    private void enter(Decision decision, String customer) {
        for (String member : decision.members()) {
            String before = customerOf.put(member, customer);
            // a record that says something else is told to join the customer that it is of
            require(before == null || before.equals(customer), decision, member + " belonged to nobody else");
        }
    }

    private void move(Decision decision, String from, String to) {
        for (String member : decision.members()) {
            require(from.equals(customerOf.put(member, to)), decision, member + " moves from where it was");
        }
    }

    private static String link(Decision decision) {
        return decision.record() + "|" + decision.identifier();
    }

    private static void require(boolean holds, Decision decision, String what) {
        if (!holds) {
            throw new AssertionError(what + ": " + decision);
        }
    }

    /** Each member's customer. */
    public Map<String, String> membership() {
        return customerOf;
    }

    /** The constraint of each held link, by the link's key. */
    public Map<String, String> held() {
        return held;
    }

    public Set<String> suppressed() {
        return suppressed;
    }

    /** IDs of active customers. */
    public Set<String> active() {
        return active;
    }
}
