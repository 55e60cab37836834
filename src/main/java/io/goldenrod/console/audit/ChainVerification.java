package io.goldenrod.console.audit;

import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.DecisionLog.Head;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.quality.ChainCheck;
import io.goldenrod.quality.ChainReport;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifies the chain of decisions when somebody asks for it, one verification at a time, part by part. */
@Component
class ChainVerification {

    private static final Logger LOG = LoggerFactory.getLogger(ChainVerification.class);
    private static final long PART = 20_000;

    private final DecisionLog log;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "verification");
        thread.setDaemon(true);
        return thread;
    });

    private volatile State state = new State(false, 0, 0, null, null, false);

    ChainVerification(DecisionLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Where it is.
     *
     * @param done decisions that were computed anew so far
     * @param total decisions in all
     * @param at when the last verification ended; null before the first
     * @param report of the last verification; null before the first, and when it failed
     * @param hasFailed whether the last one could not be brought to its end
     */
    record State(boolean isRunning, long done, long total, Instant at, ChainReport report, boolean hasFailed) {}

    State state() {
        return state;
    }

    /** Begins, unless one is under way. */
    synchronized void begin() {
        if (!state.isRunning()) {
            Head head = log.head();
            state = new State(true, 0, head.seq() - head.first() + 1, state.at(), state.report(), false);
            worker.execute(() -> run(head));
        }
    }

    private void run(Head head) {
        long decisions = 0;
        long erased = 0;
        long total = state.total();
        try {
            for (long from = head.first(); ; from += PART) {
                long to = Math.min(head.seq(), from + PART - 1);
                ChainReport part = new ChainCheck(log).run(head, from, to);
                decisions += part.decisions();
                erased += part.erased();
                if (!part.isIntact() || to >= head.seq()) {
                    var whole = new ChainReport(
                            head.first(), to, decisions, erased, part.lastSeq(), part.lastHash(), part.broken());
                    state = new State(false, decisions, total, clock.instant(), whole, false);
                    return;
                }
                state = new State(true, decisions, total, state.at(), state.report(), false);
            }
        } catch (GraphUnavailableException e) {
            state = new State(false, decisions, total, clock.instant(), null, true);
        } catch (RuntimeException e) {
            LOG.error("The verification of the chain failed: {}", e.getClass().getName());
            state = new State(false, decisions, total, clock.instant(), null, true);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
