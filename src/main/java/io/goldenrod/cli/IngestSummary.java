package io.goldenrod.cli;

import io.goldenrod.normalize.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of the lines of files. */
final class IngestSummary {

    private static final int REFUSALS_SHOWN_MAX = 10;
    private static final List<String> OUTCOMES = List.of("CREATED", "JOINED", "MERGED", "UNCHANGED", "STALE");

    /** A refused line. */
    record Refusal(String file, long line, String field, String code, String message) {}

    private final Map<String, Long> outcomes = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long lines;
    private long refused;
    private long held;
    private long warnings;

    IngestSummary() {
        OUTCOMES.forEach(outcome -> outcomes.put(outcome, 0L));
    }

    void accepted(String outcome, int heldLinks, int warned) {
        lines++;
        outcomes.merge(outcome, 1L, Long::sum);
        held += heldLinks;
        warnings += warned;
    }

    void refused(String file, long line, List<FieldProblem> problems) {
        lines++;
        refused++;
        if (refusals.size() < REFUSALS_SHOWN_MAX) {
            FieldProblem first = problems.get(0);
            refusals.add(new Refusal(file, line, first.field(), first.code(), first.message()));
        }
    }

    void warned(long more) {
        warnings += more;
    }

    long lines() {
        return lines;
    }

    long refusedLines() {
        return refused;
    }

    Map<String, Object> json(double seconds) {
        var json = new LinkedHashMap<String, Object>();
        json.put("lines", lines);
        json.put("accepted", lines - refused);
        outcomes.forEach((outcome, count) -> json.put(outcome.toLowerCase(Locale.ROOT), count));
        json.put("refused", refused);
        json.put("held", held);
        json.put("warnings", warnings);
        json.put("seconds", seconds);
        json.put("refusals", refusals);
        return json;
    }

    String table(double seconds) {
        var table = new StringBuilder();
        row(table, "lines", lines);
        row(table, "accepted", lines - refused);
        outcomes.forEach((outcome, count) -> row(table, "  " + outcome.toLowerCase(Locale.ROOT), count));
        row(table, "refused", refused);
        row(table, "held links", held);
        row(table, "warnings", warnings);
        table.append(String.format(
                Locale.ROOT, "%-14s %,12.1f s (%,.0f lines/s)%n", "time", seconds, lines / Math.max(seconds, 0.001)));
        if (!refusals.isEmpty()) {
            table.append(String.format("%nFirst refused lines%n"));
            refusals.forEach(refusal -> table.append(String.format(
                    "%s:%d  %s  %s: %s%n",
                    refusal.file(), refusal.line(), refusal.field(), refusal.code(), refusal.message())));
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String name, long count) {
        table.append(String.format(Locale.ROOT, "%-14s %,12d%n", name, count));
    }
}
