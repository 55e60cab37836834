package io.goldenrod.normalize;

/**
 * What is wrong with one field of a record.
 *
 * @param field its place, as in {@code identifiers[0].value}
 * @param code a stable word for programs, as in {@code invalid_email}
 * @param message what is allowed, for people; never the value itself, which may be personal
 */
public record FieldProblem(String field, String code, String message) {}
