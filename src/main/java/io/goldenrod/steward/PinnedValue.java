package io.goldenrod.steward;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordNormalizer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value that may be pinned: acceptable as that attribute of a record, and normalised so.
 *
 * @param shown a JSON value
 */
public record PinnedValue(Object shown, String comparable) {

    /** Most bytes of a value as JSON in UTF-8. */
    public static final int BYTES_MAX = 4_096;

    private static final String FIELD = "value";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The value as a record's attribute would be understood.
     *
     * @param raw a JSON value or null
     * @param refused told what is wrong
     * @return null when it is refused
     */
    public static PinnedValue of(
            String attribute, Object raw, RecordNormalizer normalizer, Instant now, Consumer<FieldProblem> refused) {
        if (raw == null) {
            refused.accept(new FieldProblem(FIELD, "missing_value", "a pin has a value; to take it away, delete it"));
            return null;
        }
        var record = new RawRecord("pins", "pin", null, List.of(), Collections.singletonMap(attribute, raw), Map.of());
        NormalizedRecord normalized = normalizer.normalize(record, now);
        if (normalized instanceof NormalizedRecord.Refused refusal) {
            FieldProblem first = refusal.errors().get(0);
            boolean empty = first.code().equals("empty_record");
            refused.accept(
                    empty
                            ? new FieldProblem(FIELD, "empty_value", "the value says nothing of this attribute")
                            : new FieldProblem(
                                    first.code().equals("invalid_attribute_name") ? "attribute" : FIELD,
                                    first.code(),
                                    first.message()));
            return null;
        }
        AttributeValue value =
                ((NormalizedRecord.Accepted) normalized).record().attributes().get(attribute);
        if (JSON.writeValueAsBytes(value.value()).length > BYTES_MAX) {
            refused.accept(new FieldProblem(
                    FIELD, "value_too_long", "a pinned value has at most " + BYTES_MAX + " bytes as JSON"));
            return null;
        }
        return new PinnedValue(value.value(), value.comparable());
    }
}
