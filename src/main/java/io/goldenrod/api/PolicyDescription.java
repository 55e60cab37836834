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

/** What the API's description says about the policy. */
final class PolicyDescription {

    private static final String POLICY = """
            extends: default
            name: stricter
            identifierTypes:
              email: {maxPerCustomer: 3}
            """;

    private static final String BODY =
            " The body is a policy as YAML or JSON, whole or with \"extends\"; matching.model"
                    + " is the name of a shipped model, or the model itself as a map. A policy that is wrong is answered with"
                    + " everything that is wrong with it (422); at most 4 MiB.";

    private static final String SIMULATED = """
            {"progress":{"phase":"READING","done":1000,"total":62000}}
            {"result":{"policy":"3f…","records":62000,"reread":0,"customers":20110,"customersAfter":20160,"merged":0,"split":50,"moved":0,"changed":0,"changedValues":{},"suppressed":0,"unsuppressed":0,"held":61,"released":0,"matchesAdded":0,"matchesRemoved":0,"matchesReweighted":0,"examples":{"split":[{"customerId":"C…","parts":2,"records":7,"largest":[{"records":5,"record":"record:crm/17"},{"records":2,"record":"record:web/9"}]}]},"sample":[{"customerId":"C…","changes":["SPLIT"]}]}}
            """;

    private PolicyDescription() {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "getPolicy",
            summary = "Show the policy in force, and which were before",
            description = "While records are still being brought up to it, \"applying\" says how far that is.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Most spans of the history",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "100"))
    @interface Get {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(operationId = "getPolicyOfHash", summary = "Show a policy that is or was in force")
    @interface GetOne {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "simulatePolicy",
            summary = "Try another policy on all records; writes nothing",
            description = "Answers in lines: how far it is (phases READING, MATCHING, RESOLVING), about once a second,"
                    + " and at the end one with the result, or with an error. Whatever a policy says can be tried. Of each"
                    + " kind of change the 20 largest examples are told, and a sample of 20 of all customers concerned,"
                    + " the same each time. Records that come meanwhile may be left out. One policy is tried at a time"
                    + " (429); none while records are being brought up to another (409). It takes some 250 bytes of"
                    + " memory a record, and 350 more where pairs are found or records read anew; what would take more"
                    + " than is free is refused (422), and so is a policy by which more than 100,000 records hang"
                    + " together." + BODY)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/yaml",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(value = POLICY)))
    @ApiResponse(
            responseCode = "200",
            description = "Progress and result",
            content =
                    @Content(
                            mediaType = Json.LINES_MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(value = SIMULATED)))
    @ApiResponse(
            responseCode = "422",
            description = "The policy is wrong, or the change is too large to be tried",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @interface Simulate {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "applyPolicy",
            summary = "Put another policy in force",
            description = "All that comes from then on is resolved by it, and the records there are follow in the"
                    + " background, in parts, each in one transaction and with decisions that name the policy. Ingest goes"
                    + " on, more slowly until that is through; GET /v1/policy says how far it is. Other instances follow"
                    + " with their next write, or within 5 seconds. Until it is through, an identifier that is read"
                    + " otherwise than before is found by its new form only once its records have followed. 202 when it"
                    + " began, 200 when the policy is in force already, 409 while records still follow another one."
                    + BODY)
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "Who wants it, up to 200 characters",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            description = "Why, up to 2,000 characters",
            schema = @Schema(type = "string"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/yaml",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(value = POLICY)))
    @ApiResponse(
            responseCode = "202",
            description = "It is in force, and records follow",
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(implementation = PolicyController.AppliedView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "It was in force before",
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(implementation = PolicyController.AppliedView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Records still follow another one",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @interface Apply {}
}
