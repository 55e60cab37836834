package io.goldenrod.steward;

import io.goldenrod.graph.ReviewStore.Item;
import io.goldenrod.graph.ReviewStore.Kind;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Constraint;
import io.goldenrod.steward.Review.Status;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which items are asked for. All but the status may be null, for any.
 *
 * @param constraint what holds it
 * @param assignee who sees to it
 * @param source of a record at either end
 * @param identifierType of the identifier at the right end
 * @param probabilityMin 0 to 1; what has no probability is left out
 */
public record ReviewFilter(
        Status status,
        Kind kind,
        Constraint constraint,
        String assignee,
        String source,
        String identifierType,
        Double probabilityMin) {

    /** What waits for a steward, of any kind. */
    public static final ReviewFilter OPEN = new ReviewFilter(Status.OPEN, null, null, null, null, null, null);

    /** Whether items of the kind can be asked for. */
    boolean wants(Kind each) {
        boolean held = each != Kind.POSSIBLE_MATCH;
        return (kind == null || kind == each)
                && (constraint == null || held)
                && (identifierType == null || each == Kind.HELD_LINK)
                && (probabilityMin == null || each != Kind.HELD_LINK);
    }

    /** Which constraints can be asked for: what a steward's own word holds does not wait for one. */
    Set<Constraint> constraints() {
        return constraint != null ? EnumSet.of(constraint) : EnumSet.complementOf(EnumSet.of(Constraint.DIFFERENT));
    }

    boolean fits(Item item) {
        return wants(item.kind())
                && (constraint == null || item.constraint() == constraint)
                && (item.constraint() != Constraint.DIFFERENT || constraint != null)
                && (probabilityMin == null || item.probability() >= probabilityMin)
                && fitsEnds(item.left().source(), item.right());
    }

    /** Of what is gone only the ends are known. */
    boolean fitsGone(Review review) {
        return wants(review.ends().kind())
                && constraint == null
                && probabilityMin == null
                && fitsEnds(review.ends().left().source(), review.ends().right());
    }

    private boolean fitsEnds(String leftSource, String right) {
        boolean bySource =
                source == null || source.equals(leftSource) || right.startsWith(Decision.MEMBER_RECORD + source + "/");
        return bySource && (identifierType == null || right.startsWith(identifierType + ":"));
    }
}
