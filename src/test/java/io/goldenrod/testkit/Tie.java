package io.goldenrod.testkit;

/**
 * What ties two members beside observations: a steward's word, or a match.
 *
 * @param left a member: {@code email:ada@x.org}, or {@code record:crm/1}
 * @param right another member
 * @param score of a match, 0 to 1; else 0
 */
public record Tie(Kind kind, String left, String right, double score) {

    /** What is said of the two. */
    public enum Kind {
        SAME,
        DIFFERENT,
        MATCHED
    }
}
