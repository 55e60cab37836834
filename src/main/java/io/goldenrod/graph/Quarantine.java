package io.goldenrod.graph;

import io.goldenrod.normalize.FieldProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Refused lines, kept for correction and replay. Holds a limited number. */
public interface Quarantine {

    /** Longest text of a line that is kept, in characters; a longer one is kept in part and cannot be replayed. */
    int BODY_LENGTH_MAX = 64 * 1024;

    /**
     * Keeps the lines.
     *
     * @return for each, in order, whether it is kept; not when the quarantine is full
     */
    List<Boolean> add(List<Refusal> refusals);

    /** Refusals by id, which is the order of their time. */
    Page<Refusal> page(String after, int limit);

    Optional<Refusal> find(String id);

    /** Whether there was one to delete. */
    boolean delete(String id);

    /**
     * A refused line.
     *
     * @param id sorts by time
     * @param request that brought it
     * @param line its number in the request, from 1
     * @param source null when the line does not say
     * @param body the text as sent, at most {@link #BODY_LENGTH_MAX} characters
     * @param complete whether the body is all of the line
     */
    record Refusal(
            String id,
            Instant at,
            String request,
            long line,
            String source,
            String body,
            boolean complete,
            List<FieldProblem> errors) {}
}
