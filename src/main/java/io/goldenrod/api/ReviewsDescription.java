package io.goldenrod.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the API description says of reviews, kept apart so that the code can be read. */
final class ReviewsDescription {

    private ReviewsDescription() {}

    @Operation(
            operationId = "listReviews",
            summary = "List what waits for a steward, the most weighty first",
            description = "Links and matches that a constraint holds, and pairs of records that the model takes neither"
                    + " for one person's nor for two people's. Ranked by impact.records, then by probability (a link to"
                    + " an identifier, which has none, counts as certain), then by id. The queue is what the graph holds"
                    + " at the moment: each part ranks at most the 10,000 most likely possible matches, and of each"
                    + " constraint 2,000 links and 2,000 matches, or 10,000 when one constraint is asked for; cut says"
                    + " that there are more, and the filters on source, identifierType and probabilityMin choose among"
                    + " what is ranked. Among the newest 5,000 items that somebody touched are found those with an"
                    + " assignee, those that are DECIDED, and those that are MOOT. An item goes from the list by itself"
                    + " when the link or pair is gone or both ends come to one customer. What a steward's DIFFERENT holds"
                    + " is listed only when constraint is DIFFERENT. Contradictions within one customer, which a steward's"
                    + " SAME or a match may bring about, are not listed; those that hold a link are, as CONFLICT.")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"OPEN", "DECIDED", "MOOT"},
                            defaultValue = "OPEN"))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"HELD_LINK", "HELD_MATCH", "POSSIBLE_MATCH"}))
    @Parameter(
            name = "constraint",
            in = ParameterIn.QUERY,
            description = "What holds it",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {
                                "LIMIT",
                                "DIFFERENT",
                                "CONFLICT",
                                "CHAIN",
                                "WEAK",
                                "CONTESTED",
                                "OVERSIZED"
                            }))
    @Parameter(name = "assignee", in = ParameterIn.QUERY, description = "Who sees to it")
    @Parameter(name = "source", in = ParameterIn.QUERY, description = "Of a record at either end")
    @Parameter(name = "identifierType", in = ParameterIn.QUERY, description = "Of the identifier; links only")
    @Parameter(
            name = "probabilityMin",
            in = ParameterIn.QUERY,
            description = "Least probability of a pair; links to identifiers have none and are left out",
            schema = @Schema(type = "number", minimum = "0", maximum = "1"))
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {}

    @Operation(
            operationId = "getReview",
            summary = "Show an item",
            description = "As long as the graph holds it, and afterwards if anybody touched it.")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Get {}

    @Operation(operationId = "assignReview", summary = "Say who sees to an item", description = "Null for nobody.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject("{\"assignee\": \"ann\"}")))
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Assign {}

    @Operation(
            operationId = "commentReview",
            summary = "Comment on an item",
            description = "At most 100 comments of 4,000 characters; 409 beyond.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject("{\"text\": \"both live at one address\", \"by\": \"ann\"}")))
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface AddComment {}

    @Operation(
            operationId = "decideReview",
            summary = "Decide an item",
            description = "SAME and DIFFERENT are an assertion between the two ends, which holds whatever comes; LATER"
                    + " puts the item off. Either closes it; one that was put off can still be decided. What it changed"
                    + " is in the answer, and with dryRun=true what it would change: nothing is written then. Answers 409"
                    + " when the item is decided or moot, or when other assertions say the contrary.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject("{\"decision\": \"SAME\", \"by\": \"ann\","
                                            + " \"reason\": \"confirmed by phone\"}")))
    @Parameter(name = "dryRun", in = ParameterIn.QUERY, schema = @Schema(type = "boolean", defaultValue = "false"))
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Decide {}

    @Operation(
            operationId = "undoReview",
            summary = "Take the decision on an item back",
            description =
                    "Its assertion is retracted, and the item opens again as far as the data leave it open. Answers"
                            + " 409 when nobody decided it here.")
    @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who takes it back")
    @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY, schema = @Schema(type = "boolean", defaultValue = "false"))
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Undo {}
}
