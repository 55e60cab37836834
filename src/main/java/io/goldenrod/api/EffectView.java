package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.lineage.Decision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One thing that was decided, or would be. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EffectView(
        @Schema(description = "ASSERTED, MERGED, SPLIT, RESTORED, HELD, RELEASED, …")
        String kind,

        @Schema(description = "The customer that it concerns")
        String customerId,

        @Schema(description = "The other customer of a merge or split")
        String otherCustomerId,

        @Schema(description = "The record of the link, source/recordId")
        String record,

        @Schema(description = "The other member of the link")
        String identifier,

        String linkClass,

        @Schema(description = "The constraint that held the link")
        String constraint,

        String detail,

        @Schema(description = "Members concerned, at most 100")
        List<String> members) {

    private static final int MEMBERS_MAX = 100;

    static List<EffectView> of(List<Decision> decisions) {
        return decisions.stream().map(EffectView::of).toList();
    }

    private static EffectView of(Decision decision) {
        return new EffectView(
                decision.kind().name(),
                decision.customer(),
                decision.other(),
                decision.record(),
                decision.identifier(),
                decision.linkClass(),
                decision.constraint(),
                decision.detail(),
                decision.members().stream().limit(MEMBERS_MAX).toList());
    }
}
