package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** One event of the history. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DecisionView(
        @Schema(description = "Its place in the history of everything")
        long seq,

        Instant at,

        @Schema(description = "CREATED, JOINED, LEFT, MERGED, SPLIT, RESTORED, HELD, RELEASED, SUPPRESSED, …")
        String kind,

        @Schema(description = "The customer that it concerns")
        String customerId,

        @Schema(description = "The other customer of a merge or split")
        String otherCustomerId,

        @Schema(description = "The record that caused it, source/recordId")
        String record,

        @Schema(description = "The identifier of the link, type:value")
        String identifier,

        String linkClass,

        @Schema(description = "The constraint that held the link")
        String constraint,

        String detail,

        @Schema(description = "Members that changed customer, when not all of a customer's")
        List<String> members,

        @Schema(description = "Hash of the policy in force") String policy,
        @Schema(description = "The request that brought it") String request) {

    static DecisionView of(DecisionEntry entry) {
        return new DecisionView(
                entry.seq(),
                entry.at(),
                entry.kind(),
                entry.customer(),
                entry.other(),
                entry.record(),
                entry.identifier(),
                entry.linkClass(),
                entry.constraint(),
                entry.detail(),
                entry.members(),
                entry.policy(),
                entry.request());
    }
}
