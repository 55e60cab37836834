package io.goldenrod.graph;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Constraint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may need a steward, and what stewards noted of it. Items are what the graph holds at the moment; a note is kept
 * only of those that somebody touched. Every answer is bounded.
 *
 * <p>Every method throws {@link GraphUnavailableException} when the store does not answer.
 */
public interface ReviewStore {

    /** Most comments of one item. */
    int COMMENTS_MAX = 100;

    /** What an item is. */
    enum Kind {
        /** A record's link to an identifier that a constraint holds. */
        HELD_LINK,
        /** A match between two records that a constraint holds. */
        HELD_MATCH,
        /** Two records that may be of one person. */
        POSSIBLE_MATCH
    }

    /**
     * The two ends of an item, which name it.
     *
     * @param id a function of all else
     * @param right a member, as {@code record:crm/1001} or {@code email:ada@example.org}
     */
    record Ends(String id, Kind kind, RecordKey left, String right) {

        /** The left record as a member. */
        public String leftMember() {
            return Decision.member(left);
        }
    }

    /**
     * Something that may need a steward.
     *
     * @param left a record
     * @param right a member
     * @param leftCustomer the left record's customer
     * @param rightCustomer the right member's customer; null when it belongs to none
     * @param leftRecords how many records the left customer has
     * @param rightRecords how many the right one has; 0 when there is none
     * @param constraint what holds the link; null for a possible match
     * @param weight in bits; null for a link to an identifier, as all that follows
     * @param assertion of a steward about just these two; null when there is none
     * @param evidence null when it was not asked for
     */
    record Item(
            Kind kind,
            RecordKey left,
            String right,
            String leftCustomer,
            String rightCustomer,
            long leftRecords,
            long rightRecords,
            Constraint constraint,
            Double weight,
            Double probability,
            String assertion,
            Evidence evidence) {

        /** Whether both ends came to one customer, so that there is nothing to join any more. */
        public boolean isOne() {
            return leftCustomer != null && leftCustomer.equals(rightCustomer);
        }
    }

    /**
     * What speaks for an item, and against it.
     *
     * @param detail what exactly holds the link; may be null
     * @param rules the blocking rules by which the two were found
     * @param model hash of the model; null for a link to an identifier
     * @param breakdown see {@link PairChanges.PairWrite#breakdown()}
     */
    record Evidence(String detail, List<String> rules, String model, List<String> breakdown) {}

    /** Something said about an item. */
    record Comment(String text, String by, Instant at) {}

    /** How an item was decided. */
    enum Choice {
        /** Both ends are of one person. */
        SAME,
        /** They are of two. */
        DIFFERENT,
        /** Not to be decided now. */
        LATER
    }

    /**
     * A steward's decision on an item.
     *
     * @param assertion the assertion that says so; null for {@link Choice#LATER}
     * @param reason may be empty
     * @param inForce false when that assertion was retracted elsewhere
     */
    record Verdict(Choice choice, String assertion, String by, String reason, Instant at, boolean inForce) {}

    /**
     * What stewards noted of an item.
     *
     * @param assignee who sees to it; null when nobody does
     * @param comments oldest first
     * @param verdict null when it is not decided
     */
    record Note(Ends ends, String assignee, List<Comment> comments, Verdict verdict) {}

    /**
     * Links that these constraints hold, without evidence.
     *
     * @param kind one of the held ones
     * @param most how many of each constraint; which ones when there are more, is not promised
     */
    List<Item> held(Kind kind, Collection<Constraint> constraints, int most);

    /** Possible matches without evidence, the most likely first. */
    List<Item> possible(int most);

    /** All items of which one of the records is the left end, with their evidence. */
    List<Item> itemsOf(Collection<RecordKey> records);

    /** The notes of these items, by id. */
    Map<String, Note> notes(Collection<String> ids);

    /**
     * Notes, those touched last first.
     *
     * @param assignee of whom; null for all
     */
    List<Note> notes(String assignee, int most);

    /** Notes who sees to an item. @param assignee null for nobody */
    Note assign(Ends ends, String assignee, Instant at);

    /** Adds a comment; nothing when there are {@link #COMMENTS_MAX}. */
    Optional<Note> comment(Ends ends, Comment comment);

    /** Notes how an item was decided. @param verdict null to undo */
    Note decide(Ends ends, Verdict verdict, Instant at);
}
