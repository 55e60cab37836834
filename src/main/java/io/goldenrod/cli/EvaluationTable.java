package io.goldenrod.cli;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.match.Score;
import io.goldenrod.quality.BCubed;
import io.goldenrod.quality.EvaluationReport;
import io.goldenrod.quality.EvaluationReport.Explained;
import io.goldenrod.quality.EvaluationReport.Matching;
import io.goldenrod.quality.PairEvidence;
import io.goldenrod.quality.PairwiseQuality;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An evaluation as a table for people. */
final class EvaluationTable {

    private static final int SIZES_SHOWN_MAX = 12;
    private static final int CURVE_STEP_BITS = 2;

    private final PrintWriter out;
    private final RecordValues values;

    EvaluationTable(PrintWriter out, RecordValues values) {
        this.out = out;
        this.values = values;
    }

    void print(EvaluationReport report) {
        var counts = report.counts();
        line("records", "%,d (%,d lines, %,d refused)", counts.records(), counts.lines(), counts.refused());
        line(
                "truth",
                "%,d entities, largest %,d; %,d records without truth, %,d of the truth without record",
                counts.entities(),
                counts.largestTrue(),
                counts.unlabelled(),
                counts.truthUnused());
        line("customers", "%,d, largest %,d", counts.customers(), counts.largestCustomer());
        if (!report.heldLinks().isEmpty()) {
            line("held", "%s", listed(report.heldLinks()));
        }
        if (report.matching() != null) {
            matching(report.matching());
        }
        out.printf("%n%-10s %9s %9s %9s%n", "", "precision", "recall", "f1");
        pairwise("pairwise", report.pairwise());
        b3(report.b3());
        sizes(report.sizes());
        if (report.matching() != null) {
            thresholds(report.matching());
        }
        mistakes("Worst false merges: wrong pairs, records by true entity", report.falseMerges());
        mistakes("Worst misses: missing pairs, records by customer", report.misses());
        leftOut(report);
    }

    private static String listed(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s %,d", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void matching(Matching matching) {
        line(
                "model",
                "%s %d (%s), match from %s, review from %s",
                matching.model().name(),
                matching.model().version(),
                matching.model().hash().substring(0, 12),
                matching.match(),
                matching.review());
        line(
                "pairs",
                "%,d compared (%.4f of the true ones), %,d joined, %,d to review (%,d of them right)",
                matching.pairsCompared(),
                matching.blocked().recall(),
                matching.matchedLinks(),
                matching.reviews(),
                matching.reviewsSame());
    }

    private void sizes(List<EvaluationReport.Sizes> sizes) {
        out.printf("%n%-10s %9s %9s%n", "of size", "customers", "entities");
        int head = sizes.size() <= SIZES_SHOWN_MAX ? sizes.size() : SIZES_SHOWN_MAX - 1;
        sizes.subList(0, head)
                .forEach(size -> out.printf(
                        Locale.ROOT, "%,10d %,9d %,9d%n", size.records(), size.customers(), size.entities()));
        if (head < sizes.size()) {
            List<EvaluationReport.Sizes> rest = sizes.subList(head, sizes.size());
            out.printf(
                    Locale.ROOT,
                    "%10s %,9d %,9d%n",
                    "from " + rest.get(0).records(),
                    rest.stream().mapToLong(EvaluationReport.Sizes::customers).sum(),
                    rest.stream().mapToLong(EvaluationReport.Sizes::entities).sum());
        }
    }

