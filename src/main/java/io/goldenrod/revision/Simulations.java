package io.goldenrod.revision;

import io.goldenrod.graph.AssertionReads;
import io.goldenrod.graph.RecordScan;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.resolution.ServiceBusy;
import java.util.concurrent.Semaphore;

/** Tries other policies on the graph, one at a time. Thread-safe. */
public final class Simulations {

    private final RecordScan graph;
    private final AssertionReads assertions;
    private final PolicyInUse inUse;
    private final PolicyChanges changes;
    private final Semaphore free = new Semaphore(1);

    public Simulations(RecordScan graph, AssertionReads assertions, PolicyInUse inUse, PolicyChanges changes) {
        this.graph = graph;
        this.assertions = assertions;
        this.inUse = inUse;
        this.changes = changes;
    }

    /**
     * What the policy would change.
     *
     * @throws ServiceBusy when another one is being tried
     * @throws ChangeUnderWay when records are still being brought up to the policy in force
     * @throws SimulationTooLarge when there is not enough memory, or too many records hang together by the policy
     */
    public PolicyDifference run(CompletePolicy policy, Simulation.Watcher watcher) {
        if (!free.tryAcquire()) {
            throw new ServiceBusy("another policy is being tried; try again when that is through");
        }
        try {
            changes.refresh();
            PolicyInUse.Parts now = inUse.parts();
            if (!now.settled()) {
                throw new ChangeUnderWay();
            }
            return new Simulation(graph, assertions, now.policy(), policy, watcher).run();
        } finally {
            free.release();
        }
    }
}
