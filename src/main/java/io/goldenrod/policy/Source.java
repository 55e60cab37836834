package io.goldenrod.policy;

/**
 * A system that sends records.
 *
 * @param name as in a record's key
 * @param owner the team that answers for it; may be empty
 * @param description may be empty
 * @param trustRank 1 (trusted most) to 1,000
 * @param phoneRegion ISO 3166-1 alpha-2 region of phone numbers written without a country code; empty when there is
 *     none
 * @param dateOrder how dates in numbers are written; null when it is not known, and ambiguous dates are refused
 */
public record Source(
        String name, String owner, String description, int trustRank, String phoneRegion, DateOrder dateOrder) {

    /** A source of which the order of dates is not known. */
    public Source(String name, String owner, String description, int trustRank, String phoneRegion) {
        this(name, owner, description, trustRank, phoneRegion, null);
    }
}
