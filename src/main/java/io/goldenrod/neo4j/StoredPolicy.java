package io.goldenrod.neo4j;

import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.util.Map;

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
        if (!inForce.text("hash").equals(policy.hash())) {
            throw new DatabaseStartException(
                    "the records of this graph were resolved by policy " + shorten(inForce.text("hash")) + " ("
                            + inForce.text("name") + "), not by " + shorten(policy.hash())
                            + "; start with that one (its document is on the graph's Policy node), or with an empty graph",
                    null);
        }
    }

    private static String shorten(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
