package io.goldenrod.cli;

import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.quality.PairsReport;
import io.goldenrod.quality.PairsReport.Confusion;
import java.io.PrintWriter;
import java.util.Locale;

/** The judgement of pairs as a table for people. */
final class PairsTable {

    private final PrintWriter out;

    PairsTable(PrintWriter out) {
        this.out = out;
    }

    /** What people call a verdict. */
    static String named(Verdict verdict) {
        return switch (verdict) {
            case MATCH -> "match";
            case REVIEW -> "possible";
            case NONE -> "not";
        };
    }

    void print(PairsReport report) {
        out.printf(Locale.ROOT, "%-10s %,d (%,d lines left out)%n", "pairs", report.pairs(), report.unread());
        out.printf(
                Locale.ROOT,
                "%-10s %s %d (%s), match from %s, review from %s%n",
                "model",
                report.model().name(),
                report.model().version(),
                report.model().hash().substring(0, 12),
                report.match(),
                report.review());
        out.printf(
                Locale.ROOT,
                "%-10s %.3f of the pairs are of one person%n",
                "prior",
                report.model().prior());
        out.printf("%n%-10s %9s %9s %9s%n", "said", "match", "possible", "not");
        for (Verdict expected : Verdict.values()) {
            out.printf(Locale.ROOT, "%-10s", named(expected));
            for (Verdict verdict : Verdict.values()) {
                out.printf(Locale.ROOT, " %,9d", report.all().count(expected, verdict));
            }
            out.println();
        }
        out.printf(Locale.ROOT, "%n%-28s %8s %9s %12s %12s%n", "", "pairs", "accuracy", "not>match", "match>not");
        group("all", report.all());
        if (report.groups().size() > 1) {
            report.groups().forEach(this::group);
        }
        if (!report.worst().isEmpty()) {
            out.printf("%nFarthest from what was said%n");
        }
        report.worst()
                .forEach(pair -> out.printf(
                        Locale.ROOT,
                        "line %,d %s: said %s, is %s (%.4f)%n              %s%n",
                        pair.line(),
                        pair.group(),
                        named(pair.expected()),
                        named(pair.verdict()),
                        pair.score().probability(),
                        EvaluationTable.breakdown(pair.score())));
        report.warnings().forEach((what, count) -> out.printf("left out of records: %,d  %s%n", count, what));
    }

    private void group(String name, Confusion confusion) {
        out.printf(
                Locale.ROOT,
                "%-28s %,8d %9.4f %12.4f %12.4f%n",
                name,
                confusion.pairs(),
                confusion.accuracy(),
                confusion.share(Verdict.NONE, Verdict.MATCH),
                confusion.share(Verdict.MATCH, Verdict.NONE));
    }
}
