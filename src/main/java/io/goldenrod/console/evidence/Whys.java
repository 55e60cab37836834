package io.goldenrod.console.evidence;

import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.Links;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.console.Waterfall;
import io.goldenrod.console.evidence.WhyView.Corroborating;
import io.goldenrod.console.evidence.WhyView.End;
import io.goldenrod.console.evidence.WhyView.Field;
import io.goldenrod.console.evidence.WhyView.Held;
import io.goldenrod.console.evidence.WhyView.Missing;
import io.goldenrod.console.evidence.WhyView.Pair;
import io.goldenrod.console.evidence.WhyView.Past;
import io.goldenrod.console.evidence.WhyView.Step;
import io.goldenrod.console.evidence.WhyView.Suppressed;
import io.goldenrod.explain.Explanation;
import io.goldenrod.explain.Explanation.Part;
import io.goldenrod.explain.Explanation.Told;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.graph.ReviewStore;
import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.steward.ReviewQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes a page of an explanation. */
@Component
final class Whys {

    private static final String MATCHED = "MATCHED";
    private static final int TYPES_NAMED_MAX = 4;

    private final CustomerReads customers;
    private final CustomerHead.Finder heads;
    private final RecordReads records;
    private final PolicyInUse inUse;
    private final DecisionWords decisions;
    private final Values values;

    Whys(
            CustomerReads customers,
            CustomerHead.Finder heads,
            RecordReads records,
            PolicyInUse inUse,
            DecisionWords decisions,
            Values values) {
        this.customers = customers;
        this.heads = heads;
        this.records = records;
        this.inUse = inUse;
        this.decisions = decisions;
        this.values = values;
    }

    WhyView of(Explanation found) {
        List<Step> path = new ArrayList<>();
        Step weakest = null;
        int left = 0;
        if (found.sameCustomer()) {
            int before = 0;
            for (Explanation.Step each : found.path()) {
                boolean isWeakest = found.weakest() != null
                        && each.position() == found.weakest().position();
                path.add(step(each, isWeakest, each.position() > before + 1));
                before = each.position();
            }
            weakest = found.weakest() == null ? null : step(found.weakest(), true, false);
            left = found.pathLength() - path.size();
        }
        List<Pair> matches =
                list(found.matches()).stream().map(each -> pair(each, true)).toList();
        Pair nearest = found.nearest() == null ? null : pair(found.nearest().pair(), false);
        return new WhyView(
                found.sameCustomer(),
                end(found.from()),
                end(found.to()),
                path,
                left,
                weakest,
                list(found.corroborating()).stream().map(this::corroborating).toList(),
                Boolean.TRUE.equals(found.corroboratingCut()),
                list(found.history()).stream().map(this::past).toList(),
                Boolean.TRUE.equals(found.cut()),
                list(found.held()).stream().map(this::held).toList(),
                list(found.suppressed()).stream()
                        .map(each -> new Suppressed(values.member(each.identifier()), each.reason()))
                        .toList(),
                matches,
                nearest,
                found.nearest() == null ? 0 : found.nearest().compared(),
                found.nearest() != null && found.nearest().cut(),
                found.sameCustomer() ? null : missing(found));
    }

    private static <T> List<T> list(List<T> found) {
        return found == null ? List.of() : found;
    }

    private End end(Explanation.End end) {
        Shown name = end.customerId() == null
                ? null
                : customers
                        .customer(end.customerId())
                        .map(heads::head)
                        .map(CustomerHead::name)
                        .orElse(null);
        return new End(
                end.member(),
                values.member(end.member()),
                values.customer(end.customerId()),
                name,
                end.requestedId() == null ? end.member() : end.requestedId());
    }

    private Step step(Explanation.Step step, boolean isWeakest, boolean gap) {
        boolean isMatch = step.kind().equals(MATCHED);
        Policy policy = inUse.policy();
        return new Step(
                step.position(),
                values.member(step.from()),
                values.member(step.to()),
                step.kind(),
                strength(step.kind(), step.linkClass(), policy),
                step.linkClass(),
                step.source(),
                step.observedAt(),
                step.probability(),
                isMatch && step.breakdown() != null
                        ? pair(
                                step.from(),
                                step.to(),
                                MATCHED,
                                step.weight(),
                                step.probability(),
                                joins(),
                                step.breakdown(),
                                true)
                        : null,
                step.assertion(),
                values.words(step.by()),
                values.words(step.reason()),
                isWeakest,
                gap,
                step.decision() == null ? null : past(step.decision()));
    }

    private Double joins() {
        Policy policy = inUse.policy();
        return policy.matching() == null ? null : policy.matching().match();
    }

    private static String strength(String kind, String linkClass, Policy policy) {
        return switch (kind) {
            case MATCHED -> "matched";
            case "ASSERTED" -> "asserted";
            default -> policy.linking(linkClass).name();
        };
    }

    private Corroborating corroborating(Explanation.Corroboration each) {
        return new Corroborating(
                strength(each.kind(), each.linkClass(), inUse.policy()),
                each.linkClass(),
                each.over() == null ? null : values.member(each.over()),
                each.members().stream().map(values::member).toList(),
                each.weight());
    }

