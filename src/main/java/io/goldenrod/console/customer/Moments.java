package io.goldenrod.console.customer;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.DecisionLog.Head;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads which past moment an address means: the number of a decision, or a time. */
@Component
class Moments {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** As the browser's own field for a time writes it; in UTC. */
    private static final Pattern TIMED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");

    private final DecisionLog log;
    private final Clock clock;

    Moments(DecisionLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Right after a decision.
     *
     * @param at when it was taken
     */
    record Moment(long seq, Instant at) {}

    /** Null for now. @param text may be null */
    Moment moment(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Head head = log.head();
        if (head.first() > 1) {
            throw ConsoleProblem.refused("noHistory");
        }
        long seq = seq(text.strip(), head);
        if (seq < 1) {
            throw ConsoleProblem.refused("beforeHistory");
        }
        return new Moment(seq, log.at(seq).orElseThrow(() -> ConsoleProblem.refused("beforeHistory")));
    }

    private long seq(String text, Head head) {
        if (NUMBER.matcher(text).matches()) {
            long seq = Long.parseLong(text);
            if (seq > head.seq()) {
                throw ConsoleProblem.refused("afterHistory", head.seq());
            }
            return seq;
        }
        try {
            // the plus of an offset may have come unencoded
            Instant at = TIMED.matcher(text).matches()
                    ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (at.isAfter(clock.instant())) {
                throw ConsoleProblem.refused("afterHistory", head.seq());
            }
            return log.last(at);
        } catch (DateTimeException e) {
            throw ConsoleProblem.badRequest("moment");
        }
    }
}
