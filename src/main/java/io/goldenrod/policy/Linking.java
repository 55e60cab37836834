package io.goldenrod.policy;

/** Whether a shared identifier is a reason to join. */
public enum Linking {
    /** Names a person: joins records, known customers included. */
    STRONG,
    /** Names a place or a thing: attaches anonymous activity, and never joins two known customers. */
    WEAK,
    /** Kept and searchable, no reason to join. */
    NONE
}
