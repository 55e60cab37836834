package io.goldenrod.api;

import io.goldenrod.revision.PolicyDifference;
import io.goldenrod.revision.Simulation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Sends how far a simulation is, at most once a second, and then its result, each as a line. */
final class SimulationOut implements Simulation.Watcher {

    private static final long PAUSE_NANOS = 1_000_000_000;

    private final HttpServletResponse response;
    private long sentAt;
    private boolean started;

    SimulationOut(HttpServletResponse response) {
        this.response = response;
    }

    /** How far it is. */
    record ProgressView(String phase, long done, long total) {}

    @Override
    public void at(String phase, long done, long total) {
        long now = System.nanoTime();
        if (!started || now - sentAt >= PAUSE_NANOS) {
            sentAt = now;
            try {
                send(Map.of("progress", new ProgressView(phase, done, total)));
            } catch (IOException e) {
                throw new UncheckedIOException("the client left", e);
            }
        }
    }

    void result(PolicyDifference difference) throws IOException {
        send(Map.of("result", difference));
    }

    /** As the answer, or as the last line of one that is under way. */
    void fail(ProblemException problem) throws IOException {
        if (!started) {
            throw problem;
        }
        send(Map.of("error", problem.problem("/v1/policy/simulate")));
    }

    private void send(Map<String, ?> line) throws IOException {
        if (!started) {
            started = true;
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType(Json.LINES_MEDIA_TYPE);
        }
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(line));
        response.getOutputStream().write('\n');
        response.flushBuffer();
    }
}
