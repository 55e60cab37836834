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
 */
public record Source(String name, String owner, String description, int trustRank, String phoneRegion) {}
