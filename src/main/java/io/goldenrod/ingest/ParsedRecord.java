package io.goldenrod.ingest;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.normalize.FieldProblem;
import java.util.List;

/** What a reader made of one record's text: the record, or why it is none. */
public sealed interface ParsedRecord {

    /** The place of a problem that concerns the record as a whole. */
    String WHOLE = "record";

    /** A well-formed record; whether its values are acceptable is the normaliser's question. */
    record Read(RawRecord record) implements ParsedRecord {}

    /** No record, with every problem found, at least one and a bounded number. */
    record Refused(List<FieldProblem> problems) implements ParsedRecord {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }
    }

    /** Refused for one reason. */
    static Refused refused(String field, String code, String message) {
        return new Refused(List.of(new FieldProblem(field, code, message)));
    }
}
