package io.goldenrod.console.review;

import io.goldenrod.console.Links;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.console.Waterfall;
import io.goldenrod.console.review.SideBySide.Row;
import io.goldenrod.console.review.Sides.Known;
import io.goldenrod.console.review.Sides.Side;
import io.goldenrod.graph.ReviewStore.Evidence;
import io.goldenrod.graph.ReviewStore.Item;
import io.goldenrod.graph.ReviewStore.Kind;
import io.goldenrod.graph.ReviewStore.Note;
import io.goldenrod.graph.ReviewStore.Verdict;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.Matching;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Veto;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.steward.Review;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Items of the queue as they are shown. */
@Component
class Items {

    private final Sides sides;
    private final PolicyInUse policies;
    private final Values values;

    Items(Sides sides, PolicyInUse policies, Values values) {
        this.sides = sides;
        this.policies = policies;
        this.values = values;
    }

    /** One end in the list. @param name of its customer; null when there is none */
    record End(Shown member, Shown name, long records) {}

    /**
     * A line of the list.
     *
     * @param probability null for a link to an identifier
     * @param verdict SAME, DIFFERENT or LATER; null when it was not decided here
     */
    record Line(
            String id,
            String kind,
            End left,
            End right,
            String constraint,
            Double probability,
            long records,
            int customers,
            String assignee,
            int comments,
            String verdict,
            String verdictBy,
            boolean canUndo) {}

    /** Something said about an item. */
    record Said(Shown text, Shown by, Instant at) {}

    /**
     * An item with all that helps to judge it.
     *
     * @param isOpen whether it can be decided
     * @param rows empty when a side is gone
     * @param byCustomer whether the rows are of the two customers as a whole
     * @param cause what exactly holds it; null when nothing does
     * @param fall null for a link to an identifier
     * @param rules by which the two were found
     * @param assertion by which a steward's word decides it; null when none does
     */
    record Whole(
            Line line,
            String status,
            boolean isOpen,
            Side left,
            Side right,
            List<Row> rows,
            boolean byCustomer,
            Cause cause,
            Waterfall fall,
            List<Shown> rules,
            String why,
            List<Said> comments,
            Said verdict,
            String assertion) {}

    /**
     * What exactly holds a link.
     *
     * @param key of the message that says it
     * @param arguments of that message
     */
    record Cause(String key, List<Object> arguments) {

        /** As messages take them. */
        public Object[] values() {
            return arguments.toArray();
        }
    }

    List<Line> lines(List<Review> reviews) {
        Known known = sides.known();
        return reviews.stream().map(review -> line(review, known)).toList();
    }

    private Line line(Review review, Known known) {
        Item item = review.item();
        Note note = review.note();
        Verdict verdict =
                note == null || note.verdict() == null || !note.verdict().inForce() ? null : note.verdict();
        return new Line(
                review.ends().id(),
                review.ends().kind().name(),
                end(review.ends().leftMember(), item == null ? null : item.leftCustomer(), known),
                end(review.ends().right(), item == null ? null : item.rightCustomer(), known),
                item == null || item.constraint() == null
                        ? null
                        : item.constraint().name(),
                item == null ? null : item.probability(),
                review.records(),
                review.customers(),
                note == null ? null : note.assignee(),
                note == null ? 0 : note.comments().size(),
                verdict == null ? null : verdict.choice().name(),
                verdict == null ? null : verdict.by(),
                verdict != null);
    }

    private End end(String member, String customer, Known known) {
        return new End(values.member(member), known.of(customer), known.records(customer));
    }

