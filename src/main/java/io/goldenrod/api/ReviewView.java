package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.api.SearchController.PartView;
import io.goldenrod.graph.ReviewStore.Comment;
import io.goldenrod.graph.ReviewStore.Evidence;
import io.goldenrod.graph.ReviewStore.Item;
import io.goldenrod.graph.ReviewStore.Note;
import io.goldenrod.graph.ReviewStore.Verdict;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.Constraint;
import io.goldenrod.steward.Review;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Something for a steward to look at. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(
        @Schema(description = "The same as long as both ends have the same names")
        String id,

        @Schema(
                description = "HELD_LINK: a record's identifier, HELD_MATCH: two records that match; a constraint holds"
                        + " either. POSSIBLE_MATCH: two records that may be of one person")
        String kind,

        @Schema(
                description = "OPEN; DECIDED by a steward; or MOOT: the link or pair is gone, or both ends came to one"
                        + " customer")
        String status,

        SideView left,
        SideView right,

        @Schema(description = "What holds it: LIMIT, DIFFERENT, CONFLICT, CHAIN, WEAK, CONTESTED or OVERSIZED")
        String constraint,

        @Schema(description = "The same in words") String explanation,

        @Schema(description = "What exactly holds it") String detail,

        @Schema(description = "Of records: that both are of one person, 0 to 1")
        Double probability,

        @Schema(description = "The same as log2 of the odds, in bits")
        Double weight,

        @Schema(description = "The blocking rules by which the two were found")
        List<String> rules,

        @Schema(description = "Hash of the model") String model,

        @Schema(description = "What adds up to the weight") List<PartView> breakdown,

        ImpactView impact,
        @Schema(description = "Who sees to it") String assignee,
        List<CommentView> comments,
        VerdictView decision) {

    /** One of the two ends. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SideView(
            @Schema(description = "A record, as record:source/recordId")
            String record,

            @Schema(description = "Or an identifier, as type:value")
            String identifier,

            @Schema(description = "Its customer; absent when it belongs to none")
            String customerId) {

        private static SideView of(String member, String customer) {
            boolean isRecord = member.startsWith(Decision.MEMBER_RECORD);
            return new SideView(isRecord ? member : null, isRecord ? null : member, customer);
        }
    }

    /** What would be one customer, were both ends joined. */
    record ImpactView(
            @Schema(description = "Records of the customers at both ends")
            long records,

            @Schema(description = "Customers at both ends") int customers) {}

    /** Something said about it. */
    record CommentView(String text, String by, Instant at) {

        private static CommentView of(Comment comment) {
            return new CommentView(comment.text(), comment.by(), comment.at());
        }
    }

    /** How it was decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerdictView(
            @Schema(description = "SAME, DIFFERENT or LATER; absent when the assertion was made without the review")
            String decision,

            @Schema(description = "The assertion that says so")
            String assertion,

            String by,
            String reason,
            Instant at) {}

    static ReviewView of(Review review) {
        Item item = review.item();
        Note note = review.note();
        Evidence evidence = item == null ? null : item.evidence();
        Constraint constraint = item == null ? null : item.constraint();
        boolean isPair = item != null && item.weight() != null;
        return new ReviewView(
                review.ends().id(),
                review.ends().kind().name(),
                review.status().name(),
                SideView.of(review.ends().leftMember(), item == null ? null : item.leftCustomer()),
                SideView.of(review.ends().right(), item == null ? null : item.rightCustomer()),
                constraint == null ? null : constraint.name(),
                constraint == null ? null : explanation(constraint),
                evidence == null ? null : evidence.detail(),
                isPair ? item.probability() : null,
                isPair ? item.weight() : null,
                isPair && evidence != null ? evidence.rules() : null,
                isPair && evidence != null ? evidence.model() : null,
                isPair && evidence != null
                        ? evidence.breakdown().stream().map(PartView::of).toList()
                        : null,
                new ImpactView(review.records(), review.customers()),
                note == null ? null : note.assignee(),
                note == null
                        ? List.of()
                        : note.comments().stream().map(CommentView::of).toList(),
                verdict(item, note));
    }

    private static VerdictView verdict(Item item, Note note) {
        Verdict verdict = note == null ? null : note.verdict();
        if (verdict != null && verdict.inForce()) {
            String reason = verdict.reason().isEmpty() ? null : verdict.reason();
            return new VerdictView(verdict.choice().name(), verdict.assertion(), verdict.by(), reason, verdict.at());
        }
        boolean asserted = item != null && item.assertion() != null;
        return asserted ? new VerdictView(null, item.assertion(), null, null, null) : null;
    }

    private static String explanation(Constraint constraint) {
        return switch (constraint) {
            case LIMIT -> "joined, the customer would have more values of an identifier type than a customer may have";
            case DIFFERENT -> "a steward said that the two sides are different people";
            case CONFLICT -> "the two sides contradict each other in an attribute of which a person has one";
            case CHAIN -> "the two records match, but the records of their customers, on the whole, do not";
            case WEAK -> "an identifier of this type alone does not join two known customers";
            case CONTESTED -> "several known customers claim the identifier";
            case OVERSIZED -> "so many links hang together that those of this kind were left out";
        };
    }
}
