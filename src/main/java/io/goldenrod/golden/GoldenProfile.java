package io.goldenrod.golden;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Survivorship.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a customer's records say of it, as a value that can be added to: profiles of disjoint sets of records
 * taken together give the profile of all of them, in any order and grouping.
 *
 * @param attributes by attribute, the values that records carry, the surviving one first
 * @param consent by purpose, the statement in force: the last one, and of equal times the withdrawal
 * @param pins by attribute, the steward's choice in force: it survives, and the values that records carry are what it
 *     beat. Of an attribute of its own where no record says anything
 */
public record GoldenProfile(
        SortedMap<String, List<Candidate>> attributes,
        SortedMap<String, Consent> consent,
        SortedMap<String, Pin> pins) {

    /**
     * Values kept of one attribute. Beyond it the worst by the attribute's rules are left out, and counts are at least.
     */
    public static final int CANDIDATES_MAX = 200;

    /** Attributes kept of one customer, in name order, and pinned ones. */
    public static final int ATTRIBUTES_MAX = 1_000;

    public static final GoldenProfile EMPTY = new GoldenProfile(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /**
     * Whether a use of the data is allowed.
     *
     * @param given true when given, false when withdrawn
     * @param by who said so
     */
    public record Consent(boolean given, Observation by) {

        Consent orLater(Consent other) {
            int order = by.at().compareTo(other.by().at());
            if (order != 0) {
                return order > 0 ? this : other;
            }
            if (given != other.given) {
                return given ? other : this;
            }
            return by.record().compareTo(other.by().record()) >= 0 ? this : other;
        }
    }

    /** What one record says. */
    public static GoldenProfile of(SourceRecord record, Policy policy) {
        int trust = policy.source(record.key().source()).trustRank();
        var attributes = new TreeMap<String, List<Candidate>>();
        record.attributes().forEach((name, value) -> {
            var said = new Observation(record.key(), record.observedAt(), trust, value.value());
            attributes.put(name, List.of(Candidate.of(value.comparable(), said)));
        });
        var consent = new TreeMap<String, Consent>();
        record.consent().forEach((purpose, given) -> {
            var said = new Observation(record.key(), record.observedAt(), trust, given);
            consent.put(purpose, new Consent(given, said));
        });
        return new GoldenProfile(attributes, consent, new TreeMap<>());
    }

    /**
     * What one record says, and stewards by it.
     *
     * @param pins by attribute
     */
    public static GoldenProfile of(SourceRecord record, SortedMap<String, Pin> pins, Policy policy) {
        return of(record, policy).withPins(pins);
    }

    /** With these pins in the place of its own. */
    public GoldenProfile withPins(SortedMap<String, Pin> others) {
        return new GoldenProfile(attributes, consent, others);
    }

    /** Of each attribute the pin in force, whichever map it is in. */
    public static SortedMap<String, Pin> inForce(SortedMap<String, Pin> some, SortedMap<String, Pin> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        var both = new TreeMap<>(some);
        others.forEach((name, pin) -> both.merge(name, pin, Pin::orNewer));
        while (both.size() > ATTRIBUTES_MAX) {
            both.pollLastEntry();
        }
        return both;
    }

    /** The surviving value of the attribute, or null when nothing is said of it. */
    public Object value(String attribute, Policy policy) {
        Pin pin = pins.get(attribute);
        if (pin != null) {
            return pin.value();
        }
        List<Candidate> candidates = attributes.get(attribute);
        Rule rule = policy.survivorship().rulesFor(attribute).get(0);
        return candidates == null ? null : provenance(candidates.get(0), rule).value();
    }

    /** What both say together. */
    public GoldenProfile with(GoldenProfile other, Policy policy) {
        var attributesOfBoth = new TreeMap<>(attributes);
        other.attributes.forEach((name, candidates) -> attributesOfBoth.merge(
                name,
                candidates,
                (left, right) -> merged(left, right, order(policy.survivorship().rulesFor(name)))));
        while (attributesOfBoth.size() > ATTRIBUTES_MAX) {
            attributesOfBoth.pollLastEntry();
        }
        var consentOfBoth = new TreeMap<>(consent);
        other.consent.forEach((purpose, statement) -> consentOfBoth.merge(purpose, statement, Consent::orLater));
        return new GoldenProfile(attributesOfBoth, consentOfBoth, inForce(pins, other.pins));
    }

    private static List<Candidate> merged(List<Candidate> left, List<Candidate> right, Comparator<Candidate> order) {
        Map<String, Candidate> byValue = new TreeMap<>();
        left.forEach(candidate -> byValue.put(candidate.comparable(), candidate));
        right.forEach(candidate -> byValue.merge(candidate.comparable(), candidate, Candidate::with));
        var candidates = new ArrayList<>(byValue.values());
        candidates.sort(order);
        return List.copyOf(candidates.subList(0, Math.min(candidates.size(), CANDIDATES_MAX)));
    }

    /** The surviving value first; total, so that the order never depends on arrival. */
    private static Comparator<Candidate> order(List<Rule> rules) {
        Comparator<Candidate> order = order(rules.get(0));
        for (Rule rule : rules.subList(1, rules.size())) {
            order = order.thenComparing(order(rule));
        }
        return order.thenComparing(order(Rule.MOST_RECENT)).thenComparing(Candidate::comparable);
    }

    private static Comparator<Candidate> order(Rule rule) {
        return switch (rule) {
            // of equal times another rule decides, not the record's key
            case MOST_RECENT ->
                Comparator.comparing((Candidate candidate) -> candidate.last().at())
                        .reversed();
            case MOST_TRUSTED ->
                Comparator.comparingInt(candidate -> candidate.trusted().trustRank());
            case MOST_FREQUENT -> Comparator.comparingLong(Candidate::count).reversed();
            case LONGEST ->
                Comparator.comparingInt(
                                (Candidate candidate) -> candidate.comparable().length())
                        .reversed();
            case FIRST -> Comparator.comparing(candidate -> candidate.first().at());
            case MIN -> Candidate.BY_SIZE;
            case MAX -> Candidate.BY_SIZE.reversed();
            case UNION -> Comparator.comparing(Candidate::comparable);
        };
    }

    /** The observation by which the rule let the candidate survive. */
    public static Observation provenance(Candidate candidate, Rule rule) {
        return switch (rule) {
            case MOST_TRUSTED -> candidate.trusted();
            case FIRST -> candidate.first();
            default -> candidate.last();
        };
    }
}
