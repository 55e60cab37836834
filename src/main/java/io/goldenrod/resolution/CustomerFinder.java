package io.goldenrod.resolution;

import io.goldenrod.golden.Pin;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.ProfileValue;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.graph.IdentifierLookup.Resolution;
import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.normalize.IdentifierOutcome;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.resolution.CustomerMatch.Confidence;
import io.goldenrod.resolution.CustomerMatch.Conflict;
import io.goldenrod.resolution.CustomerMatch.Reason;
import io.goldenrod.resolution.CustomerMatch.Similar;
import io.goldenrod.resolution.RecordSearch.Hit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the customer that several identifiers mean together: the one to which the strongest leads, by the policy's
 * order of link classes; of two that are equal in that, the one with more; then the one whose profile fits the given
 * attributes better. Where no identifier leads anywhere, the one with a record that the given attributes match. When
 * nothing tells them apart, the answer says so and does not guess.
 */
public final class CustomerFinder {

    /** Customers whose profiles are read to break a tie. */
    private static final int TIED_MAX = 5;

    /** Similar customers that an answer names. */
    private static final int SIMILAR_MAX = 5;

    private static final int WEAK = 1_000;
    private static final String ASKING = "question";

    private final IdentifierLookup lookup;
    private final CustomerReads customers;
    private final RecordSearch search;
    private final PolicyInUse inUse;
    private final Clock clock;

    public CustomerFinder(
            IdentifierLookup lookup, CustomerReads customers, RecordSearch search, PolicyInUse inUse, Clock clock) {
        this.search = search;
        this.lookup = lookup;
        this.customers = customers;
        this.inUse = inUse;
        this.clock = clock;
    }

    /** An identifier with its place in the question. */
    private record Given(String field, Identifier identifier) {}

    /** How a profile fits the given attributes. */
    private record Fit(List<String> agreeing, List<String> contradicting) {
        private int balance() {
            return agreeing.size() - contradicting.size();
        }
    }

    /** Whether attributes alone can lead to a customer. */
    public boolean searches() {
        return search.isOn();
    }

    /** @throws io.goldenrod.graph.GraphUnavailableException when the store does not answer */
    public CustomerMatch find(CustomerQuestion question) {
        var conflicts = new ArrayList<Conflict>();
        Map<Identifier, Given> given = normalize(question, conflicts);
        List<Answer> answers = lookup.find(List.copyOf(given.keySet()));
        var leading = new TreeMap<String, List<Given>>();
        var elsewhere = new LinkedHashMap<Given, Answer>();
        int position = 0;
        for (Given one : given.values()) {
            Answer answer = answers.get(position++);
            if (answer.resolution() == Resolution.MATCHED) {
                leading.computeIfAbsent(answer.customerId(), id -> new ArrayList<>())
                        .add(one);
            } else {
                elsewhere.put(one, answer);
            }
        }
        elsewhere.forEach((one, answer) -> conflicts.add(unresolved(one, answer)));
        Map<String, Hit> similar = similar(question);
        if (!leading.isEmpty()) {
            return choose(question, given.size(), leading, conflicts, similar);
        }
        List<Hit> matching = similar.values().stream()
                .filter(hit -> hit.verdict() == Verdict.MATCH)
                .toList();
        return matching.size() == 1
                ? matched(question, matching.get(0), given.size(), conflicts, similar)
                : unmatched(conflicts, elsewhere.values(), similar);
    }

    /** The best record of each customer that the attributes may be of, the most likely first. */
    private Map<String, Hit> similar(CustomerQuestion question) {
        Map<String, Hit> similar = new LinkedHashMap<>();
        if (search.isOn() && !question.attributes().isEmpty()) {
            search.search(question, RecordSearch.HITS_MAX).hits().stream()
                    .filter(hit -> hit.verdict() != Verdict.NONE)
                    .forEach(hit -> similar.putIfAbsent(hit.customerId(), hit));
        }
        return similar;
    }

