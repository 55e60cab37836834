package io.goldenrod.neo4j;

import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The policy by which a graph was resolved: one for all of it, or its customers would follow different rules. */
public final class StoredPolicy {

    private StoredPolicy() {}

    /**
     * Makes the policy an empty graph's own.
     *
     * @param document the policy's text, kept with it
     * @throws DatabaseStartException when the graph's records were resolved by another one
     */
    public static void adopt(Database database, Policy policy, String document, Instant now) {
        Row inForce = database.write(runner -> runner.run(
                        PolicyStatement.ADOPT_POLICY,
                        Map.of(
                                "hash", policy.hash(),
                                "name", policy.name(),
                                "document", document,
                                "at", StoredNodes.time(now)))
                .get(0));
        if (inForce.text("rescoring") != null) {
            throw new DatabaseStartException(
                    "the records of this graph are being brought up to policy " + shorten(inForce.text("rescoring"))
                            + "; finish that with: goldenrod rescore --policy FILE --apply",
                    null);
        }
        if (!inForce.text("hash").equals(policy.hash())) {
            throw new DatabaseStartException(
                    "the records of this graph were resolved by policy " + shorten(inForce.text("hash")) + " ("
                            + inForce.text("name") + "), not by " + shorten(policy.hash())
                            + "; start with that one (its document is on the graph's Policy node), or with an empty"
                            + " graph; where they differ in matching alone: goldenrod rescore --policy FILE",
                    null);
        }
    }

    /**
     * The policy that the graph's records were resolved by.
     *
     * @param document its text
     * @param rescoring hash of the policy that they are being brought up to; null when they are not
     */
    public record InForce(String hash, String name, String document, String rescoring) {}

    /** Empty when no records were resolved yet. */
    public static Optional<InForce> read(Database database) {
        return database.query(PolicyStatement.READ_POLICY, Map.of()).stream()
                .map(row ->
                        new InForce(row.text("hash"), row.text("name"), row.text("document"), row.text("rescoring")))
                .findFirst();
    }

    /**
     * Begins to bring the records up to another policy; until it is finished, no service starts on the graph.
     *
     * @return the key of the last record that is done; empty when none is
     */
    public static String beginRescoring(Database database, Policy policy, String document, Instant now) {
        return database.write(runner -> runner.run(
                        PolicyStatement.BEGIN_RESCORING,
                        Map.of(
                                "hash", policy.hash(),
                                "name", policy.name(),
                                "document", document,
                                "at", StoredNodes.time(now)))
                .get(0)
                .text("after"));
    }

    /** Notes the last record that is done; repeating it is no harm. */
    public static void noteRescored(Database database, Policy policy, String after) {
        database.write(
                runner -> runner.run(PolicyStatement.NOTE_RESCORED, Map.of("hash", policy.hash(), "after", after)));
    }

    /** Puts the policy in force. */
    public static void finishRescoring(Database database, Policy policy) {
        database.write(runner -> runner.run(PolicyStatement.FINISH_RESCORING, Map.of("hash", policy.hash())));
    }

    private static String shorten(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
