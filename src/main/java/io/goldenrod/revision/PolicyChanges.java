package io.goldenrod.revision;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.PolicyChangedException;
import io.goldenrod.graph.PolicyStore;
import io.goldenrod.graph.PolicyStore.Kept;
import io.goldenrod.graph.PolicyStore.Progress;
import io.goldenrod.graph.PolicyStore.Standing;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.BringUp;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.resolution.ResolutionEngine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Puts policies in force, and brings the graph's records up to them in the background, in parts of
 * {@value #PART_RECORDS} records. Of all instances on a graph one does so; when it stops, another goes on within a
 * minute. Thread-safe.
 */
public final class PolicyChanges implements AutoCloseable {

    /** How long an instance that only reads may go on by a policy that is no longer in force. */
    public static final Duration LAG_MAX = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(PolicyChanges.class.getName());
    private static final int PART_RECORDS = 250;
    private static final Duration LAPSE = Duration.ofMinutes(1);
    private static final int HASH_SHOWN = 12;

    private final PolicyStore store;
    private final PolicyInUse inUse;
    private final ResolutionEngine engine;
    private final RecordLimits limits;
    private final Clock clock;
    private final String worker;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "policy");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    /**
     * @param inUse what this instance resolves by, as the engine does; both follow the graph from now on
     * @param worker names this instance among all
     */
    public PolicyChanges(
            PolicyStore store,
            PolicyInUse inUse,
            ResolutionEngine engine,
            RecordLimits limits,
            Clock clock,
            String worker) {
        this.store = store;
        this.inUse = inUse;
        this.engine = engine;
        this.limits = limits;
        this.clock = clock;
        this.worker = worker;
    }

    /** From now on follows the graph, and goes on with what another instance left undone. */
    public void start() {
        background.scheduleWithFixedDelay(this::tend, 0, LAG_MAX.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tend() {
        try {
            refresh();
            if (!inUse.parts().settled()) {
                work();
            }
        } catch (GraphUnavailableException e) {
            LOG.log(Level.DEBUG, "the graph does not tell its policy now", e);
        } catch (RuntimeException | Error e) {
            // Not thrown on, or nothing would ever be tried again.
            LOG.log(Level.ERROR, "the records could not be brought up to the policy in force; tried again soon", e);
        }
    }

    /** Follows the graph at once. */
    public synchronized void refresh() {
        Standing standing = store.standing().orElseThrow();
        PolicyInUse.Parts parts = inUse.parts();
        boolean same = parts.policy().hash().equals(standing.hash());
        if (same && parts.settled() == standing.settled()) {
            return;
        }
        CompletePolicy next =
                same ? new CompletePolicy(parts.policy(), parts.matcher()) : load(store.find(standing.hash()));
        engine.follow(next.policy(), next.matcher(), standing.settled());
        inUse.follow(PolicyInUse.Parts.of(next.policy(), next.matcher(), limits, standing.settled()));
    }

    private static CompletePolicy load(Optional<Kept> kept) {
        Kept found = kept.orElseThrow();
        return CompletePolicy.kept(found.document(), found.model(), found.hash());
    }

    /**
     * Puts a policy in force. Returns before the records are brought up to it.
     *
     * @param by who wants it; null when not given
     * @param reason why; null when not given
     * @return false when it is in force already
     * @throws ChangeUnderWay when records are still being brought up to the one in force
     */
    public boolean apply(CompletePolicy policy, String by, String reason) {
        refresh();
        if (store.progress().isPresent()) {
            throw new ChangeUnderWay();
        }
        if (inUse.policy().hash().equals(policy.policy().hash())) {
            return false;
        }
        if (!store.begin(kept(policy), by, reason, clock.instant())) {
            throw new ChangeUnderWay();
        }
        refresh();
        if (!background.isShutdown()) {
            background.execute(this::tend);
        }
        return true;
    }

    /** As it is kept in the graph. */
    public static Kept kept(CompletePolicy policy) {
        return new Kept(policy.policy().hash(), policy.policy().name(), policy.document(), policy.model());
    }

    public Optional<Progress> progress() {
        return store.progress();
    }

    /**
     * Brings records up until all are, unless another instance does.
     *
     * @throws GraphUnavailableException when the store does not answer; it goes on where it was when called again
     */
    public void work() {
        work((phase, done, total) -> {});
    }

    /** As {@link #work()}, telling how far it is. */
    public void work(Simulation.Watcher watcher) {
        Instant now = clock.instant();
        Optional<Progress> begun = store.progress();
        if (begun.isEmpty() || !store.claim(worker, now.minus(LAPSE), now)) {
            return;
        }
        refresh();
        Policy policy = inUse.policy();
        Progress progress = store.progress().orElseThrow();
        BringUp bringUp = BringUp.between(before(progress), policy, new RecordReading(policy));
        String request = "policy "
                + policy.hash().substring(0, Math.min(HASH_SHOWN, policy.hash().length()));
        String after = progress.after();
        long done = progress.done();
        while (!closed) {
            List<String> keys = store.keysAfter(after, PART_RECORDS);
            if (keys.isEmpty()) {
                store.finish(worker);
                refresh();
                return;
            }
            try {
                engine.bringUp(keys.stream().map(RecordKey::parse).toList(), bringUp, request);
            } catch (PolicyChangedException another) {
                refresh();
                return;
            }
            after = keys.get(keys.size() - 1);
            done += keys.size();
            watcher.at("APPLYING", done, Math.max(done, progress.total()));
            if (!store.note(worker, after, keys.size(), clock.instant())) {
                return;
            }
        }
    }

    /** Null when it cannot be told any more: then everything is looked at. */
    private Policy before(Progress progress) {
        try {
            return progress.before() == null
                    ? null
                    : load(store.find(progress.before())).policy();
        } catch (RuntimeException unreadable) {
            LOG.log(Level.DEBUG, "the policy before is not readable", unreadable);
            return null;
        }
    }

    /** What is under way ends with its part; another instance, or the next start, goes on. */
    @Override
    public void close() {
        closed = true;
        background.shutdown();
        try {
            background.awaitTermination(LAG_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
