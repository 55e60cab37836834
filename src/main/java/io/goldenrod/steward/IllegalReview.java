package io.goldenrod.steward;

/** Something that cannot be done to an item; nothing was done. */
public final class IllegalReview extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no such item. */
        UNKNOWN,
        /** There is nothing to decide any more. */
        MOOT,
        /** It is decided. */
        DECIDED,
        /** It is not decided by way of the review, so there is no such decision to undo. */
        UNDECIDED,
        /** It has as many comments as there may be. */
        TOO_MANY_COMMENTS
    }

    private final Reason reason;

    IllegalReview(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
