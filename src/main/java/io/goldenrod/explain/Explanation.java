package io.goldenrod.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * Why two members are one customer, or why they are not. Of a question about one customer the parts about two are null,
 * and the other way round.
 *
 * @param customerId the customer of both
 * @param pathLength how many steps the path has; more than {@code path} shows when it is long, see the positions
 * @param path the strongest chain of evidence: its weakest step is as strong as can be, and it is as short as that
 *     allows
 * @param weakest the weakest step of the path
 * @param corroborating what else ties the records of the path, strongest first
 * @param corroboratingCut whether there is more of that
 * @param history decisions that once joined what is on the path, or other customers to this one, by a link that is no
 *     more, newest first
 * @param cut whether there are more links than are looked at: there may be a stronger path, or one at all
 * @param customers the customers of both, where they have any
 * @param held links between the two that a constraint holds
 * @param suppressed identifiers that both carry, or that were asked about, and that link nothing
 * @param matches pairs of their records that matching found, the heaviest first
 * @param nearest of some of their records the pair that is most alike; where nothing else is between the two
 * @param missing what would make them one customer, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        boolean sameCustomer,
        End from,
        End to,
        String customerId,
        Integer pathLength,
        List<Step> path,
        Step weakest,
        List<Corroboration> corroborating,
        Boolean corroboratingCut,
        List<Told> history,
        Boolean cut,
        List<String> customers,
        List<Held> held,
        List<Suppressed> suppressed,
        List<Pair> matches,
        Nearest nearest,
        String missing) {

    static Explanation together(
            End from, End to, Together found, List<Corroboration> corroborating, boolean more, boolean cut) {
        return new Explanation(
                true,
                from,
                to,
                from.customerId(),
                found.length(),
                found.path(),
                found.weakest(),
                corroborating,
                more,
                found.history(),
                cut,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Explanation apart(
            End from,
            End to,
            List<String> customers,
            List<Held> held,
            List<Suppressed> suppressed,
            List<Pair> matches,
            Nearest nearest,
            String missing) {
        return new Explanation(
                false,
                from,
                to,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                customers,
                held,
                suppressed,
                matches,
                nearest,
                missing);
    }

    /** The path as it is shown. */
    record Together(int length, List<Step> path, Step weakest, List<Told> history) {}

    /**
     * One of the two that were asked about.
     *
     * @param member the member that it stands for, as {@code record:source/recordId} or {@code type:value}
     * @param customerId the customer that the member belongs to; null when it belongs to none
     * @param requestedId the customer ID that was asked about, for which its founding record stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record End(String member, String customerId, String requestedId) {}

    /**
     * A link of the path.
     *
     * @param position from 1
     * @param kind OBSERVED, MATCHED or ASSERTED
     * @param linkClass an identifier type, {@code matched} or {@code same}
     * @param record the record that says it, as source/recordId; null for what a steward said
     * @param observedAt when; null for a match
     * @param weight of a match, in bits
     * @param probability of the same, 0 to 1
     * @param rules the blocking rules by which the pair was found
     * @param model hash of the model
     * @param assertion the ID of what a steward said
     * @param by who said it
     * @param reason why; may be empty
     * @param alive whether the evidence is there now: always true on a path
     * @param decision the decision that tells of it, or that brought the record in; null when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            int position,
            String from,
            String to,
            String kind,
            String linkClass,
            String record,
            String source,
            Instant observedAt,
            Double weight,
            Double probability,
            List<Part> breakdown,
            List<String> rules,
            String model,
            String assertion,
            String by,
            String reason,
            boolean alive,
            Told decision) {}

    /**
     * What one field adds to the weight of a match.
     *
     * @param level how far both agree
     * @param weight in bits
     */
    public record Part(String field, String level, double weight) {}

    /**
     * A decision.
     *
     * @param record the record that caused it
     * @param over the identifier or the record over which the causing link ran
     * @param policy hash of the policy in force
     * @param alive whether the causing link is there now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(
            long seq,
            Instant at,
            String kind,
            String customerId,
            String otherId,
            String record,
            String over,
            String linkClass,
            String policy,
            String request,
            Boolean alive) {}

    /**
     * Evidence that the path does not need.
     *
     * @param over the identifier that the records share; null for a match
     * @param members the members of the path that it ties
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Corroboration(String kind, String linkClass, String over, List<String> members, Double weight) {}

    /**
     * A link that is held.
     *
     * @param detail what exactly, without personal values
     * @param because the same for people
     * @param assertion the ID of what a steward said of the two
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(
            String kind,
            String linkClass,
            String from,
            String fromCustomer,
            String to,
            String toCustomer,
            Instant observedAt,
            Double weight,
            Double probability,
            String constraint,
            String detail,
            String because,
            String assertion,
            String by,
            String reason) {}

    /**
     * An identifier that links nothing.
     *
     * @param reason DENIED, SHARED, NAMES or NONE
     * @param because for people
     */
    public record Suppressed(String identifier, String reason, String because) {}

    /**
     * Two records that are alike.
     *
     * @param status REVIEW when the pair waits for a steward, HELD when it matches and is held, NONE otherwise
     * @param threshold the probability that joins
     * @param against the fields that speak against the two being one person, the worst first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pair(
            String left,
            String right,
            String status,
            double weight,
            double probability,
            double threshold,
            List<Part> breakdown,
            List<String> against,
            List<String> rules,
            String model) {}

    /**
     * The most alike of some records.
     *
     * @param compared how many pairs were compared
     * @param cut whether the customers have more records
     */
    public record Nearest(Pair pair, int compared, boolean cut) {}
}
