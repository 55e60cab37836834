package io.goldenrod.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;

/**
 * A past moment as an answer names it: right after a decision.
 *
 * @param seq the decision's number
 * @param at when it was taken
 */
record AsOf(long seq, Instant at) {

    static final String PARAMETER = "asOf";

    /** Describes the parameter. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = PARAMETER,
            in = ParameterIn.QUERY,
            description = "Answers what would have been answered right after the decision of this number, or after the"
                    + " last one by this RFC 3339 time, and names it. Out of the past come no version, no updatedAt, no"
                    + " confidence and no ETag; a held link's detail is that of when it was held. 422 before the first decision, after"
                    + " now, and where more than 200,000 decisions about a customer would have to be looked at.",
            schema = @Schema(type = "string"),
            example = "2026-05-01T10:00:00Z")
    @interface Described {}
}
