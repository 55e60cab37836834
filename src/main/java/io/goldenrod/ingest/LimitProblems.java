package io.goldenrod.ingest;

import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.RecordLimits;

/** How a reader tells that a limit is exceeded: with the limit and the setting that holds it. */
final class LimitProblems {

    static final int NAME_LENGTH_MAX = 128;

    /** More than this many problems of one record help nobody. */
    static final int PROBLEMS_MAX = 20;

    private LimitProblems() {}

    static FieldProblem tooLarge(RecordLimits limits) {
        return new FieldProblem(
                ParsedRecord.WHOLE,
                "record_too_large",
                "a record has at most " + limits.recordBytesMax() + " bytes " + setting("record-bytes-max"));
    }

    static FieldProblem tooManyIdentifiers(RecordLimits limits) {
        return new FieldProblem(
                "identifiers",
                "too_many_identifiers",
                "a record has at most " + limits.identifiersMax() + " identifiers " + setting("identifiers-max"));
    }

    static FieldProblem tooManyAttributes(RecordLimits limits) {
        return new FieldProblem(
                "attributes",
                "too_many_attributes",
                "a record has at most " + limits.attributesMax() + " attributes " + setting("attributes-max"));
    }

    static FieldProblem tooManyConsents(RecordLimits limits) {
        return new FieldProblem(
                "consent",
                "too_many_consents",
                "a record has at most " + limits.consentsMax() + " purposes of consent " + setting("consents-max"));
    }

    static FieldProblem tooDeep(String field, RecordLimits limits) {
        return new FieldProblem(
                field,
                "too_deep",
                "objects and arrays nest at most " + limits.attributeDepthMax() + " deep "
                        + setting("attribute-depth-max"));
    }

    private static String setting(String name) {
        return "(setting goldenrod.limits." + name + ")";
    }
}
