package io.goldenrod.resolution;

import io.goldenrod.graph.StoredAssertion.Kind;
import java.util.Objects;

/**
 * What a steward wants to say of two members.
 *
 * @param left a member, as {@code record:crm/1001} or {@code email:ada@example.org}, normalised
 * @param right another one
 * @param by who says it
 * @param reason why; may be empty
 */
public record Word(Kind kind, String left, String right, String by, String reason) {

    public Word {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
    }
}
