package io.goldenrod.testkit;

import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.ResolutionStoreContractTests;
import io.goldenrod.policy.Policy;

class MemoryGraphTests extends ResolutionStoreContractTests {

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
