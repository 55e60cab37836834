package io.goldenrod.cli;

import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.revision.PolicyDifference;
import io.goldenrod.revision.Simulation;
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

    /**
     * What another policy would change; writes nothing.
     *
     * @throws IllegalUse when it cannot be told here; the message says why
     */
    PolicyDifference simulate(CompletePolicy policy, Simulation.Watcher watcher);

    /**
     * Puts a policy in force, and brings all records up to it; also goes on with what was cut off.
     *
     * @param by null when not given
     * @param reason null when not given
     * @return false when it was in force already
     * @throws IllegalUse when records are still being brought up to another one
     */
    boolean apply(CompletePolicy policy, String by, String reason, Simulation.Watcher watcher);

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
