package io.goldenrod.golden;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A value that some of a customer's records carry, and who says so.
 *
 * @param comparable its normalised form
 * @param count records that carry it
 * @param first the earliest observation
 * @param last the latest observation
 * @param trusted the observation of the most trusted source, the latest of these
 */
public record Candidate(String comparable, long count, Observation first, Observation last, Observation trusted) {

    static Candidate of(String comparable, Observation observation) {
        return new Candidate(comparable, 1, observation, observation, observation);
    }

    /** What both observed together; both carry the same comparable value. */
    Candidate with(Candidate other) {
        boolean otherIsLater = Observation.BY_TIME.compare(last, other.last) < 0;
        return new Candidate(
                comparable,
                count + other.count,
                Observation.BY_TIME.compare(first, other.first) <= 0 ? first : other.first,
                otherIsLater ? other.last : last,
                Observation.BY_TRUST.compare(trusted, other.trusted) >= 0 ? trusted : other.trusted);
    }

    /** Numbers by size, all else by text. */
    static final Comparator<Candidate> BY_SIZE = (one, other) -> {
        BigDecimal left = number(one.comparable);
        BigDecimal right = number(other.comparable);
        if (left != null && right != null && left.compareTo(right) != 0) {
            return left.compareTo(right);
        }
        if (left == null != (right == null)) {
            return left != null ? -1 : 1;
        }
        return one.comparable.compareTo(other.comparable);
    };

    private static BigDecimal number(String text) {
        if (text.isEmpty() || text.length() > 40 || "0123456789-.".indexOf(text.charAt(0)) < 0) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
