package io.goldenrod.cli;

import io.goldenrod.ingest.RecordIntake;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** An open store. */
public interface Store extends AutoCloseable {

    RecordIntake intake();

    /** The identifier types of the policy that the store is used with. */
    Set<String> identifierTypes();

    /**
     * Whose the identifier is.
     *
     * @param value as people write it
     * @throws IllegalArgumentException when the value is none of its type; the message says why
     */
    Resolved resolve(String type, String value);

    /**
     * Compares everything stored with what it is derived from.
     *
     * @param differences told one by one, each in a line
     * @return what was looked at
     */
    Checked check(Consumer<String> differences);

    @Override
    void close();

    /**
     * The answer for an identifier.
     *
     * @param resolution {@code MATCHED, AMBIGUOUS} or {@code UNKNOWN}
     * @param customerId null unless matched
     * @param candidates customer IDs; empty unless ambiguous
     */
    record Resolved(String resolution, String customerId, List<String> candidates) {}

    /**
     * What a check looked at.
     *
     * @param differences how many were found
     */
    record Checked(long records, long identifiers, long customers, long decisions, long differences) {}
}
