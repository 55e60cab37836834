package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.identity.Identifier;
import io.goldenrod.resolution.CustomerMatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Whom several identifiers mean together. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchView(
        String customerId,

        @Schema(description = "MATCHED, or AMBIGUOUS when nothing tells the candidates apart")
        String resolution,

        @Schema(description = "What the answer rests on") Confidence confidence,

        @Schema(description = "What speaks for the customer, the strongest first")
        List<Reason> reasons,

        @Schema(description = "What leads elsewhere, is ambiguous, unknown or invalid, or contradicts the profile")
        List<Conflict> conflicts,

        @Schema(description = "Whom it could be, when ambiguous")
        List<Candidate> candidates,

        @Schema(description = "Customers found by what the attributes say, the most likely first")
        List<SimilarView> similar,

        CustomerView profile) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Confidence(
            @Schema(description = "Type of the strongest identifier that leads to the customer, or matched")
            String strongest,

            @Schema(description = "STRONG, WEAK or NONE") String linking,

            @Schema(description = "Identifiers that lead to the customer")
            int agreeing,

            @Schema(description = "Identifiers asked about, without repeats")
            int given,

            int attributesAgreeing,
            int attributesContradicting,

            @Schema(description = "When matched: that the record it was found by is of the same person, 0 to 1")
            Double probability) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(String kind, Identifier identifier, String linking, String attribute, SimilarView match) {}

    /** A customer with a record that is like what was asked. */
    record SimilarView(String customerId, String record, double probability) {

        static SimilarView of(CustomerMatch.Similar similar) {
            return similar == null
                    ? null
                    : new SimilarView(similar.customerId(), "record:" + similar.record(), similar.probability());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Conflict(String kind, String field, Identifier identifier, String customerId, String detail) {}

    record Candidate(String customerId) {}

    static MatchView of(CustomerMatch match, CustomerView profile) {
        CustomerMatch.Confidence found = match.confidence();
        Confidence confidence = found == null
                ? null
                : new Confidence(
                        found.strongest(),
                        found.linking() == null ? null : found.linking().name(),
                        found.agreeing(),
                        found.given(),
                        found.attributesAgreeing(),
                        found.attributesContradicting(),
                        found.probability());
        return new MatchView(
                match.customerId(),
                match.resolution().name(),
                confidence,
                match.reasons().stream()
                        .map(reason -> new Reason(
                                reason.kind(),
                                reason.identifier(),
                                reason.linking() == null
                                        ? null
                                        : reason.linking().name(),
                                reason.attribute(),
                                SimilarView.of(reason.match())))
                        .toList(),
                match.conflicts().stream()
                        .map(conflict -> new Conflict(
                                conflict.kind(),
                                conflict.field(),
                                conflict.identifier(),
                                conflict.customerId(),
                                conflict.detail()))
                        .toList(),
                match.customerId() == null
                        ? match.candidates().stream().map(Candidate::new).toList()
                        : null,
                match.similar().isEmpty()
                        ? null
                        : match.similar().stream().map(SimilarView::of).toList(),
                profile);
    }
}
