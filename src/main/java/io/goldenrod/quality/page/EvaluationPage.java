package io.goldenrod.quality.page;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.match.Score;
import io.goldenrod.quality.EvaluationReport;
import io.goldenrod.quality.EvaluationReport.Explained;
import io.goldenrod.quality.EvaluationReport.Matching;
import io.goldenrod.quality.PairEvidence;
import io.goldenrod.quality.WeightCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An evaluation as a page. */
public final class EvaluationPage {

    private static final int SIZES_MAX = 30;

    private EvaluationPage() {}

    /**
     * @param what was evaluated, for the title
     * @param values of a record by name, empty where they are not to be shown
     */
    public static String of(EvaluationReport report, String what, Function<RecordKey, Map<String, Object>> values) {
        var counts = report.counts();
        var page = new Html("How good the resolution of " + what + " is")
                .figures(
                        "pairwise F1",
                        Html.share(report.pairwise().f1()),
                        "precision",
                        Html.share(report.pairwise().precision()),
                        "recall",
                        Html.share(report.pairwise().recall()),
                        "B³ F1",
                        Html.share(report.b3().f1()),
                        "customers, truly " + Html.count(counts.entities()),
                        Html.count(counts.customers()),
                        "records in the largest, truly " + Html.count(counts.largestTrue()),
                        Html.count(counts.largestCustomer()))
                .paragraph(sentence(report));
        if (report.matching() != null) {
            matching(page, report.matching());
        }
        sizes(page, report.sizes());
        if (!report.heldLinks().isEmpty()) {
            page.heading("Links that are held")
                    .table(
                            List.of("constraint", "links"),
                            report.heldLinks().entrySet().stream()
                                    .map(each -> List.of(each.getKey(), Html.count(each.getValue())))
                                    .toList());
        }
        mistakes(page, "Worst false merges", "wrong pairs; records by true entity", report.falseMerges(), values);
        mistakes(page, "Worst misses", "missing pairs; records by customer", report.misses(), values);
        if (!report.warnings().isEmpty()) {
            page.heading("Left out of records")
                    .table(
                            List.of("problem and field", "records"),
                            report.warnings().entrySet().stream()
                                    .map(each -> List.of(each.getKey(), Html.count(each.getValue())))
                                    .toList());
        }
        return page.page();
    }

    private static String sentence(EvaluationReport report) {
        var counts = report.counts();
        return String.format(
                Locale.ROOT,
                "%,d records of %,d lines, %,d refused; %,d without truth. The measures are over pairs of records whose"
                        + " truth is known; B³ weighs every record alike.",
                counts.records(),
                counts.lines(),
                counts.refused(),
                counts.unlabelled());
    }

    private static void matching(Html page, Matching matching) {
        page.heading("Matching")
                .paragraph(String.format(
                        Locale.ROOT,
                        "Model %s %d (%s). %,d pairs shared a block and were compared, %.2f %% of the true ones among"
                                + " them; %,d are joined, %,d are for review, %,d of these rightly so.",
                        matching.model().name(),
                        matching.model().version(),
                        matching.model().hash(),
                        matching.pairsCompared(),
                        100 * matching.blocked().recall(),
                        matching.matchedLinks(),
                        matching.reviews(),
                        matching.reviewsSame()));
        var marks = List.of(
                new Chart.Mark(Score.weight(matching.match()), "match"),
                new Chart.Mark(Score.weight(matching.review()), "review"));
        curve(page, matching.curve(), marks);
        if (!matching.partitions().isEmpty()) {
            page.table(
                    List.of("match from", "precision", "recall", "F1", "B³ F1", "largest"),
                    matching.partitions().stream()
                            .map(at -> List.of(
                                    String.valueOf(at.match()),
                                    Html.share(at.pairwise().precision()),
                                    Html.share(at.pairwise().recall()),
                                    Html.share(at.pairwise().f1()),
                                    Html.share(at.b3().f1()),
                                    Html.count(at.largestCustomer())))
                            .toList());
        }
        weights(page, matching.weights(), marks);
    }

