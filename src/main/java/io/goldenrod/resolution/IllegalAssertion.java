package io.goldenrod.resolution;

import io.goldenrod.graph.StoredAssertion;
import java.util.List;

/** A steward's word that cannot be put in force; the graph is as it was. */
public final class IllegalAssertion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No such record or identifier is there. */
        UNKNOWN,
        /** The identifier does not link, so nothing can be said of whose it is. */
        SUPPRESSED,
        /** Both members are one. */
        ONE_MEMBER,
        /** Others in force say the contrary. */
        CONTRADICTION,
        /** No such assertion is in force. */
        NOT_IN_FORCE,
        /** So many assertions hang together that they cannot be looked through. */
        TOO_MANY,
        /** What is to be parted would not come apart. */
        PARTS_NOTHING
    }

    private final Reason reason;
    private final String member;
    private final transient List<StoredAssertion> chain;

    private IllegalAssertion(Reason reason, String member, List<StoredAssertion> chain) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.member = member;
        this.chain = chain;
    }

    static IllegalAssertion unknown(String member) {
        return new IllegalAssertion(Reason.UNKNOWN, member, List.of());
    }

    static IllegalAssertion suppressed(String member) {
        return new IllegalAssertion(Reason.SUPPRESSED, member, List.of());
    }

    static IllegalAssertion oneMember() {
        return new IllegalAssertion(Reason.ONE_MEMBER, null, List.of());
    }

    static IllegalAssertion contradiction(List<StoredAssertion> chain) {
        return new IllegalAssertion(Reason.CONTRADICTION, null, List.copyOf(chain));
    }

    static IllegalAssertion notInForce() {
        return new IllegalAssertion(Reason.NOT_IN_FORCE, null, List.of());
    }

    static IllegalAssertion tooMany() {
        return new IllegalAssertion(Reason.TOO_MANY, null, List.of());
    }

    static IllegalAssertion partsNothing() {
        return new IllegalAssertion(Reason.PARTS_NOTHING, null, List.of());
    }

    public Reason reason() {
        return reason;
    }

    /** The member that it is about; null unless it is unknown or suppressed. */
    public String member() {
        return member;
    }

    /** What is in force and says the contrary, each about a member of the one before; else empty. */
    public List<StoredAssertion> chain() {
        return chain;
    }
}
