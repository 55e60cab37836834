package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.graph.RecordReads.ObservedIdentifier;
import io.goldenrod.graph.RecordReads.RecordEntry;
import io.goldenrod.identity.AttributeValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A record as sent and as understood. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordView(
        String source,
        String recordId,
        Instant observedAt,

        @Schema(description = "The customer that the record belongs to")
        String customerId,

        @Schema(description = "The record as its source sent it")
        Map<String, Object> sent,

        Normalized normalized,

        @Schema(description = "The decisions that name the record, oldest first")
        List<DecisionView> history,

        @Schema(description = "Whether older decisions were left out")
        boolean historyCut,

        @Schema(description = "The past moment that was asked about")
        AsOf asOf) {

    /** The record made comparable. */
    record Normalized(
            List<IdentifierView> identifiers, Map<String, AttributeValue> attributes, Map<String, Boolean> consent) {}

    /** An identifier of the record. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IdentifierView(
            String type,
            String value,

            @Schema(description = "Whose it is; absent when it belongs to no single customer")
            String customerId,

            @Schema(description = "Why it does not link: DENIED, SHARED, NAMES or NONE")
            String suppressed,

            @Schema(description = "The constraint that keeps this record's link from joining")
            String held,

            String detail) {

        private static IdentifierView of(ObservedIdentifier found) {
            return new IdentifierView(
                    found.type(), found.value(), found.customerId(), found.suppressed(), found.held(), found.detail());
        }
    }

    @SuppressWarnings("unchecked")
    static RecordView of(RecordEntry record, AsOf asOf) {
        Map<String, Object> sent =
                record.payload() == null ? Map.of() : Json.MAPPER.readValue(record.payload(), Map.class);
        return new RecordView(
                record.key().source(),
                record.key().recordId(),
                record.observedAt(),
                record.customerId(),
                sent,
                new Normalized(
                        record.identifiers().stream().map(IdentifierView::of).toList(),
                        record.attributes(),
                        record.consent()),
                record.history().stream().map(DecisionView::of).toList(),
                record.historyCut(),
                asOf);
    }
}
