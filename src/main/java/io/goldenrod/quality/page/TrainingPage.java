package io.goldenrod.quality.page;

import io.goldenrod.match.FieldModel;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.training.Training;
import io.goldenrod.match.training.Training.Evidence;
import io.goldenrod.match.training.Training.Iteration;
import io.goldenrod.quality.page.Chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How a model was learnt, and what it has learnt, as a page. Shows no value of any record. */
public final class TrainingPage {

    private static final double BITS_MIN = 4;

    private TrainingPage() {}

    /** @param what it was learnt from, for the title */
    public static String of(Training training, String what) {
        MatchModel model = training.model();
        Training.Pairs pairs = training.pairs();
        var page = new Html("The model " + model.name() + ", learnt from " + what)
                .figures(
                        "records",
                        Html.count(pairs.records()),
                        "pairs looked at",
                        Html.count(pairs.compared()),
                        "pairs of one person",
                        Html.count(Math.round(pairs.same())),
                        "pairs of one household",
                        Html.count(Math.round(pairs.related())),
                        "prior, one in",
                        Html.count(Math.round(1 / model.prior())))
                .paragraph(sentence(training));
        page.code("hash " + model.hash());
        if (!training.warnings().isEmpty()) {
            page.heading("To look at before it is used");
            training.warnings().forEach(page::paragraph);
        }
        convergence(page, training.iterations());
        weights(page, training);
        figures(page, model);
        return page.page();
    }

    private static String sentence(Training training) {
        Training.Pairs pairs = training.pairs();
        int rounds = training.iterations().size();
        return String.format(
                Locale.ROOT,
                "Started from %s, version %d. How often strangers agree comes from %,d pairs %s; how often records of one"
                        + " person do, from %,d of %,d pairs that %s, in %d iterations (%s)%s. Seed %d.",
                training.template().name(),
                training.template().version(),
                pairs.random(),
                pairs.random() == pairs.all() ? "(all there are)" : "picked at random",
                pairs.compared(),
                pairs.candidates(),
                pairs.candidates() == pairs.all() ? "there are" : "share a block",
                rounds,
                training.converged() ? "converged" : "not converged",
                pairs.labelled() == 0
                        ? ", without labels"
                        : ", with " + Html.count(pairs.labelled()) + " labelled pairs",
                training.settings().seed());
    }

    private static void convergence(Html page, List<Iteration> iterations) {
        if (iterations.size() < 2) {
            return;
        }
        List<Double> numbers =
                iterations.stream().map(each -> (double) each.number()).toList();
        page.heading("Convergence")
                .chart(Chart.lines(
                        "pairs of each class and change by iteration",
                        "iteration",
                        numbers,
                        List.of(
                                scaled("pairs of one person", iterations, Iteration::same),
                                scaled("largest change", iterations, Iteration::change),
                                scaled("pairs of one household", iterations, Iteration::related)),
                        List.of()))
                .paragraph("Each line as a share of its own highest value.")
                .open("all iterations")
                .table(
                        List.of("iteration", "largest change", "log likelihood", "one person", "household"),
                        iterations.stream()
                                .map(each -> List.of(
                                        String.valueOf(each.number()),
                                        String.format(Locale.ROOT, "%.6f", each.change()),
                                        String.format(Locale.ROOT, "%.6f", each.logLikelihood()),
                                        String.format(Locale.ROOT, "%,.1f", each.same()),
                                        String.format(Locale.ROOT, "%,.1f", each.related())))
                                .toList())
                .close();
    }

    private static Series scaled(String name, List<Iteration> iterations, ToDoubleFunction<Iteration> value) {
        double most =
                Math.max(1e-12, iterations.stream().mapToDouble(value).max().orElse(1));
        return new Series(
                name,
                iterations.stream()
                        .map(each -> value.applyAsDouble(each) / most)
                        .toList());
    }

    private static void weights(Html page, Training training) {
        double bitsMax = BITS_MIN;
        for (FieldModel field : training.model().fields()) {
            for (int level = 0; level < field.m().size(); level++) {
                bitsMax = Math.max(bitsMax, Math.abs(field.weight(level)));
            }
        }
        page.heading("What each level weighs, and how often it is reached");
        for (int i = 0; i < training.fields().size(); i++) {
            FieldModel field = training.model().fields().get(i);
            Evidence evidence = training.fields().get(i);
            if (evidence.present() > 0) {
                page.paragraph(String.format(
                                Locale.ROOT,
                                "%s: in %.1f %% of the records, in %,.0f pairs of one person; %s",
                                field.name(),
                                100 * evidence.present(),
                                evidence.samePairs(),
                                field.isIdentity() ? "tells people of a household apart" : "shared by households"))
                        .chart(WeightChart.of(field, bitsMax));
            }
        }
    }

    private static void figures(Html page, MatchModel model) {
        List<List<String>> rows = new ArrayList<>();
        for (FieldModel field : model.fields()) {
            for (int level = 0; level < field.m().size(); level++) {
                rows.add(List.of(
                        field.name() + " " + field.comparison().levels().get(level),
                        String.format(Locale.ROOT, "%.6f", field.m().get(level)),
                        String.format(Locale.ROOT, "%.7f", field.u().get(level)),
                        field.isIdentity()
                                ? ""
                                : String.format(
                                        Locale.ROOT, "%.6f", field.related().get(level)),
                        String.format(Locale.ROOT, "%+.2f", field.weight(level))));
            }
        }
        page.heading("All figures")
                .open("m: records of one person reach the level; u: strangers; household: two people of one")
                .table(List.of("field and level", "m", "u", "household", "weight"), rows)
                .close();
    }
}
