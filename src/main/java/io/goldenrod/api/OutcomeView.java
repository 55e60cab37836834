package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.lineage.Decision;
import io.goldenrod.steward.ReviewDecisions.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What came of a steward's decision, or would come of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutcomeView(
        boolean dryRun,
        @Schema(description = "The item as it is now") ReviewView review,

        @Schema(description = "What changed, in order, at most 1,000 of it; of a dry run: what would change")
        List<ChangeView> changes,

        @Schema(description = "Whether more changed than is shown")
        Boolean changesCut) {

    private static final int CHANGES_MAX = 1_000;
    private static final int MEMBERS_MAX = 100;

    /** One thing that changed, as the lineage tells it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            String kind,
            String customerId,
            String otherCustomerId,
            String record,
            String identifier,
            String linkClass,
            String constraint,
            String detail,

            @Schema(description = "The first 100 members that changed customer")
            List<String> members) {

        private static ChangeView of(Decision decision) {
            List<String> members = decision.members();
            return new ChangeView(
                    decision.kind().name(),
                    decision.customer(),
                    decision.other(),
                    decision.record(),
                    decision.identifier(),
                    decision.linkClass(),
                    decision.constraint(),
                    decision.detail(),
                    members.isEmpty() ? null : members.subList(0, Math.min(MEMBERS_MAX, members.size())));
        }
    }

    static OutcomeView of(Outcome outcome, boolean dryRun) {
        List<ChangeView> changes = outcome.decisions().stream()
                .limit(CHANGES_MAX)
                .map(ChangeView::of)
                .toList();
        boolean cut = outcome.decisions().size() > CHANGES_MAX;
        return new OutcomeView(dryRun, ReviewView.of(outcome.review()), changes, cut ? true : null);
    }
}
