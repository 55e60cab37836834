package io.goldenrod.console.review;

import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What comes of a steward's word, or would, in lines to be read.
 *
 * @param lines what happens to customers, at most {@link #LINES_MAX}
 * @param left how many more lines there would be
 * @param held links that are held from now on, some of them
 * @param released links that are held no more, some of them
 */
record Effects(List<Line> lines, int left, List<Link> held, long heldCount, List<Link> released, long releasedCount) {

    private static final int LINES_MAX = 20;
    private static final int LINKS_MAX = 5;

    /** Of what is said itself, which needs no telling. */
    private static final Set<Kind> SAID = EnumSet.of(Kind.ASSERTED, Kind.RETRACTED);

    /**
     * What happens to a customer or an identifier.
     *
     * @param first who it happens to
     * @param firstName by which people know the customer; null when there is none, as of the second
     * @param second who else is concerned; null when nobody is
     * @param members how many
     */
    record Line(Kind kind, Shown first, Shown firstName, Shown second, Shown secondName, int members) {}

    /** A link. @param constraint what holds it, or held it */
    record Link(Shown record, Shown other, String constraint) {}

    /** Whether everything stays as it is. */
    public boolean isNothing() {
        return lines.isEmpty() && heldCount == 0 && releasedCount == 0;
    }

    /** @param names tells how people know a customer */
    static Effects of(List<Decision> decisions, Names names, Values values) {
        List<Line> lines = new ArrayList<>();
        int left = 0;
        Map<Kind, List<Link>> links =
                new EnumMap<>(Map.of(Kind.HELD, new ArrayList<>(), Kind.RELEASED, new ArrayList<>()));
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        for (Decision decision : decisions) {
            List<Link> some = links.get(decision.kind());
            if (some != null) {
                counts.merge(decision.kind(), 1L, Long::sum);
                if (some.size() < LINKS_MAX && decision.record() != null && decision.identifier() != null) {
                    some.add(new Link(
                            values.record(decision.record()),
                            values.member(decision.identifier()),
                            decision.constraint()));
                }
            } else if (!SAID.contains(decision.kind())) {
                if (lines.size() < LINES_MAX) {
                    lines.add(line(decision, names, values));
                } else {
                    left++;
                }
            }
        }
        return new Effects(
                List.copyOf(lines),
                left,
                links.get(Kind.HELD),
                counts.getOrDefault(Kind.HELD, 0L),
                links.get(Kind.RELEASED),
                counts.getOrDefault(Kind.RELEASED, 0L));
    }

    private static Line line(Decision decision, Names names, Values values) {
        Kind kind = decision.kind();
        int members = decision.members().size();
        if (kind == Kind.SUPPRESSED || kind == Kind.UNSUPPRESSED) {
            return new Line(kind, values.member(decision.identifier()), null, null, null, members);
        }
        // who gives is named first, and who gets second
        boolean toCustomer = kind == Kind.MERGED || kind == Kind.RESTORED;
        String first = toCustomer ? decision.other() : decision.customer();
        String second = toCustomer ? decision.customer() : decision.other();
        return new Line(
                kind, values.customer(first), names.of(first), values.customer(second), names.of(second), members);
    }

    /** How people know customers. */
    interface Names {
        /** @param customer an ID or null @return null when nothing names it */
        Shown of(String customer);
    }
}
