package io.goldenrod.boot;

import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.PolicyInUse;
import java.util.function.Function;

/** The graph, written by whatever policy is in use when a transaction begins. */
record FollowingStore(ResolutionStore store, PolicyInUse inUse) implements ResolutionStore {

    private ResolutionStore current() {
        PolicyInUse.Parts parts = inUse.parts();
        return store.under(parts.policy(), parts.settled());
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        return current().inTransaction(work);
    }

    @Override
    public <T> T onTrial(Function<Transaction, T> work) {
        return current().onTrial(work);
    }

    @Override
    public ResolutionStore under(Policy policy, boolean settled) {
        return store.under(policy, settled);
    }
}
