package io.goldenrod.quality.page;

import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.quality.PairsReport;
import io.goldenrod.quality.PairsReport.Confusion;
import io.goldenrod.quality.PairsReport.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The judgement of a set of pairs as a page. */
public final class PairsPage {

    private static final List<String> NAMES = List.of("match", "possible match", "no match");

    private PairsPage() {}

    /** @param what was judged, for the title */
    public static String of(PairsReport report, String what) {
        var page = new Html("How the pairs of " + what + " are judged")
                .figures(
                        "accuracy", Html.share(report.all().accuracy()),
                        "no match taken for a match", Html.share(report.all().share(Verdict.NONE, Verdict.MATCH)),
                        "match taken for none", Html.share(report.all().share(Verdict.MATCH, Verdict.NONE)),
                        "pairs", Html.count(report.pairs()))
                .paragraph(String.format(
                        Locale.ROOT,
                        "Model %s %d (%s), match from %s, review from %s; share of one person's pairs %.3f.",
                        report.model().name(),
                        report.model().version(),
                        report.model().hash(),
                        report.match(),
                        report.review(),
                        report.model().prior()))
                .heading("What people said, and what the model says");
        List<List<String>> rows = new ArrayList<>();
        for (Verdict expected : Verdict.values()) {
            List<String> row = new ArrayList<>(List.of(NAMES.get(expected.ordinal())));
            for (Verdict verdict : Verdict.values()) {
                row.add(Html.count(report.all().count(expected, verdict)));
            }
            rows.add(row);
        }
        page.table(List.of("said", NAMES.get(0), NAMES.get(1), NAMES.get(2)), rows);
        if (report.groups().size() > 1) {
            page.heading("By group")
                    .table(
                            List.of("group", "pairs", "accuracy", "no match as match", "match as none"),
                            report.groups().entrySet().stream()
                                    .map(each -> group(each.getKey(), each.getValue()))
                                    .toList());
        }
        if (!report.worst().isEmpty()) {
            page.heading("Farthest from what was said");
        }
        for (Judged pair : report.worst()) {
            page.open(String.format(
                    Locale.ROOT,
                    "line %,d %s: said %s, is %s (%.4f)",
                    pair.line(),
                    pair.group(),
                    NAMES.get(pair.expected().ordinal()),
                    NAMES.get(pair.verdict().ordinal()),
                    pair.score().probability()));
            EvaluationPage.breakdown(page, pair.score());
            page.close();
        }
        return page.page();
    }

    private static List<String> group(String name, Confusion confusion) {
        return List.of(
                name,
                Html.count(confusion.pairs()),
                Html.share(confusion.accuracy()),
                Html.share(confusion.share(Verdict.NONE, Verdict.MATCH)),
                Html.share(confusion.share(Verdict.MATCH, Verdict.NONE)));
    }
}
