package io.goldenrod.console.review;

import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.graph.AssertionReads.End;
import io.goldenrod.graph.AssertionReads.Entry;
import io.goldenrod.graph.StoredAssertion;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stewards said, as it is shown. */
@Component
class Assertions {

    private final Sides sides;
    private final Values values;

    Assertions(Sides sides, Values values) {
        this.sides = sides;
        this.values = values;
    }

    /**
     * Something that a steward said.
     *
     * @param leftName by which people know the left member's customer; null when there is none
     * @param reason null when none was given
     * @param endBy who took it back; null while it is in force
     */
    record Line(
            String id,
            String kind,
            Shown left,
            Shown leftName,
            Shown leftCustomer,
            Shown right,
            Shown rightName,
            Shown rightCustomer,
            Shown by,
            Instant at,
            Shown reason,
            Shown endBy,
            Instant endAt,
            Shown endReason) {

        public boolean isInForce() {
            return endAt == null;
        }
    }

    List<Line> lines(List<Entry> entries) {
        Sides.Known known = sides.known();
        return entries.stream()
                .map(entry -> line(entry.assertion(), entry.end(), known))
                .toList();
    }

    /** @param end null while it is in force */
    Line line(StoredAssertion said, End end, Sides.Known known) {
        return new Line(
                said.id(),
                said.kind().name(),
                values.member(said.left()),
                known.of(said.leftCustomer()),
                values.customer(said.leftCustomer()),
                values.member(said.right()),
                known.of(said.rightCustomer()),
                values.customer(said.rightCustomer()),
                values.words(said.by()),
                said.at(),
                values.words(said.reason()),
                end == null ? null : values.words(end.by()),
                end == null ? null : end.at(),
                end == null ? null : values.words(end.reason()));
    }
}
