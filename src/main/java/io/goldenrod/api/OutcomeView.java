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
        List<EffectView> effects,

        @Schema(description = "Whether more changed than is shown")
        Boolean effectsCut) {

    private static final int EFFECTS_MAX = 1_000;

    static OutcomeView of(Outcome outcome, boolean dryRun) {
        List<Decision> decisions = outcome.decisions();
        List<EffectView> effects = EffectView.of(decisions.subList(0, Math.min(EFFECTS_MAX, decisions.size())));
        boolean cut = decisions.size() > EFFECTS_MAX;
        return new OutcomeView(dryRun, ReviewView.of(outcome.review()), effects, cut ? true : null);
    }
}
