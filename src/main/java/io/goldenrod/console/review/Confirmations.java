package io.goldenrod.console.review;

import io.goldenrod.console.Values;
import io.goldenrod.lineage.Decision;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.resolution.IllegalAssertion.Reason;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells what would come of a word before it is said. */
@Component
class Confirmations {

    private final Sides sides;
    private final Assertions assertions;
    private final Values values;

    Confirmations(Sides sides, Assertions assertions, Values values) {
        this.sides = sides;
        this.assertions = assertions;
        this.values = values;
    }

    /**
     * What would come of it.
     *
     * @param effects null when it cannot be said
     * @param against what was said before and stands against it; empty when nothing does
     */
    record Confirmation(Effects effects, List<Assertions.Line> against) {}

    /** @param trial a run that writes nothing */
    Confirmation of(Supplier<List<Decision>> trial) {
        Sides.Known known = sides.known();
        try {
            return new Confirmation(Effects.of(trial.get(), known, values), List.of());
        } catch (IllegalAssertion illegal) {
            if (illegal.reason() != Reason.CONTRADICTION) {
                throw illegal;
            }
            return new Confirmation(
                    null,
                    illegal.chain().stream()
                            .map(each -> assertions.line(each, null, known))
                            .toList());
        }
    }
}
