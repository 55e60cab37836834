package io.goldenrod.api;

import io.goldenrod.normalize.FieldProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** An answer that says what is wrong (RFC 9457). */
@Schema(description = "What is wrong with a request, as in RFC 9457")
record Problem(
        @Schema(description = "Names the kind of problem", example = "urn:goldenrod:problem:unknown_parameter")
        String type,

        @Schema(description = "The kind of problem, for people")
        String title,

        @Schema(description = "The HTTP status") int status,
        @Schema(description = "What to do about it") String detail,
        @Schema(description = "The path of the request") String instance,

        @Schema(description = "What is wrong with which field")
        List<FieldProblem> errors) {

    static final String MEDIA_TYPE = "application/problem+json";
    static final String TYPE_PREFIX = "urn:goldenrod:problem:";
}
