package io.goldenrod.testkit;

import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.ResolutionStoreContract;
import io.goldenrod.policy.Policy;

class MemoryGraphTests extends ResolutionStoreContract {

    private MemoryGraph graph;

    @Override
    protected ResolutionStore emptyStore(Policy policy) {
        graph = new MemoryGraph(policy);
        return graph;
    }

    @Override
    protected GraphSnapshot snapshot() {
        return graph.snapshot();
    }

    @Override
    protected int histories() {
        return 100;
    }
}
