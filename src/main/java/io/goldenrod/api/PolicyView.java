package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.graph.PolicyStore.Progress;
import io.goldenrod.graph.PolicyStore.Term;
import io.goldenrod.ingest.CompletePolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A policy. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyView(
        @Schema(description = "SHA-256 of its canonical form; every decision names it")
        String hash,

        String name,

        @Schema(description = "Since when it is or was in force, the last time")
        Instant since,

        @Schema(description = "Until when; absent while it is")
        Instant until,

        String by,
        String reason,

        @Schema(description = "The model by which records are matched; absent when they are not")
        ModelView model,

        @Schema(description = "All of it as YAML, to be changed and sent again")
        String document,

        @Schema(description = "The same as JSON") Map<String, Object> policy,

        @Schema(description = "How far records are brought up to it; absent when all are")
        ApplyingView applying,

        @Schema(description = "Which policies were in force, the newest first")
        List<HistoryView> history) {

    /** A model. */
    record ModelView(String name, int version, String hash) {}

    /** How far records are brought up to the policy in force. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApplyingView(
            String hash,

            @Schema(description = "Records that are done") long done,

            @Schema(description = "Records that there were at the start")
            long total,

            Instant startedAt,
            String by) {}

    /** A span in which a policy was in force. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HistoryView(String hash, String name, Instant since, Instant until, String by, String reason) {

        static HistoryView of(Term term) {
            return new HistoryView(term.hash(), term.name(), term.since(), term.until(), term.by(), term.reason());
        }
    }

    /** @param term null when it is not known */
    static PolicyView of(CompletePolicy complete, Term term) {
        var policy = complete.policy();
        ModelView model = complete.matcher() == null
                ? null
                : new ModelView(
                        complete.matcher().model().name(),
                        complete.matcher().model().version(),
                        complete.matcher().model().hash());
        return new PolicyView(
                policy.hash(),
                policy.name(),
                term == null ? null : term.since(),
                term == null ? null : term.until(),
                term == null ? null : term.by(),
                term == null ? null : term.reason(),
                model,
                complete.wholeDocument(),
                complete.wholeMap(),
                null,
                null);
    }

    /** @param progress null when all records are brought up */
    PolicyView with(Progress progress, List<HistoryView> terms) {
        ApplyingView now = progress == null
                ? null
                : new ApplyingView(
                        progress.hash(), progress.done(), progress.total(), progress.startedAt(), progress.by());
        return new PolicyView(hash, name, since, until, by, reason, model, document, policy, now, terms);
    }
}
