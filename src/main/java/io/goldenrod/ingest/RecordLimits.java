package io.goldenrod.ingest;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.normalize.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * How large one record may be. Every error about a limit names the setting that holds it.
 *
 * @param recordBytesMax UTF-8 bytes of the record's text, 1,024 to 16 Mi
 * @param identifiersMax 1 to 10,000
 * @param attributesMax 1 to 10,000; a nested value counts as one
 * @param depthMax how deep objects and arrays nest within an attribute, 1 to 64
 */
public record RecordLimits(int recordBytesMax, int identifiersMax, int attributesMax, int depthMax) {

    /** The limits when nothing is set: 64 KiB, 100 identifiers, 200 attributes, 8 levels. */
    public static final RecordLimits DEFAULT = new RecordLimits(64 * 1024, 100, 200, 8);

    static final String SETTINGS = "goldenrod.limits.";
    static final int NAME_LENGTH_MAX = 128;
    static final int PROBLEMS_MAX = 20;

    public RecordLimits {
        check("record-bytes-max", recordBytesMax, 1024, 16 * 1024 * 1024);
        check("identifiers-max", identifiersMax, 1, 10_000);
        check("attributes-max", attributesMax, 1, 10_000);
        check("depth-max", depthMax, 1, 64);
    }

    private static void check(String setting, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(SETTINGS + setting + " is from " + min + " to " + max);
        }
    }

    /** What of the record exceeds a limit; empty when nothing does. */
    List<FieldProblem> problems(RawRecord record) {
        var problems = new ArrayList<FieldProblem>();
        if (record.identifiers().size() > identifiersMax) {
            problems.add(tooManyIdentifiers());
        }
        if (record.attributes().size() > attributesMax) {
            problems.add(tooManyAttributes());
        }
        return problems;
    }

    FieldProblem tooLarge() {
        return new FieldProblem(
                ParsedRecord.WHOLE, "record_too_large", "a record has at most " + recordBytesMax
                        + " bytes (setting " + SETTINGS + "record-bytes-max)");
    }

    FieldProblem tooManyIdentifiers() {
        return new FieldProblem("identifiers", "too_many_identifiers", "a record has at most " + identifiersMax
                + " identifiers (setting " + SETTINGS + "identifiers-max)");
    }

    FieldProblem tooManyAttributes() {
        return new FieldProblem("attributes", "too_many_attributes", "a record has at most " + attributesMax
                + " attributes (setting " + SETTINGS + "attributes-max)");
    }

    FieldProblem tooDeep(String field) {
        return new FieldProblem(field, "too_deep", "objects and arrays nest at most " + depthMax
                + " deep (setting " + SETTINGS + "depth-max)");
    }
}
