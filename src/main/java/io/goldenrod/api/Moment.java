package io.goldenrod.api;

import io.goldenrod.graph.DecisionLog;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * A point in the history as a caller names it: right after a decision, or at a time.
 *
 * @param seq the decision's number; null when it is a time
 * @param at null when it is a number
 */
record Moment(Long seq, Instant at) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Null when the parameter is absent. */
    static Moment of(Query query, String name) {
        String text = query.text(name);
        if (text == null) {
            return null;
        }
        if (NUMBER.matcher(text).matches()) {
            return new Moment(Long.parseLong(text), null);
        }
        // the plus of an offset may have come unencoded
        String pluses = query.textWithPluses(name);
        try {
            return new Moment(
                    null, OffsetDateTime.parse(pluses == null ? text : pluses).toInstant());
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(
                    "invalid_parameter",
                    name,
                    name + " is the whole number of a decision or an RFC 3339 time, as in 2026-05-01T10:00:00Z");
        }
    }

    /** The number of the last decision that was taken by then. */
    long last(DecisionLog log) {
        return seq != null ? seq : log.last(at);
    }
}
