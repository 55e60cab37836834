package io.goldenrod.graph;

import java.time.Instant;
import java.util.Optional;

/** What stewards said, for those who ask without writing. */
public interface AssertionReads {

    /**
     * @return empty when no such assertion was ever made
     * @throws GraphUnavailableException when the store does not answer
     */
    Optional<Entry> find(String id);

    /**
     * By ID.
     *
     * @param inForce whether those in force, or those that were retracted; null for all
     * @param member that they are about; null for any
     * @param after the ID after which to start; empty for the first
     * @throws GraphUnavailableException when the store does not answer
     */
    Page<Entry> list(Boolean inForce, String member, String after, int limit);

    /**
     * @param end null while it is in force
     */
    record Entry(StoredAssertion assertion, End end) {}

    /** Who took it back, and why. */
    record End(String by, Instant at, String reason) {}
}
