package io.goldenrod.bulk;

import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.partition.Constraint;
import java.io.IOException;
import java.time.Instant;

/**
 * Takes what a whole file comes to, a row at a time and from one thread at a time. The same records under the same
 * policy give the same rows in the same order, on any number of threads: first what is suppressed, then the customers
 * in the order of their first records, each followed by its members, then the held links.
 */
public interface BulkOutput {

    /** An identifier that does not link any record, see {@link Suppressed}. */
    void suppressed(Suppressed identifier) throws IOException;

    /** A customer; its members follow. */
    void customer(Customer customer) throws IOException;

    /**
     * A member of the customer before: its records in the order of the files, then its identifiers.
     *
     * @param member {@code record:source/recordId}, or an identifier as {@code type:value}
     */
    void member(String member, String customerId) throws IOException;

    /** A link that a constraint keeps from joining. */
    void heldLink(Held link) throws IOException;

    /**
     * A customer.
     *
     * @param customerId its golden ID
     * @param records how many records it has
     * @param identifiers how many identifiers it has
     * @param firstObservedAt the earliest observation of its records
     * @param lastObservedAt the latest
     * @param bond what holds its records together, the weakest
     * @param profile what survives of its records' values, and what that beat
     */
    record Customer(
            String customerId,
            long records,
            long identifiers,
            Instant firstObservedAt,
            Instant lastObservedAt,
            Bond bond,
            GoldenProfile profile) {}

    /**
     * A held link.
     *
     * @param member {@code record:source/recordId}
     * @param other an identifier, or the other record of a match
     * @param linkClass an identifier type, or {@code matched}
     * @param weight how sure the match is, in bits; 0 for an identifier
     * @param observedAt when the record was observed; null for a match
     * @param detail what exactly holds it, without personal values
     */
    record Held(
            String member,
            String other,
            String linkClass,
            double weight,
            Instant observedAt,
            Constraint constraint,
            String detail) {}

    /**
     * An identifier that belongs to no customer.
     *
     * @param identifier {@code type:value}
     * @param reason {@code DENIED}, {@code SHARED} or {@code NAMES}
     * @param detail what that rests on, without personal values
     * @param records how many records carry it
     */
    record Suppressed(String identifier, String reason, String detail, long records) {}
}
