package io.goldenrod.console.policy;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.graph.PolicyStore;
import io.goldenrod.graph.PolicyStore.Kept;
import io.goldenrod.graph.PolicyStore.Standing;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.resolution.PolicyInUse;
import org.springframework.stereotype.Component;

/** Finds the policies that are or were in force. */
@Component
class Policies {

    private final PolicyStore store;
    private final PolicyInUse inUse;

    Policies(PolicyStore store, PolicyInUse inUse) {
        this.store = store;
        this.inUse = inUse;
    }

    String hashInForce() {
        return store.standing()
                .map(Standing::hash)
                .orElseGet(() -> inUse.policy().hash());
    }

    /**
     * @throws ConsoleProblem when none of that hash was ever in force, or this version of the program cannot read it
     */
    CompletePolicy find(String hash) {
        PolicyInUse.Parts parts = inUse.parts();
        if (parts.policy().hash().equals(hash)) {
            return new CompletePolicy(parts.policy(), parts.matcher());
        }
        Kept kept = store.find(hash).orElseThrow(() -> ConsoleProblem.notFound("unknownPolicy"));
        try {
            return CompletePolicy.kept(kept.document(), kept.model(), kept.hash());
        } catch (InvalidPolicy unreadable) {
            throw ConsoleProblem.refused("oldPolicy");
        }
    }
}
