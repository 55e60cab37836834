package io.goldenrod.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the API's description says about resolving, kept apart from how it is done. */
final class ResolveDescription {

    private static final String MATCHED = """
        {"customerId": "C3QZ9Y0K7H2M5N8P1R4T6V9X0B", "resolution": "MATCHED",
         "identifier": {"type": "email", "value": "ada@example.org"}}
        """;

    private static final String AMBIGUOUS = """
        {"resolution": "AMBIGUOUS", "identifier": {"type": "email", "value": "till@shop.example"}, "reason": "SHARED",
         "candidates": [{"customerId": "C3QZ9Y0K7H2M5N8P1R4T6V9X0B", "records": 2}]}
        """;

    private static final String QUESTION = """
        {"identifiers": [{"type": "email", "value": "ada@example.org"}, {"type": "phone", "value": "+442079460018"}],
         "attributes": {"birthDate": "1815-12-10"}, "include": ["profile"]}
        """;

    private static final String BATCH = """
        [{"type": "email", "value": "ada@example.org"}, {"type": "phone", "value": "+442079460018"}]
        """;

    private static final String BATCH_ANSWER = """
        [{"customerId": "C3QZ9Y0K7H2M5N8P1R4T6V9X0B", "resolution": "MATCHED",
          "identifier": {"type": "email", "value": "ada@example.org"}},
         {"resolution": "UNKNOWN", "identifier": {"type": "phone", "value": "+442079460018"}}]
        """;

    private ResolveDescription() {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "resolve",
            summary = "Whose is this identifier?",
            description =
                    "AMBIGUOUS when the identifier is known and belongs to no single customer: the reason is DENIED,"
                            + " SHARED, NAMES or NONE when it does not link, HELD when a constraint keeps every link to"
                            + " it.")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            required = true,
            example = "email",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "value",
            in = ParameterIn.QUERY,
            required = true,
            description = "As a source would send it; it is normalised",
            example = "Ada@Example.org",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "The source whose conventions hold, such as the region of a phone number",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "include",
            in = ParameterIn.QUERY,
            description = "profile: the answer carries the customer's golden profile",
            schema = @Schema(type = "string", allowableValues = "profile"))
    @ApiResponse(
            responseCode = "200",
            description = "The customer, or the candidates",
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = {
                                @ExampleObject(name = "one customer", value = MATCHED),
                                @ExampleObject(name = "several", value = AMBIGUOUS)
                            }))
    @ApiResponse(
            responseCode = "404",
            description = "No record carries the identifier",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @interface One {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "resolveSeveral",
            summary = "Whom do these identifiers and attributes mean together?",
            description = "The customer to which the strongest identifier leads, by the policy's order of link"
                    + " classes; then the one with more. Attributes break a tie and confirm the answer; where no"
                    + " identifier leads anywhere and the policy matches records by what they say, the customer with a"
                    + " record that they match. Whatever leads elsewhere, is unknown, ambiguous or invalid is named among"
                    + " the conflicts.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject(value = QUESTION)))
    @interface Several {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "resolveBatch",
            summary = "Whose are these identifiers?",
            description =
                    "One answer each, in order, as an array or, for application/x-ndjson, as lines. An unknown one"
                            + " answers UNKNOWN, one that cannot be normalised INVALID with its errors.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = Json.MEDIA_TYPE,
                        schema = @Schema(type = "array"),
                        examples = @ExampleObject(value = BATCH)),
                @Content(mediaType = Json.LINES_MEDIA_TYPE, schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "An answer for each",
            content = {
                @Content(
                        mediaType = Json.MEDIA_TYPE,
                        schema = @Schema(type = "array"),
                        examples = @ExampleObject(value = BATCH_ANSWER)),
                @Content(mediaType = Json.LINES_MEDIA_TYPE, schema = @Schema(type = "string"))
            })
    @interface Batch {}
}