    private Past past(Told told) {
        return new Past(decisions.of(new DecisionEntry(
                told.seq(),
                told.at(),
                told.kind(),
                told.policy(),
                told.request(),
                told.customerId(),
                told.otherId(),
                told.record(),
                told.over(),
                told.linkClass(),
                null,
                null,
                List.of())));
    }

    private Held held(Explanation.Held each) {
        boolean isWord = each.assertion() != null;
        return new Held(
                each.kind(),
                strength(each.kind(), each.linkClass(), inUse.policy()),
                each.linkClass(),
                values.member(each.from()),
                values.member(each.to()),
                each.constraint(),
                isWord ? null : values.words(each.detail()),
                each.observedAt(),
                each.probability(),
                each.assertion(),
                values.words(each.by()),
                values.words(each.reason()),
                isWord ? null : review(ReviewStore.Kind.HELD_MATCH, each.from(), each.to()));
    }

    private Pair pair(Explanation.Pair each, boolean isStored) {
        return pair(
                each.left(),
                each.right(),
                each.status(),
                each.weight(),
                each.probability(),
                each.threshold(),
                each.breakdown(),
                isStored);
    }

    private Pair pair(
            String left,
            String right,
            String status,
            double weight,
            double probability,
            Double threshold,
            List<Part> parts,
            boolean isStored) {
        return new Pair(
                values.member(left),
                values.member(right),
                status,
                probability,
                threshold,
                Waterfall.of(
                        parts.stream()
                                .map(part -> new Waterfall.Part(part.field(), part.level(), part.weight()))
                                .toList(),
                        weight,
                        threshold),
                fields(left, right),
                switch (status) {
                    case "REVIEW" -> isStored ? review(ReviewStore.Kind.POSSIBLE_MATCH, left, right) : null;
                    case "HELD" -> review(ReviewStore.Kind.HELD_MATCH, left, right);
                    default -> null;
                });
    }

    /** The page of the item that a pair or a link is. @param kind of a pair */
    private static String review(ReviewStore.Kind kind, String from, String to) {
        RecordKey one = Decision.recordOf(from);
        RecordKey other = Decision.recordOf(to);
        if (one != null && other != null) {
            boolean isOrdered = one.compareTo(other) < 0;
            return Links.review(ReviewQueue.idOf(kind, isOrdered ? one : other, isOrdered ? to : from));
        }
        return one == null && other == null
                ? null
                : Links.review(ReviewQueue.idOf(
                        ReviewStore.Kind.HELD_LINK, one == null ? other : one, one == null ? from : to));
    }

    /** What two records say, what they differ in first. */
    private List<Field> fields(String left, String right) {
        Map<String, AttributeValue> one = attributes(left);
        Map<String, AttributeValue> other = attributes(right);
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names.stream()
                .map(name -> field(name, one.get(name), other.get(name)))
                .sorted(Comparator.comparing(
                        each -> List.of("different", "same", "one").indexOf(each.verdict())))
                .toList();
    }

    private Map<String, AttributeValue> attributes(String member) {
        return Optional.ofNullable(Decision.recordOf(member))
                .flatMap(records::record)
                .map(RecordReads.RecordEntry::attributes)
                .orElse(Map.of());
    }

    private Field field(String name, AttributeValue left, AttributeValue right) {
        String verdict = left == null || right == null
                ? "one"
                : left.comparable().equals(right.comparable()) ? "same" : "different";
        return new Field(
                name,
                left == null ? null : values.attribute(name, left.value()),
                right == null ? null : values.attribute(name, right.value()),
                verdict);
    }

    /** Identifier types that name a person, those that one of the two has first. */
    private String strongTypes(Explanation found, Policy policy) {
        Set<String> carried = list(found.customers()).stream()
                .flatMap(id -> customers.customer(id).stream())
                .flatMap(customer -> customer.members().items().stream())
                .map(CustomerReads.MemberIdentifier::type)
                .collect(Collectors.toSet());
        return policy.types().stream()
                .filter(type -> type.linking() == Linking.STRONG)
                .sorted(Comparator.comparing(type -> !carried.contains(type.name())))
                .map(IdentifierType::name)
                .limit(TYPES_NAMED_MAX)
                .collect(Collectors.joining(", "));
    }

    /** What would make them one. */
    private Missing missing(Explanation found) {
        Explanation.End loose =
                found.from().customerId() == null ? found.from() : found.to().customerId() == null ? found.to() : null;
        if (loose != null) {
            boolean isSuppressed = list(found.suppressed()).stream()
                    .anyMatch(each -> each.identifier().equals(loose.member()));
            return new Missing(
                    isSuppressed ? "suppressed" : "allHeld",
                    List.of(values.member(loose.member()).text()));
        }
        if (!list(found.held()).isEmpty()) {
            return new Missing("held." + found.held().get(0).constraint(), List.of());
        }
        Policy policy = inUse.policy();
        String types = strongTypes(found, policy);
        if (!list(found.matches()).isEmpty()) {
            Explanation.Pair best = found.matches().get(0);
            return new Missing("review", List.of(values.percent(best.probability()), values.percent(best.threshold())));
        }
        return policy.matching() == null
                ? new Missing("shared", List.of(types))
                : new Missing(
                        "sharedOrMatch",
                        List.of(types, values.percent(policy.matching().match())));
    }
}