    private static List<Similar> others(Map<String, Hit> similar, String chosen) {
        return similar.values().stream()
                .filter(hit -> !hit.customerId().equals(chosen))
                .limit(SIMILAR_MAX)
                .map(CustomerFinder::similar)
                .toList();
    }

    private static Similar similar(Hit hit) {
        return new Similar(hit.customerId(), hit.record(), hit.score().probability());
    }

    /** Found by attributes alone. */
    private CustomerMatch matched(
            CustomerQuestion question, Hit hit, int given, List<Conflict> conflicts, Map<String, Hit> similar) {
        Fit fit = fit(hit.customerId(), attributes(question));
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason("MATCH", null, null, null, similar(hit)));
        confirm(fit, reasons, conflicts);
        var confidence = new Confidence(
                "matched",
                null,
                0,
                given,
                fit.agreeing().size(),
                fit.contradicting().size(),
                hit.score().probability());
        return new CustomerMatch(
                Resolution.MATCHED,
                hit.customerId(),
                confidence,
                reasons,
                conflicts,
                List.of(),
                others(similar, hit.customerId()));
    }

    private static void confirm(Fit fit, List<Reason> reasons, List<Conflict> conflicts) {
        fit.agreeing().forEach(name -> reasons.add(new Reason("ATTRIBUTE", null, null, name, null)));
        fit.contradicting()
                .forEach(name -> conflicts.add(
                        new Conflict("ATTRIBUTE", "attributes." + name, null, null, "the profile has another value")));
    }

    private Map<Identifier, Given> normalize(CustomerQuestion question, List<Conflict> conflicts) {
        var given = new LinkedHashMap<Identifier, Given>();
        for (int i = 0; i < question.identifiers().size(); i++) {
            RawIdentifier raw = question.identifiers().get(i);
            String field = "identifiers[" + i + "]";
            IdentifierOutcome outcome = inUse.normalizer().identifier(raw.type(), raw.value(), question.source());
            if (outcome instanceof IdentifierOutcome.Normalized normalized) {
                given.putIfAbsent(normalized.identifier(), new Given(field, normalized.identifier()));
            } else if (outcome instanceof IdentifierOutcome.Refusal refusal) {
                conflicts.add(new Conflict("INVALID", field, null, null, refusal.message()));
            }
        }
        return given;
    }

    private static Conflict unresolved(Given one, Answer answer) {
        String detail = answer.resolution() == Resolution.UNKNOWN
                ? "no record carries it"
                : "it names no single customer: " + answer.ambiguity();
        return new Conflict(answer.resolution().name(), one.field(), one.identifier(), null, detail);
    }

    private static CustomerMatch unmatched(
            List<Conflict> conflicts, Iterable<Answer> answers, Map<String, Hit> similar) {
        var candidates = new ArrayList<String>();
        boolean known = false;
        for (Answer answer : answers) {
            known |= answer.resolution() == Resolution.AMBIGUOUS;
            answer.candidates().forEach(candidate -> candidates.add(candidate.customerId()));
        }
        similar.values().forEach(hit -> candidates.add(hit.customerId()));
        List<String> bounded = candidates.stream()
                .distinct()
                .limit(IdentifierLookup.CANDIDATES_MAX)
                .toList();
        Resolution resolution = known || !similar.isEmpty() ? Resolution.AMBIGUOUS : Resolution.UNKNOWN;
        return new CustomerMatch(resolution, null, null, List.of(), conflicts, bounded, others(similar, null));
    }

    private CustomerMatch choose(
            CustomerQuestion question,
            int given,
            Map<String, List<Given>> leading,
            List<Conflict> conflicts,
            Map<String, Hit> similar) {
        leading.values().forEach(led -> led.sort(Comparator.comparingInt(one -> linkClass(one.identifier()))));
        List<String> ranked = new ArrayList<>(leading.keySet());
        ranked.sort((left, right) -> compare(leading.get(left), leading.get(right)));
        List<String> best = new ArrayList<>();
        for (String id : ranked) {
            if (compare(leading.get(ranked.get(0)), leading.get(id)) == 0) {
                best.add(id);
            }
        }
        var fits = new LinkedHashMap<String, Fit>();
        Map<String, AttributeValue> asked = attributes(question);
        best.stream().limit(TIED_MAX).forEach(id -> fits.put(id, fit(id, asked)));
        if (best.size() > 1) {
            best.removeIf(id -> !fits.containsKey(id));
            int highest = fits.values().stream().mapToInt(Fit::balance).max().orElse(0);
            best.removeIf(id -> fits.get(id).balance() < highest);
        }
        String chosen = best.size() == 1 ? best.get(0) : null;
        leading.forEach((id, led) -> {
            if (!id.equals(chosen)) {
                led.forEach(one -> conflicts.add(new Conflict(
                        "OTHER_CUSTOMER", one.field(), one.identifier(), id, "it leads to another customer")));
            }
        });
        if (chosen == null) {
            return new CustomerMatch(
                    Resolution.AMBIGUOUS, null, null, List.of(), conflicts, best, others(similar, null));
        }
        return matched(chosen, leading.get(chosen), given, fits.get(chosen), conflicts, similar);
    }

    /** The attributes as a record would carry them; those that cannot be understood say nothing. */
    private Map<String, AttributeValue> attributes(CustomerQuestion question) {
        if (question.attributes().isEmpty()) {
            return Map.of();
        }
        String source = question.source() != null && RecordKey.isSource(question.source()) ? question.source() : ASKING;
        var record = new RawRecord(source, ASKING, null, List.of(), question.attributes(), Map.of());
        return inUse.normalizer().normalize(record, clock.instant()) instanceof NormalizedRecord.Accepted accepted
                ? accepted.record().attributes()
                : Map.of();
    }

    private CustomerMatch matched(
            String chosen, List<Given> led, int given, Fit fit, List<Conflict> conflicts, Map<String, Hit> similar) {
        var reasons = new ArrayList<Reason>();
        led.forEach(
                one -> reasons.add(new Reason("IDENTIFIER", one.identifier(), linking(one.identifier()), null, null)));
        confirm(fit, reasons, conflicts);
        Identifier strongest = led.get(0).identifier();
        var confidence = new Confidence(
                strongest.type(),
                linking(strongest),
                led.size(),
                given,
                fit.agreeing().size(),
                fit.contradicting().size(),
                null);
        return new CustomerMatch(
                Resolution.MATCHED, chosen, confidence, reasons, conflicts, List.of(), others(similar, chosen));
    }

    /** Negative when the left evidence is better. Both are sorted by link class. */
    private int compare(List<Given> left, List<Given> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int byClass = Integer.compare(
                    linkClass(left.get(i).identifier()), linkClass(right.get(i).identifier()));
            if (byClass != 0) {
                return byClass;
            }
        }
        return Integer.compare(right.size(), left.size());
    }

    private int linkClass(Identifier identifier) {
        IdentifierType type = inUse.policy().type(identifier.type());
        if (type == null) {
            return 2 * WEAK;
        }
        return type.linking() == Linking.STRONG ? type.priority() : WEAK + type.priority();
    }

    private Linking linking(Identifier identifier) {
        IdentifierType type = inUse.policy().type(identifier.type());
        return type == null ? Linking.NONE : type.linking();
    }

    private Fit fit(String customerId, Map<String, AttributeValue> asked) {
        var fit = new Fit(new ArrayList<>(), new ArrayList<>());
        if (asked.isEmpty()) {
            return fit;
        }
        customers
                .customer(customerId)
                .ifPresent(customer -> asked.forEach((name, value) -> {
                    List<ProfileValue> known = customer.profile().attributes().getOrDefault(name, List.of());
                    Pin pin = customer.profile().pins().get(name);
                    if (!known.isEmpty() || pin != null) {
                        boolean agrees = pin != null && value.comparable().equals(pin.comparable())
                                || known.stream()
                                        .anyMatch(one -> value.comparable().equals(one.comparable()));
                        (agrees ? fit.agreeing() : fit.contradicting()).add(name);
                    }
                }));
        return fit;
    }
}
