package io.goldenrod.resolution;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.normalize.FieldProblem;
import java.util.List;

/**
 * What became of one record. An accepted record is durable, resolved and in the lineage.
 *
 * @param key null when the record was refused before its key was known
 * @param outcome null when refused
 * @param customerId the customer that the record belongs to; null when refused or deleted
 * @param merged customers that this record made part of {@code customerId}
 * @param held this record's links that a constraint keeps apart
 * @param warnings what was left out of an accepted record
 * @param errors why it was refused; empty when accepted
 */
public record RecordAnswer(
        RecordKey key,
        Outcome outcome,
        String customerId,
        List<String> merged,
        List<Held> held,
        List<FieldProblem> warnings,
        List<FieldProblem> errors) {

    /** What an accepted record did. */
    public enum Outcome {
        /** It founded a customer. */
        CREATED,
        /** It belongs to a customer that was there before it. */
        JOINED,
        /** It made several customers one. */
        MERGED,
        /** The same was said before. */
        UNCHANGED,
        /** A newer statement of the same record is known. */
        STALE,
        /** It was deleted. */
        DELETED,
        /** There was nothing to delete. */
        ABSENT
    }

    /**
     * A link that is not used.
     *
     * @param identifier the identifier's key, {@code type:value}; of a match the other record, {@code record:crm/1001}
     * @param constraint the constraint that holds it: {@code LIMIT, CONFLICT, …}, or {@code SUPPRESSED}
     * @param detail what exactly was exceeded or contradicted, without personal values
     */
    public record Held(String identifier, String constraint, String detail) {}

    public RecordAnswer {
        merged = List.copyOf(merged);
        held = List.copyOf(held);
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
    }

    /** A record that was not taken. */
    public static RecordAnswer refused(RecordKey key, List<FieldProblem> errors) {
        return new RecordAnswer(key, null, null, List.of(), List.of(), List.of(), errors);
    }

    /** The same with what was left out of the record. */
    public RecordAnswer withWarnings(List<FieldProblem> noted) {
        return new RecordAnswer(key, outcome, customerId, merged, held, noted, errors);
    }

    public boolean accepted() {
        return errors.isEmpty();
    }
}
