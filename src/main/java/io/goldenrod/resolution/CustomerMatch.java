package io.goldenrod.resolution;

import io.goldenrod.graph.IdentifierLookup.Resolution;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.policy.Linking;
import java.util.List;

/**
 * The customer that several identifiers mean together, and how far they agree.
 *
 * @param customerId null unless matched
 * @param confidence null unless matched
 * @param reasons the identifiers and attributes that speak for the customer
 * @param conflicts what does not lead to the customer
 * @param candidates when ambiguous, whom it could be
 * @param similar customers found by what the attributes say, the most likely first; the one that is answered left out
 */
public record CustomerMatch(
        Resolution resolution,
        String customerId,
        Confidence confidence,
        List<Reason> reasons,
        List<Conflict> conflicts,
        List<String> candidates,
        List<Similar> similar) {

    /**
     * A customer with a record that is like what was asked.
     *
     * @param probability that both are of one person, 0 to 1
     */
    public record Similar(String customerId, RecordKey record, double probability) {}

    /**
     * How much the answer rests on.
     *
     * @param strongest the type of the strongest identifier that leads to the customer; {@code matched} when none does
     * @param linking how that type links; null when none does
     * @param agreeing identifiers that lead to the customer
     * @param given identifiers asked about, without repeats
     * @param attributesAgreeing attributes with the profile's value
     * @param attributesContradicting attributes with another value than the profile's
     * @param probability of the best match; null when the customer was found by identifiers
     */
    public record Confidence(
            String strongest,
            Linking linking,
            int agreeing,
            int given,
            int attributesAgreeing,
            int attributesContradicting,
            Double probability) {}

    /**
     * One thing that speaks for the customer.
     *
     * @param kind {@code IDENTIFIER, MATCH} or {@code ATTRIBUTE}
     * @param identifier null unless of that kind
     * @param linking null unless of that kind
     * @param attribute its name; null unless of that kind
     * @param match null unless of that kind
     */
    public record Reason(String kind, Identifier identifier, Linking linking, String attribute, Similar match) {}

    /**
     * One thing that does not.
     *
     * @param kind {@code OTHER_CUSTOMER, AMBIGUOUS, UNKNOWN, INVALID} or {@code ATTRIBUTE}
     * @param field its place in the question, as in {@code identifiers[2]}
     * @param identifier null when it could not be normalised, and for an attribute
     * @param customerId where it leads instead, or null
     * @param detail why, for people
     */
    public record Conflict(String kind, String field, Identifier identifier, String customerId, String detail) {}
}
