package io.goldenrod.graph;

import java.time.Instant;
import java.util.Objects;

/**
 * A steward's word about two members, in force until it is retracted. It counts while both members are there: if one
 * goes, it waits for it to come again.
 *
 * @param id its own, never given out again
 * @param left a member, as {@code record:crm/1001} or {@code email:ada@example.org}
 * @param right another one
 * @param by who said it
 * @param at when
 * @param reason why; may be empty
 * @param leftCustomer the customer that the left member belongs to; null when it is not there or belongs to none
 * @param rightCustomer likewise
 */
public record StoredAssertion(
        String id,
        Kind kind,
        String left,
        String right,
        String by,
        Instant at,
        String reason,
        String leftCustomer,
        String rightCustomer) {

    /** What is said of the two. */
    public enum Kind {
        /** They are of one person: no limit or veto parts them. */
        SAME,
        /** They are of two people: nothing joins them. */
        DIFFERENT
    }

    public StoredAssertion {
        Objects.requireNonNull(kind, "kind");
        if (left.equals(right)) {
            throw new IllegalArgumentException("an assertion names two members");
        }
    }

    /** Names the link in the order of links. */
    public String key() {
        return kind + "|" + id;
    }

    /** The other one of its two members. */
    public String other(String member) {
        return member.equals(left) ? right : left;
    }
}
