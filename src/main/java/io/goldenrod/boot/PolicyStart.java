package io.goldenrod.boot;

import io.goldenrod.graph.PolicyStore;
import io.goldenrod.graph.PolicyStore.Kept;
import io.goldenrod.graph.PolicyStore.Standing;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.neo4j.DatabaseStartException;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.revision.PolicyChanges;
import java.nio.file.Path;
import java.time.Instant;

/** Finds out by which policy to start: the graph's own, whatever the settings say, once it has one. */
final class PolicyStart {

    private static final int HASH_SHOWN = 12;

    private final PolicyStore store;
    private final String file;

    /** @param file of the settings; empty when they name none */
    PolicyStart(PolicyStore store, String file) {
        this.store = store;
        this.file = file;
    }

    /**
     * @throws DatabaseStartException when the settings name another policy than the one in force
     */
    PolicyInUse.Parts find(RecordLimits limits, Instant now) {
        CompletePolicy given = file.isEmpty() ? null : CompletePolicy.load(Path.of(file));
        CompletePolicy first = given == null ? CompletePolicy.shipped() : given;
        Standing standing = store.adopt(PolicyChanges.kept(first), given != null, now);
        Kept kept = store.find(standing.hash()).orElseThrow();
        if (given != null && !given.policy().hash().equals(standing.hash())) {
            throw new DatabaseStartException(
                    "the records of this graph were resolved by policy " + shorten(standing.hash()) + " ("
                            + kept.name() + "), not by "
                            + shorten(given.policy().hash()) + ", that of "
                            + file + "; to change to it: goldenrod policy apply " + file
                            + "; to start with the graph's own, name no policy file",
                    null);
        }
        CompletePolicy inForce = first.policy().hash().equals(standing.hash()) ? first : load(kept);
        if (inForce.matcher() != null && kept.model() == null) {
            store.keepModel(standing.hash(), inForce.model());
        }
        Policy policy = inForce.policy();
        return PolicyInUse.Parts.of(policy, inForce.matcher(), limits, standing.settled());
    }

    private static CompletePolicy load(Kept kept) {
        try {
            return CompletePolicy.kept(kept.document(), kept.model(), kept.hash());
        } catch (RuntimeException unreadable) {
            throw new DatabaseStartException(
                    "the policy in force, " + shorten(kept.hash()) + " (" + kept.name() + "), cannot be read from"
                            + " the graph; name its file with --goldenrod.policy.file, as at the start before: "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static String shorten(String hash) {
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }
}
