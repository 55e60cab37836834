package io.goldenrod.normalize;

import io.goldenrod.identity.SourceRecord;
import java.util.List;

/** What became of a record as sent. */
public sealed interface NormalizedRecord {

    /**
     * Taken.
     *
     * @param warnings what was left out of it, and why
     */
    record Accepted(SourceRecord record, List<FieldProblem> warnings) implements NormalizedRecord {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Not taken.
     *
     * @param errors why; never empty
     */
    record Refused(List<FieldProblem> errors) implements NormalizedRecord {
        public Refused {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("a refusal gives its reason");
            }
        }
    }
}