    private void thresholds(Matching matching) {
        if (!matching.partitions().isEmpty()) {
            out.printf("%n%-10s %9s %9s %9s %9s %9s%n", "match from", "precision", "recall", "f1", "b3 f1", "largest");
        }
        matching.partitions()
                .forEach(at -> out.printf(
                        Locale.ROOT,
                        "%-10s %9.4f %9.4f %9.4f %9.4f %,9d%n",
                        at.match(),
                        at.pairwise().precision(),
                        at.pairwise().recall(),
                        at.pairwise().f1(),
                        at.b3().f1(),
                        at.largestCustomer()));
        out.printf(
                "%nPairs by weight, without constraints%n%-10s %11s %9s %9s %9s%n",
                "from bits", "probability", "precision", "recall", "f1");
        matching.curve().stream()
                .filter(point -> point.weight() % CURVE_STEP_BITS == 0 && point.weight() >= -10 && point.weight() <= 30)
                .forEach(point -> out.printf(
                        Locale.ROOT,
                        "%10d %11.6f %9.4f %9.4f %9.4f%n",
                        point.weight(),
                        Score.probability(point.weight()),
                        point.quality().precision(),
                        point.quality().recall(),
                        point.quality().f1()));
    }

    private void leftOut(EvaluationReport report) {
        if (!report.warnings().isEmpty()) {
            out.printf("%nLeft out of records%n");
            report.warnings().forEach((what, count) -> out.printf("%,10d  %s%n", count, what));
        }
        if (!report.refusals().isEmpty()) {
            out.printf("%nFirst refused lines%n");
            report.refusals()
                    .forEach(refusal -> out.printf(
                            "%s:%d  %s  %s: %s%n",
                            refusal.file(),
                            refusal.line(),
                            refusal.problem().field(),
                            refusal.problem().code(),
                            refusal.problem().message()));
        }
    }

    private void line(String name, String format, Object... given) {
        out.printf("%-10s %s%n", name, String.format(Locale.ROOT, format, given));
    }

    private void pairwise(String name, PairwiseQuality quality) {
        measures(name, quality.precision(), quality.recall(), quality.f1());
    }

    private void b3(BCubed quality) {
        measures("b3", quality.precision(), quality.recall(), quality.f1());
    }

    private void measures(String name, double precision, double recall, double f1) {
        out.printf(Locale.ROOT, "%-10s %9.4f %9.4f %9.4f%n", name, precision, recall, f1);
    }

    private void mistakes(String title, List<Explained> mistakes) {
        if (!mistakes.isEmpty()) {
            out.printf("%n%s%n", title);
        }
        for (Explained explained : mistakes) {
            out.printf(
                    "%,10d  %s%n",
                    explained.mistake().wrongPairs(),
                    explained.mistake().parts().stream()
                            .map(part -> part.stream().map(RecordKey::toString).collect(Collectors.joining(" ")))
                            .collect(Collectors.joining(" | ")));
            explained.evidence().forEach(this::evidence);
        }
    }

    private void evidence(PairEvidence pair) {
        out.printf("            %s ~ %s: %s%n", pair.left(), pair.right(), reasons(pair));
        if (pair.score() != null) {
            out.printf("              %s%n", breakdown(pair.score()));
        }
        if (values.shown()) {
            out.printf("              %s%n              %s%n", values.line(pair.left()), values.line(pair.right()));
        }
    }

    private static String reasons(PairEvidence pair) {
        var reasons = new StringBuilder(pair.linked() ? "linked" : "not linked");
        if (!pair.shared().isEmpty()) {
            reasons.append(", shares ").append(String.join(", ", pair.shared()));
        }
        if (pair.score() != null) {
            reasons.append(String.format(
                    Locale.ROOT,
                    ", weight %.1f (%.4f)",
                    pair.score().weight(),
                    pair.score().probability()));
            reasons.append(
                    switch (pair.blocks()) {
                        case SHARED -> "";
                        case TOO_LARGE -> ", shares only blocks that are too large";
                        case NONE -> ", shares no block";
                    });
        }
        return pair.held() == null ? reasons.toString() : reasons + ", held: " + pair.held();
    }

    static String breakdown(Score score) {
        return score.parts().stream()
                .filter(part -> !part.level().equals("missing"))
                .map(part -> String.format(Locale.ROOT, "%s=%s %+.1f", part.field(), part.level(), part.weight()))
                .collect(Collectors.joining(", "));
    }
}