    /** @param byCustomer whether to compare the two customers as a whole */
    Whole whole(Review review, boolean byCustomer) {
        Known known = sides.known();
        Item item = review.item();
        String leftCustomer = item == null ? null : item.leftCustomer();
        String rightCustomer = item == null ? null : item.rightCustomer();
        String leftMember = review.ends().leftMember();
        String rightMember = review.ends().right();
        Side left = byCustomer
                ? sides.customer(values.member(leftMember), leftCustomer, known)
                : sides.side(leftMember, leftCustomer, known);
        Side right = byCustomer
                ? sides.customer(values.member(rightMember), rightCustomer, known)
                : sides.side(rightMember, rightCustomer, known);
        Evidence evidence = item == null ? null : item.evidence();
        boolean isPair = item != null && item.weight() != null && evidence != null;
        Line line = line(review, known);
        Note note = review.note();
        boolean isLater = "LATER".equals(line.verdict) && item != null && !item.isOne() && item.assertion() == null;
        return new Whole(
                line,
                review.status().name(),
                review.status() == Review.Status.OPEN || isLater,
                left,
                right,
                rows(left, right, isPair && !byCustomer ? levels(evidence) : Map.of(), causes(item)),
                byCustomer,
                item == null ? null : cause(item),
                isPair ? Waterfall.ofLines(evidence.breakdown(), item.weight(), joinFrom()) : null,
                isPair ? evidence.rules().stream().map(values::words).toList() : List.of(),
                Links.why(leftMember, rightMember),
                note == null
                        ? List.of()
                        : note.comments().stream()
                                .map(each -> new Said(values.words(each.text()), values.words(each.by()), each.at()))
                                .toList(),
                line.verdict == null
                        ? null
                        : new Said(
                                values.words(note.verdict().reason()),
                                values.words(note.verdict().by()),
                                note.verdict().at()),
                item == null ? null : item.assertion());
    }

    private List<Row> rows(Side left, Side right, Map<String, String> levels, Set<String> causes) {
        if (left.said() == null || right.said() == null) {
            return List.of();
        }
        List<String> types = List.copyOf(policies.policy().identifierTypes().keySet());
        return SideBySide.of(left.said(), right.said(), types, levels, causes);
    }

    private Double joinFrom() {
        Matching matching = policies.policy().matching();
        return matching == null ? null : matching.match();
    }

    private static Map<String, String> levels(Evidence evidence) {
        Map<String, String> levels = new HashMap<>();
        Waterfall.ofLines(evidence.breakdown(), 0, null)
                .steps()
                .forEach(step -> levels.put(step.field(), step.level()));
        return levels;
    }

    /** The fields that hold the link: a limited type, or the attributes of a veto. */
    private Set<String> causes(Item item) {
        String detail =
                item == null || item.evidence() == null ? null : item.evidence().detail();
        Set<String> causes = new HashSet<>();
        if (detail != null && item.constraint() == Constraint.LIMIT) {
            causes.add(Limit.of(detail).map(Limit::type).orElse(""));
        }
        if (detail != null && item.constraint() == Constraint.CONFLICT) {
            Policy policy = policies.policy();
            for (Veto veto : policy.vetoes()) {
                if (veto.name().equals(detail)) {
                    veto.parts().forEach(part -> causes.add(part.attribute()));
                }
            }
            causes.add(detail);
        }
        if (item != null && item.kind() == Kind.HELD_LINK && causes.isEmpty()) {
            int colon = item.right().indexOf(':');
            causes.add(item.right().substring(0, colon));
        }
        return causes;
    }

    private Cause cause(Item item) {
        if (item.constraint() == null) {
            return null;
        }
        String detail = item.evidence() == null ? null : item.evidence().detail();
        if (detail == null) {
            return new Cause("review.cause.none", List.of());
        }
        return item.constraint() == Constraint.LIMIT
                ? Limit.of(detail)
                        .map(limit -> limit.span().isEmpty()
                                ? new Cause("review.cause.limit", List.of(limit.type(), limit.found(), limit.most()))
                                : new Cause(
                                        "review.cause.limitIn",
                                        List.of(limit.type(), limit.found(), limit.most(), limit.span())))
                        .orElseGet(() -> plain(detail))
                : plain(detail);
    }

    private Cause plain(String detail) {
        return new Cause("review.cause.plain", List.of(values.words(detail).text()));
    }
}
