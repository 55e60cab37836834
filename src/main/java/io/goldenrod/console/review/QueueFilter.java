package io.goldenrod.console.review;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.Links;
import io.goldenrod.graph.ReviewStore.Kind;
import io.goldenrod.partition.Constraint;
import io.goldenrod.steward.Review;
import io.goldenrod.steward.Review.Status;
import io.goldenrod.steward.ReviewFilter;
import io.goldenrod.steward.ReviewQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which part of the queue somebody looks at, as it stands in the addresses of the pages.
 *
 * @param kind null for any, as all that follows
 * @param assignee {@link #ME}, {@link #NOBODY} or null for whoever
 * @param percentMin least probability, 0 to 100
 * @param after where the part begins; empty for the start
 */
record QueueFilter(
        Status status,
        Kind kind,
        Constraint constraint,
        String assignee,
        String source,
        String identifierType,
        Integer percentMin,
        String after) {

    static final String ME = "me";
    static final String NOBODY = "nobody";
    private static final int TEXT_LENGTH_MAX = 200;
    private static final int PERCENT_MAX = 100;

    /** @throws ConsoleProblem when a value is none of those that there are */
    static QueueFilter read(Map<String, String> parameters) {
        String after = parameters.getOrDefault("after", "");
        if (!ReviewQueue.isCursor(after)) {
            throw ConsoleProblem.badRequest("badRequest");
        }
        Status status = oneOf(Status.class, parameters.get("status"));
        String assignee = text(parameters.get("assignee"));
        if (assignee != null && !assignee.equals(ME) && !assignee.equals(NOBODY)) {
            throw ConsoleProblem.badRequest("badRequest");
        }
        return new QueueFilter(
                status == null ? Status.OPEN : status,
                oneOf(Kind.class, parameters.get("kind")),
                oneOf(Constraint.class, parameters.get("constraint")),
                assignee,
                text(parameters.get("source")),
                text(parameters.get("identifierType")),
                percent(parameters.get("percentMin")),
                after);
    }

    private static String text(String text) {
        String clean = text == null ? "" : text.strip();
        if (clean.length() > TEXT_LENGTH_MAX) {
            throw ConsoleProblem.badRequest("badRequest");
        }
        return clean.isEmpty() ? null : clean;
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw ConsoleProblem.badRequest("badRequest");
        }
    }

    private static Integer percent(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            int percent = Integer.parseInt(text.strip());
            if (percent >= 0 && percent <= PERCENT_MAX) {
                return percent;
            }
        } catch (NumberFormatException e) {
            // told below, as any other number that is not allowed
        }
        throw ConsoleProblem.badRequest("badRequest");
    }

    /** @param me who asks */
    ReviewFilter asked(String me) {
        return new ReviewFilter(
                status,
                kind,
                constraint,
                ME.equals(assignee) ? me : null,
                source,
                identifierType,
                percentMin == null ? null : percentMin / (double) PERCENT_MAX);
    }

    /** What the queue cannot be asked for. */
    boolean fits(Review review) {
        return !NOBODY.equals(assignee)
                || review.note() == null
                || review.note().assignee() == null;
    }

    /** Whether it leaves out anything of its status. */
    public boolean isNarrow() {
        return kind != null
                || constraint != null
                || assignee != null
                || source != null
                || identifierType != null
                || percentMin != null;
    }

    QueueFilter from(String cursor) {
        return new QueueFilter(status, kind, constraint, assignee, source, identifierType, percentMin, cursor);
    }

    /** All of one status. */
    static QueueFilter of(Status status) {
        return new QueueFilter(status, null, null, null, null, null, null, "");
    }

    /** Of the queue. */
    public String href() {
        return "/reviews" + parameters();
    }

    /** Of one of its items. */
    public String href(String id) {
        return Links.review(id) + parameters();
    }

    /** With a question mark before them; empty when there are none. */
    public String parameters() {
        List<String> said = new ArrayList<>();
        add(said, "status", status == Status.OPEN ? null : status);
        add(said, "kind", kind);
        add(said, "constraint", constraint);
        add(said, "assignee", assignee);
        add(said, "source", source);
        add(said, "identifierType", identifierType);
        add(said, "percentMin", percentMin);
        add(said, "after", after.isEmpty() ? null : after);
        return said.isEmpty() ? "" : "?" + String.join("&", said);
    }

    private static void add(List<String> said, String name, Object value) {
        if (value != null) {
            said.add(name + "=" + Links.encoded(value.toString()));
        }
    }
}
