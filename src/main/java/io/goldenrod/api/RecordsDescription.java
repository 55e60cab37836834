package io.goldenrod.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the API's description says about records, kept apart from what is done with them. */
final class RecordsDescription {

    static final String RECORD = """
            {"source": "crm", "recordId": "1001", "observedAt": "2026-05-01T10:00:00Z",
             "identifiers": [{"type": "email", "value": "Ada@Example.org"}, {"type": "phone", "value": "020 7946 0018"}],
             "attributes": {"fullName": "Ada Lovelace", "birthDate": "1815-12-10",
                            "address": {"line1": "12 St James's Sq", "postcode": "SW1Y 4JH", "country": "GB"}},
             "consent": {"marketing": true}}
            """;

    private static final String LINES = """
            {"source": "crm", "recordId": "1001", "identifiers": [{"type": "email", "value": "ada@example.org"}]}
            {"source": "web", "recordId": "s-77", "identifiers": [{"type": "email", "value": "ADA@example.org"}]}
            """;

    private static final String ACCEPTED = """
            {"line": 1, "source": "crm", "recordId": "1001", "status": "ACCEPTED",
             "customerId": "C3QZ9Y0K7H2M5N8P1R4T6V9X0B", "outcome": "CREATED", "merged": [], "held": [], "warnings": []}
            """;

    private static final String ANSWER_LINES = """
            {"line":1,"source":"crm","recordId":"1001","status":"ACCEPTED","customerId":"C3QZ9Y0K7H2M5N8P1R4T6V9X0B","outcome":"CREATED","merged":[],"held":[],"warnings":[]}
            {"line":2,"status":"REJECTED","errors":[{"field":"identifiers[0].value","code":"invalid_email","message":"…"}],"quarantineId":"01KAN3…"}
            """;

    private RecordsDescription() {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "sendRecords",
            summary = "Send one record, or an array of them",
            description =
                    "Accepted means durable, resolved and in the lineage. Sending the same again changes nothing. A"
                            + " record without recordId is named by its content; one without observedAt is of now. An array is"
                            + " answered with an array, an answer for each record; refused elements go to the quarantine.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject(name = "one record", value = RECORD)))
    @ApiResponse(
            responseCode = "200",
            description = "What became of the record",
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject(value = ACCEPTED)))
    @ApiResponse(
            responseCode = "422",
            description = "The record is refused; errors name each field",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @interface Post {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "streamRecords",
            summary = "Stream records",
            description = "One record a line, any number of lines, answered line by line while they come: read the"
                    + " answers while sending. A refused line is answered with its errors and kept in the quarantine;"
                    + " the others are taken. A last line of status UNAVAILABLE says from where to send again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.LINES_MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(name = "two records", value = LINES)))
    @ApiResponse(
            responseCode = "200",
            description = "A line for each record",
            content =
                    @Content(
                            mediaType = Json.LINES_MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(value = ANSWER_LINES)))
    @interface Lines {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "putRecord",
            summary = "Send one record under its name",
            description = "As a record sent to /v1/records; the body may leave out source and recordId.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject(value = RECORD)))
    @ApiResponse(
            responseCode = "200",
            description = "What became of the record",
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject(value = ACCEPTED)))
    @interface Put {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "getRecord",
            summary = "Show a record",
            description = "As sent and as normalised, with its customer and the decisions that name it.")
    @interface Get {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "deleteRecord",
            summary = "Delete a record",
            description = "What remains is what would be had the record never come.")
    @ApiResponse(
            responseCode = "200",
            description = "It was deleted",
            content = @Content(mediaType = Json.MEDIA_TYPE, schema = @Schema(type = "object")))
    @interface Delete {}
}
