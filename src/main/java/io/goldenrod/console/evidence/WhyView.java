package io.goldenrod.console.evidence;

import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Waterfall;
import java.time.Instant;
import java.util.List;

/**
 * Why two members are one customer, or why not, as the page shows it.
 *
 * @param from one of the two
 * @param to the other one
 * @param path the chain of evidence; empty when they are not one customer
 * @param left how many steps in the middle are not shown
 * @param weakest the weakest step of the path; null when there is no path
 * @param corroborating what else ties them
 * @param corroboratingCut whether there is more of that
 * @param past decisions whose link is no more
 * @param isCut whether there are more links than were looked at
 * @param held what is held between the two
 * @param suppressed what both carry and does not link
 * @param matches pairs of their records that matching found
 * @param nearest the most alike of some records; null when there is none
 * @param compared how many pairs were compared for that
 * @param isSample whether there are more
 * @param missing what would make them one, the message to say it
 */
record WhyView(
        boolean isTogether,
        End from,
        End to,
        List<Step> path,
        int left,
        Step weakest,
        List<Corroborating> corroborating,
        boolean corroboratingCut,
        List<Past> past,
        boolean isCut,
        List<Held> held,
        List<Suppressed> suppressed,
        List<Pair> matches,
        Pair nearest,
        int compared,
        boolean isSample,
        Missing missing) {

    /**
     * A member that was asked about.
     *
     * @param customer whose it is; null when nobody's
     * @param name of that customer; null when no record says one
     */
    record End(String key, Shown member, Shown customer, Shown name, String asked) {}

    /**
     * A link of the path.
     *
     * @param kind {@code OBSERVED, MATCHED} or {@code ASSERTED}
     * @param strength {@code STRONG, WEAK, matched} or {@code asserted}
     * @param gap whether steps before it are not shown
     * @param decision null when there is none
     */
    record Step(
            int position,
            Shown from,
            Shown to,
            String kind,
            String strength,
            String linkClass,
            String source,
            Instant observedAt,
            Double probability,
            Pair pair,
            String assertion,
            Shown by,
            Shown reason,
            boolean isWeakest,
            boolean gap,
            Past decision) {}

    /** Other evidence. @param over what is shared; null of a link between two */
    record Corroborating(String strength, String linkClass, Shown over, List<Shown> members, Double weight) {}

    /** A decision. */
    record Past(DecisionWords.Line line) {}

    /**
     * A held link.
     *
     * @param key of the first member, for the address of a question
     * @param review the item that waits for a steward; null when there is none
     */
    record Held(
            String kind,
            String strength,
            String linkClass,
            Shown from,
            Shown to,
            String constraint,
            Shown detail,
            Instant observedAt,
            Double probability,
            String assertion,
            Shown by,
            Shown reason,
            String review) {}

    /** An identifier that links nobody. */
    record Suppressed(Shown identifier, String reason) {}

    /**
     * Two records that were compared.
     *
     * @param status {@code REVIEW, HELD} or {@code NONE}; {@code MATCHED} on a path
     * @param threshold from which the policy joins
     * @param fields what both say
     * @param review the item that waits for a steward; null when there is none
     */
    record Pair(
            Shown left,
            Shown right,
            String status,
            double probability,
            Double threshold,
            Waterfall fall,
            List<Field> fields,
            String review) {}

    /**
     * What two records say.
     *
     * @param verdict {@code same, different} or {@code one}
     */
    record Field(String name, Shown left, Shown right, String verdict) {}

    /** @param key of the message {@code why.missing.KEY} */
    record Missing(String key, List<String> values) {

        /** The first word that the message takes; empty when it takes none. */
        public String one() {
            return values.isEmpty() ? "" : values.get(0);
        }

        /** The second one. */
        public String other() {
            return values.size() < 2 ? "" : values.get(1);
        }
    }
}
