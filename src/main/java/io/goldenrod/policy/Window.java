package io.goldenrod.policy;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The span over which the values of a limited identifier type are counted. Spans are calendar ones, in UTC: a sliding
 * window would make the count depend on where it starts.
 */
public enum Window {
    EVER,
    YEARLY,
    MONTHLY;

    /** The span that holds the instant: empty for {@link #EVER}, {@code 2026}, {@code 2026-05}. */
    public String spanOf(Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        return switch (this) {
            case EVER -> "";
            case YEARLY -> "%04d".formatted(time.getYear());
            case MONTHLY -> "%04d-%02d".formatted(time.getYear(), time.getMonthValue());
        };
    }
}
