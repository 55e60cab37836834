package io.goldenrod.partition;

import io.goldenrod.policy.Contested;
import java.util.Comparator;
import java.util.Objects;

/**
 * A reason to join two members of a {@link Component}.
 *
 * @param left index of a member
 * @param right index of another member
 * @param linkClass its strength
 * @param score higher is taken first within a class; 0 where links of a class do not differ
 * @param at when it was observed, epoch milliseconds
 * @param key names the link, and decides between links that are otherwise equal
 */
public record Link(int left, int right, LinkClass linkClass, double score, long at, String key) {

    /**
     * The total order in which links are taken: class, score, time (late first, unless the class says earliest), key.
     */
    public static final Comparator<Link> ORDER = Link::compare;

    public Link {
        Objects.requireNonNull(linkClass, "linkClass");
        Objects.requireNonNull(key, "key");
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("a link's score is a number");
        }
    }

    /** By hand, as this is most of the time that a partition takes. */
    private static int compare(Link one, Link other) {
        if (one.linkClass != other.linkClass && one.linkClass.rank() != other.linkClass.rank()) {
            return Integer.compare(one.linkClass.rank(), other.linkClass.rank());
        }
        if (one.score != other.score) {
            return Double.compare(other.score, one.score);
        }
        int byTime = Long.compare(one.timeOrder(), other.timeOrder());
        return byTime != 0 ? byTime : one.key.compareTo(other.key);
    }

    private long timeOrder() {
        return linkClass.contested() == Contested.EARLIEST ? at : -at;
    }
}
