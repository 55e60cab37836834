package io.goldenrod.graph;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Members of customers and what they are linked with, a few at a time: a customer may have any number of them. Members
 * are named as {@code record:source/recordId} and {@code type:value}.
 *
 * <p>Every method throws {@link GraphUnavailableException} when the store does not answer.
 */
public interface Neighbours {

    /** The identifiers of a current customer that most records carry, the most carried first. */
    List<String> hubs(String customerId, int limit);

    /** Of each identifier some records that carry it and belong to the same customer. */
    List<Pair> carriers(Collection<String> identifiers, int each);

    /** Links of a current customer's members that are held, or that stewards made: one of these first. */
    List<Pair> exceptions(String customerId, int limit);

    /** Identifiers that some of the members carry and that do not link. */
    List<String> suppressed(Collection<String> members, int limit);

    /** What the member is linked with, held links included, in the order of names, from after one. */
    Page<String> of(String member, String after, int limit);

    /** Those of the members that are there. */
    List<Standing> standings(Collection<String> members);

    /** The links between the members, held ones included. */
    List<Tie> ties(Collection<String> members);

    /** Two members that are linked. */
    record Pair(String member, String other) {}

    /**
     * A member.
     *
     * @param customerId whose it is; null when it is nobody's
     * @param suppressed why an identifier does not link; null when it does
     * @param links how many it has, held ones included
     */
    record Standing(String member, String customerId, String suppressed, long links) {}

    /**
     * A link.
     *
     * @param kind {@code OBSERVED}, {@code MATCHED}, {@code SAME} or {@code DIFFERENT}
     * @param at when it was observed or said; null of a match
     * @param held the constraint that holds it; null when it is not held
     * @param detail what exactly holds it; null when it is not held
     * @param probability of a match, 0 to 1; null of others
     */
    record Tie(String from, String to, String kind, Instant at, String held, String detail, Double probability) {}
}
