package io.goldenrod.testkit;

import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.steward.PinnedValue;
import io.goldenrod.steward.Pins;
import io.goldenrod.steward.Stewardship.Asked;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** What a steward pins and takes away between the batches of a history; on every store the same. */
public final class PinSteps {

    private static final List<String> ATTRIBUTES = List.of("city", "tier", "nickname");
    private static final List<String> VALUES = List.of("Paris", "London", "gold", "Countess");

    private final List<Pins> stores;
    private final SettableClock clock = new SettableClock();

    public PinSteps(ResolutionStore... stores) {
        this.stores =
                List.of(stores).stream().map(each -> new Pins(each, clock)).toList();
    }

    /** A step as it was taken. @param value null when pins were taken away */
    public record Step(String customer, String attribute, PinnedValue value) {}

    /** Takes a step for one of the customers, all of them active. */
    public Step take(Chance chance, List<String> customers) {
        // now and then the clock goes back
        clock.now = clock.now.plusSeconds(chance.between(-2, 10));
        String value = chance.percent(25) ? null : chance.oneOf(VALUES);
        var step = new Step(
                chance.oneOf(customers),
                chance.oneOf(ATTRIBUTES),
                value == null ? null : new PinnedValue(value, value.toLowerCase(java.util.Locale.ROOT)));
        for (Pins pins : stores) {
            var asked = new Asked("ann", "", false, "steward");
            if (value == null) {
                pins.unpin(step.customer(), step.attribute(), asked);
            } else if (!pins.pin(step.customer(), step.attribute(), step.value(), asked)) {
                throw new AssertionError("there are not that many attributes");
            }
        }
        return step;
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-06-01T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
