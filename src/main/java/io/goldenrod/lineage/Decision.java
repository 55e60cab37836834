package io.goldenrod.lineage;

import io.goldenrod.identity.RecordKey;
import java.util.List;
import java.util.Objects;

/**
 * One change, append-only. A whole-customer merge is one decision; members are named only when they changed customer
 * otherwise.
 *
 * <p>Replayed in order, decisions alone tell who belongs to which customer, which links are held and which identifiers
 * are suppressed: members enter with {@code CREATED} and {@code JOINED}, go with {@code LEFT}, pass from
 * {@code customer} to {@code other} with {@code SPLIT} and from {@code other} to {@code customer} with
 * {@code RESTORED}, all of {@code other}'s to {@code customer} with {@code MERGED}; {@code SUPPRESSED} takes the
 * identifier out of its customer and ends whatever held its links. A record that says something else now is told to
 * have {@code JOINED} the customer that it is of; an identifier that is suppressed for another reason now, to be
 * {@code SUPPRESSED} once more.
 *
 * @param kind what happened
 * @param customer the customer it happened to; null for a suppression, which concerns an identifier
 * @param other the other customer: the one that was merged, split off, or that members came from; may be null
 * @param record key of the record that caused it; may be null
 * @param identifier key of the identifier over which the causing link runs, or of the other record of a match, named as
 *     a member; may be null
 * @param linkClass class of the causing link; may be null
 * @param constraint the constraint that held a link; null unless {@link Kind#HELD} or {@link Kind#RELEASED}
 * @param detail what exactly; may be null
 * @param members keys of the members concerned, {@code record:…} and {@code type:value}
 * @param request the request that brought it
 */
public record Decision(
        Kind kind,
        String customer,
        String other,
        String record,
        String identifier,
        String linkClass,
        String constraint,
        String detail,
        List<String> members,
        String request) {

    /** What the key of a member that is a record begins with; no identifier type is called so. */
    public static final String MEMBER_RECORD = "record:";

    /** The link class of a steward's pin. */
    public static final String PIN = "pin";

    /** What a decision is about. */
    public enum Kind {
        CREATED,
        JOINED,
        LEFT,
        MERGED,
        SPLIT,
        RESTORED,
        HELD,
        RELEASED,
        SUPPRESSED,
        UNSUPPRESSED,
        ASSERTED,
        RETRACTED,
        ERASED,
        RETIRED
    }

    public Decision {
        Objects.requireNonNull(kind, "kind");
        members = List.copyOf(members);
    }

    /** The key of the record that a member is; null when it is an identifier. */
    public static RecordKey recordOf(String member) {
        return member.startsWith(MEMBER_RECORD) ? RecordKey.parse(member.substring(MEMBER_RECORD.length())) : null;
    }

    /**
     * Of a pin that is set or taken away. What it pins is not told.
     *
     * @param detail the attribute, who asked, and why
     */
    public static Decision pin(Kind kind, String customer, RecordKey record, String detail, String request) {
        return new Decision(kind, customer, null, record.toString(), null, PIN, null, detail, List.of(), request);
    }

    /** How a record is named among members. */
    public static String member(RecordKey record) {
        return MEMBER_RECORD + record;
    }
}
