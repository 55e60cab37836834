package io.goldenrod.lineage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which links were held, and which identifiers suppressed, from the decisions in their order. */
public final class PastHolds {

    private final Map<String, Decision> held = new LinkedHashMap<>();
    private final Map<String, Decision> suppressed = new LinkedHashMap<>();

    private PastHolds() {}

    /** @param decisions all that name a member at an end of the links that are asked about */
    public static PastHolds of(Collection<Numbered> decisions) {
        PastHolds holds = new PastHolds();
        decisions.forEach(each -> holds.apply(each.decision()));
        return holds;
    }

    private void apply(Decision decision) {
        switch (decision.kind()) {
            case HELD -> held.put(link(decision.record(), decision.identifier()), decision);
            case RELEASED -> held.remove(link(decision.record(), decision.identifier()));
            case SUPPRESSED -> {
                suppressed.put(decision.identifier(), decision);
                held.values().removeIf(each -> each.identifier().equals(decision.identifier()));
            }
            case UNSUPPRESSED -> suppressed.remove(decision.identifier());
            default -> {
                // holds nothing
            }
        }
    }

    private static String link(String record, String identifier) {
        return record + "|" + identifier;
    }

    /** By {@code record|member}, the decision that holds the link. */
    public Map<String, Decision> held() {
        return held;
    }

    /** The decision that holds the link of a record to an identifier; null when it is not held. */
    public Decision held(String record, String identifier) {
        return held.get(link(record, identifier));
    }

    /** The decision by which an identifier does not link; null when none says so. */
    public Decision suppressed(String identifier) {
        return suppressed.get(identifier);
    }
}