    private static void curve(Html page, List<WeightCounts.Point> curve, List<Chart.Mark> marks) {
        if (curve.isEmpty()) {
            return;
        }
        page.heading("Pairs by threshold")
                .paragraph("Precision and recall if every compared pair from a weight on were joined, without the"
                        + " constraints of the partition.")
                .chart(Chart.lines(
                        "Precision, recall and F1 over the weight from which pairs are joined",
                        "weight from which pairs are joined, bits",
                        curve.stream().map(point -> (double) point.weight()).toList(),
                        List.of(
                                new Chart.Series(
                                        "precision",
                                        curve.stream()
                                                .map(point -> point.quality().precision())
                                                .toList()),
                                new Chart.Series(
                                        "recall",
                                        curve.stream()
                                                .map(point -> point.quality().recall())
                                                .toList()),
                                new Chart.Series(
                                        "F1",
                                        curve.stream()
                                                .map(point -> point.quality().f1())
                                                .toList())),
                        marks));
    }

    private static void weights(Html page, List<WeightCounts.Step> steps, List<Chart.Mark> marks) {
        if (steps.isEmpty()) {
            return;
        }
        page.heading("Weights of the compared pairs")
                .chart(Chart.bars(
                        "How many pairs of one entity and of two have which weight",
                        "weight, bits; heights by the logarithm of the count",
                        steps.stream().map(step -> (double) step.from()).toList(),
                        List.of(
                                new Chart.Series(
                                        "one entity",
                                        steps.stream()
                                                .map(step -> (double) step.same())
                                                .toList()),
                                new Chart.Series(
                                        "two entities",
                                        steps.stream()
                                                .map(step -> (double) step.different())
                                                .toList())),
                        marks));
    }

    private static void sizes(Html page, List<EvaluationReport.Sizes> sizes) {
        if (sizes.isEmpty()) {
            return;
        }
        long last = Math.min(SIZES_MAX, sizes.get(sizes.size() - 1).records());
        List<Double> xs = new ArrayList<>();
        List<Double> customers = new ArrayList<>();
        List<Double> entities = new ArrayList<>();
        for (long size = 1; size <= last; size++) {
            long from = size;
            xs.add((double) size);
            customers.add((double) sizes.stream()
                    .filter(each -> each.records() == from || from == SIZES_MAX && each.records() > from)
                    .mapToLong(EvaluationReport.Sizes::customers)
                    .sum());
            entities.add((double) sizes.stream()
                    .filter(each -> each.records() == from || from == SIZES_MAX && each.records() > from)
                    .mapToLong(EvaluationReport.Sizes::entities)
                    .sum());
        }
        page.heading("Customers by size")
                .chart(Chart.bars(
                        "How many customers and true entities have how many records",
                        "records" + (last == SIZES_MAX ? ", the last with all larger ones" : ""),
                        xs,
                        List.of(new Chart.Series("customers", customers), new Chart.Series("true entities", entities)),
                        List.of()));
    }

    private static void mistakes(
            Html page,
            String heading,
            String meaning,
            List<Explained> mistakes,
            Function<RecordKey, Map<String, Object>> values) {
        if (mistakes.isEmpty()) {
            return;
        }
        page.heading(heading).paragraph(meaning);
        for (Explained explained : mistakes) {
            page.open(Html.count(explained.mistake().wrongPairs()) + ": "
                    + explained.mistake().parts().stream()
                            .map(part -> part.stream().map(RecordKey::toString).collect(Collectors.joining(" ")))
                            .collect(Collectors.joining(" | ")));
            for (PairEvidence pair : explained.evidence()) {
                evidence(page, pair, values);
            }
            page.close();
        }
    }

    private static void evidence(Html page, PairEvidence pair, Function<RecordKey, Map<String, Object>> values) {
        page.paragraph(pair.left() + " and " + pair.right() + ": " + (pair.linked() ? "linked" : "not linked")
                + (pair.shared().isEmpty() ? "" : ", share " + String.join(", ", pair.shared()))
                + (pair.held() == null ? "" : ", held: " + pair.held()));
        for (RecordKey key : List.of(pair.left(), pair.right())) {
            Map<String, Object> said = values.apply(key);
            if (!said.isEmpty()) {
                page.code(said.toString());
            }
        }
        if (pair.score() != null) {
            breakdown(page, pair.score());
        }
    }

    static void breakdown(Html page, Score score) {
        List<List<String>> rows = new ArrayList<>();
        score.parts().stream()
                .filter(part -> !part.level().equals("missing"))
                .forEach(part -> rows.add(
                        List.of(part.field(), part.level(), String.format(Locale.ROOT, "%+.2f", part.weight()))));
        rows.add(List.of(
                "weight",
                String.format(Locale.ROOT, "probability %.6f", score.probability()),
                String.format(Locale.ROOT, "%+.2f", score.weight())));
        page.table(List.of("field", "agreement", "bits"), rows);
    }
}
