package io.goldenrod.policy;

/** What becomes of a weak identifier that several known customers claim. */
public enum Contested {
    /** It stays apart with its anonymous records, and resolves as ambiguous. */
    APART,
    /** It goes to the customer that was seen with it last. */
    LATEST,
    /** It stays with the customer that was seen with it first. */
    EARLIEST
}
