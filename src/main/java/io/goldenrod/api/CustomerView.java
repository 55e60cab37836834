package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.golden.Pin;
import io.goldenrod.graph.CustomerReads.Consent;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.MemberIdentifier;
import io.goldenrod.graph.CustomerReads.MemberRecord;
import io.goldenrod.graph.CustomerReads.Profile;
import io.goldenrod.graph.CustomerReads.ProfileValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A customer with its golden profile. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerView(
        @Schema(description = "The current customer") String customerId,
        @Schema(description = "The id that was asked for") String requestedId,
        String status,

        @Schema(description = "When the requested id was merged: where its members went, its founder's place first")
        List<String> chain,

        @Schema(description = "Ids of customers that became part of this one")
        List<String> mergedFrom,

        @Schema(description = "The surviving value of each attribute, with where it is from and what it beat")
        Map<String, AttributeView> attributes,

        @Schema(description = "The first of its identifiers; all are at /identifiers")
        List<IdentifierView> identifiers,

        @Schema(description = "Whether there are more identifiers than shown here")
        Boolean identifiersCut,

        @Schema(description = "The last word on each purpose")
        Map<String, ConsentView> consent,

        @Schema(description = "How many records it has") long records,
        @Schema(description = "How many identifiers it has") long identifierCount,

        @Schema(description = "How many links of its records a constraint holds")
        long heldLinks,

        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "Grows with every change; absent as of a past moment, as updatedAt is")
        Long version,

        @Schema(description = "The past moment that was asked about")
        AsOf asOf) {

    /** The rule of a value that a steward pinned; the others are the policy's. */
    static final String PINNED = "pinned";

    /** A surviving value. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttributeView(
            Object value,
            String source,
            String recordId,
            String observedAt,

            @Schema(description = "The survivorship rule that decided; pinned when a steward did")
            String rule,

            @Schema(description = "Who pinned the value, when and why; absent unless the rule is pinned")
            PinView pin,

            @Schema(description = "Records that say so") long records,

            @Schema(description = "Other values, the next best first")
            List<AlternativeView> alternatives) {}

    /** A steward's choice. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PinView(
            String by,
            Instant at,
            String reason,

            @Schema(description = "The record that the pin goes with, as record:source/recordId")
            String record) {

        private static PinView of(Pin pin) {
            return new PinView(pin.by(), pin.at(), pin.reason(), "record:" + pin.record());
        }
    }

    /** A value that did not survive. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AlternativeView(Object value, String source, String recordId, String observedAt, long records) {}

    /** An identifier of the customer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IdentifierView(
            String type,
            String value,
            Instant firstSeen,
            Instant lastSeen,

            @Schema(description = "The sources that sent it")
            List<String> sources,

            @Schema(description = "How many records carry it")
            long records) {

        static IdentifierView of(MemberIdentifier identifier) {
            return new IdentifierView(
                    identifier.type(),
                    identifier.value(),
                    identifier.firstSeen(),
                    identifier.lastSeen(),
                    identifier.sources(),
                    identifier.records());
        }
    }

    /** Consent to one purpose. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentView(boolean given, String source, String recordId, String observedAt) {

        private static ConsentView of(Consent consent) {
            return new ConsentView(consent.given(), consent.source(), consent.recordId(), consent.observedAt());
        }
    }

    /** A record of the customer, in short. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordSummary(String source, String recordId, Instant observedAt, Map<String, Object> attributes) {

        static RecordSummary of(MemberRecord member) {
            return new RecordSummary(member.source(), member.recordId(), member.observedAt(), member.attributes());
        }
    }

    static CustomerView of(Customer customer) {
        return of(customer, null);
    }

    /** @param asOf the past moment that the customer is shown as of; null when it is shown as it is */
    static CustomerView of(Customer customer, AsOf asOf) {
        var consent = new LinkedHashMap<String, ConsentView>();
        customer.profile().consent().forEach((purpose, said) -> consent.put(purpose, ConsentView.of(said)));
        return new CustomerView(
                customer.id(),
                customer.requestedId(),
                customer.status().name(),
                customer.chain().isEmpty() ? null : customer.chain(),
                customer.mergedFrom(),
                attributes(customer.profile()),
                customer.members().items().stream().map(IdentifierView::of).toList(),
                customer.members().next() != null ? true : null,
                consent,
                customer.records(),
                customer.identifiers(),
                customer.held(),
                customer.createdAt(),
                customer.updatedAt(),
                asOf == null ? customer.version() : null,
                asOf);
    }

    private static Map<String, AttributeView> attributes(Profile profile) {
        var attributes = new TreeMap<String, AttributeView>();
        profile.attributes().forEach((name, values) -> {
            ProfileValue best = values.get(0);
            attributes.put(
                    name,
                    new AttributeView(
                            best.value(),
                            best.source(),
                            best.recordId(),
                            best.observedAt(),
                            profile.rules().get(name),
                            null,
                            best.count(),
                            alternatives(values.subList(1, values.size()))));
        });
        profile.pins().forEach((name, pin) -> {
            List<ProfileValue> beaten = new ArrayList<>(profile.attributes().getOrDefault(name, List.of()));
            ProfileValue same = null;
            for (ProfileValue value : beaten) {
                same = pin.comparable().equals(value.comparable()) ? value : same;
            }
            beaten.remove(same);
            attributes.put(name, pinned(pin, same, beaten));
        });
        return attributes;
    }

    /** @param same what records say that is the same; null when none says it */
    private static AttributeView pinned(Pin pin, ProfileValue same, List<ProfileValue> beaten) {
        return new AttributeView(
                pin.value(),
                same == null ? null : same.source(),
                same == null ? null : same.recordId(),
                same == null ? null : same.observedAt(),
                PINNED,
                PinView.of(pin),
                same == null ? 0 : same.count(),
                alternatives(beaten));
    }

    private static List<AlternativeView> alternatives(List<ProfileValue> values) {
        return values.stream()
                .map(value -> new AlternativeView(
                        value.value(), value.source(), value.recordId(), value.observedAt(), value.count()))
                .toList();
    }
}
