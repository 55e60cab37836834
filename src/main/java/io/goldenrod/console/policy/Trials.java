package io.goldenrod.console.policy;

import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.resolution.ServiceBusy;
import io.goldenrod.revision.ChangeUnderWay;
import io.goldenrod.revision.PolicyDifference;
import io.goldenrod.revision.SimulationTooLarge;
import io.goldenrod.revision.Simulations;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Policies that were tried from the console, or are being, one at a time. Kept in memory: the last {@link #KEPT_MAX},
 * for {@link #KEPT}; each can be left and come back to by its address. Thread-safe.
 */
@Component
class Trials {

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);
    private static final int KEPT_MAX = 20;
    private static final Duration KEPT = Duration.ofHours(24);

    private final Simulations simulations;
    private final PolicyInUse policies;
    private final Clock clock;
    private final Deque<Trial> trials = new ArrayDeque<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "policy-trial");
        thread.setDaemon(true);
        return thread;
    });

    Trials(Simulations simulations, PolicyInUse policies, Clock clock) {
        this.simulations = simulations;
        this.policies = policies;
        this.clock = clock;
    }

    /** How a trial stands. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        /** It ended early, as its problem says. */
        FAILED
    }

    /** A policy that is tried. */
    static final class Trial {

        private final String id = UUID.randomUUID().toString();
        private final String document;
        private final CompletePolicy policy;
        private final String before;
        private final String by;
        private final Instant startedAt;
        private volatile State state = State.RUNNING;
        private volatile String phase = "READING";
        private volatile long done;
        private volatile long total;
        private volatile boolean stopping;
        private volatile PolicyDifference difference;
        private volatile String problem;

        private Trial(String document, CompletePolicy policy, String before, String by, Instant startedAt) {
            this.document = document;
            this.policy = policy;
            this.before = before;
            this.by = by;
            this.startedAt = startedAt;
        }

        public String id() {
            return id;
        }

        /** As it was written. */
        public String document() {
            return document;
        }

        public CompletePolicy policy() {
            return policy;
        }

        /** Hash of the policy that it is compared with. */
        public String before() {
            return before;
        }

        public String by() {
            return by;
        }

        public Instant startedAt() {
            return startedAt;
        }

        public State state() {
            return state;
        }

        /** What it does: READING, MATCHING or RESOLVING. */
        public String phase() {
            return phase;
        }

        public long done() {
            return done;
        }

        /** How many there are to be done, about; 0 when not known yet. */
        public long total() {
            return total;
        }

        /** Null unless it is done. */
        public PolicyDifference difference() {
            return difference;
        }

        /** Names the message that says why it failed; null unless it did. */
        public String problem() {
            return problem;
        }

        private void at(String phaseNow, long doneNow, long totalNow) {
            if (stopping) {
                throw new CancellationException();
            }
            phase = phaseNow;
            done = doneNow;
            total = totalNow;
        }
    }

    /**
     * Begins to try a policy.
     *
     * @param document the policy as it was written
     * @return empty when another one is being tried here
     */
    synchronized Optional<Trial> begin(String document, CompletePolicy policy, String by) {
        forget();
        if (running().isPresent()) {
            return Optional.empty();
        }
        Trial trial = new Trial(document, policy, policies.policy().hash(), by, clock.instant());
        trials.addFirst(trial);
        while (trials.size() > KEPT_MAX) {
            trials.removeLast();
        }
        background.execute(() -> run(trial));
        return Optional.of(trial);
    }

    private void run(Trial trial) {
        try {
            trial.difference = simulations.run(trial.policy, trial::at);
            trial.state = State.DONE;
        } catch (CancellationException cancelled) {
            trial.state = State.CANCELLED;
        } catch (ChangeUnderWay e) {
            fail(trial, "changeUnderWay");
        } catch (ServiceBusy e) {
            fail(trial, "busy");
        } catch (SimulationTooLarge e) {
            fail(trial, "tooLarge");
        } catch (RuntimeException | Error e) {
            // a page waits for the end of it, whatever that is
            LOG.error("A policy could not be tried: {}", e.getClass().getName());
            fail(trial, "failed");
        }
    }

    private static void fail(Trial trial, String problem) {
        trial.problem = problem;
        trial.state = State.FAILED;
    }

    synchronized Optional<Trial> find(String id) {
        forget();
        return trials.stream().filter(trial -> trial.id.equals(id)).findFirst();
    }

    /** The newest one. */
    synchronized Optional<Trial> last() {
        forget();
        return Optional.ofNullable(trials.peekFirst());
    }

    synchronized Optional<Trial> running() {
        return trials.stream().filter(trial -> trial.state == State.RUNNING).findFirst();
    }

    /** Ends it at the next step. */
    void cancel(Trial trial) {
        trial.stopping = true;
    }

    private void forget() {
        Instant oldest = clock.instant().minus(KEPT);
        trials.removeIf(trial -> trial.state != State.RUNNING && trial.startedAt.isBefore(oldest));
    }

    @PreDestroy
    void close() {
        running().ifPresent(this::cancel);
        background.shutdownNow();
    }
}
