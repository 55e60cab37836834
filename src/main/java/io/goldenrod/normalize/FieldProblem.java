package io.goldenrod.normalize;

import java.util.Objects;

/**
 * What is wrong with one field of a record.
 *
 * @param field where, as a path into the record: {@code identifiers[0].value}
 * @param code what, in snake_case, stable: {@code invalid_email}
 * @param message what is allowed or what to do, for people; never holds the value, so it can be logged
 */
public record FieldProblem(String field, String code, String message) {

    public FieldProblem {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
