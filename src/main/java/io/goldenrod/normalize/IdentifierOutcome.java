package io.goldenrod.normalize;

import io.goldenrod.identity.Identifier;

/** What became of one identifier as sent. */
public sealed interface IdentifierOutcome {

    /**
     * Made comparable.
     *
     * @param denied whether the policy's deny list names the value: it is kept, and never links
     */
    record Normalized(Identifier identifier, boolean denied) implements IdentifierOutcome {}

    /**
     * Not usable.
     *
     * @param code as in {@link FieldProblem}
     * @param message as in {@link FieldProblem}; never holds the value
     */
    record Refusal(String code, String message) implements IdentifierOutcome {}
}
