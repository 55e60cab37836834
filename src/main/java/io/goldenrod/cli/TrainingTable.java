package io.goldenrod.cli;

import io.goldenrod.match.FieldModel;
import io.goldenrod.match.training.Training;
import io.goldenrod.match.training.Training.Iteration;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A model and how it was learnt, as text. */
final class TrainingTable {

    /** Of the iterations, the first and the last so many are told. */
    private static final int ITERATIONS_SHOWN = 3;

    private final PrintWriter out;

    TrainingTable(PrintWriter out) {
        this.out = out;
    }

    void print(Training training) {
        Training.Pairs pairs = training.pairs();
        line(
                "model",
                "%s, version %d, hash %s",
                training.model().name(),
                training.model().version(),
                training.model().hash());
        line(
                "template",
                "%s, version %d",
                training.template().name(),
                training.template().version());
        line("records", "%,d, which are %,d pairs", pairs.records(), pairs.all());
        line(
                "pairs",
                "%,d of %,d candidates looked at, %,d at random, %,d labelled as of one person",
                pairs.compared(),
                pairs.candidates(),
                pairs.random(),
                pairs.labelled());
        line(
                "found",
                "%,.0f pairs of one person (prior %.3g), %,.0f of one household (%.3g)",
                pairs.same(),
                training.model().prior(),
                pairs.related(),
                training.model().relatedPrior());
        iterations(training.iterations(), training.converged());
        weights(training);
        if (!training.warnings().isEmpty()) {
            out.printf("%nLook at this before you use it%n");
            training.warnings().forEach(warning -> out.printf("  %s%n", warning));
        }
    }

    private void iterations(List<Iteration> iterations, boolean converged) {
        out.printf(
                Locale.ROOT,
                "%n%9s %12s %15s %14s %14s%n",
                "iteration",
                "change",
                "log-likelihood",
                "one person",
                "household");
        for (int i = 0; i < iterations.size(); i++) {
            Iteration each = iterations.get(i);
            if (i < ITERATIONS_SHOWN || i >= iterations.size() - ITERATIONS_SHOWN) {
                out.printf(
                        Locale.ROOT,
                        "%9d %12.6f %15.6f %,14.1f %,14.1f%n",
                        each.number(),
                        each.change(),
                        each.logLikelihood(),
                        each.same(),
                        each.related());
            } else if (i == ITERATIONS_SHOWN) {
                out.printf("%9s%n", "…");
            }
        }
        out.println(converged ? "converged" : "not converged");
    }

    private void weights(Training training) {
        out.printf(Locale.ROOT, "%n%-16s %-12s %9s %10s %10s %8s%n", "field", "level", "m", "u", "household", "weight");
        for (int i = 0; i < training.fields().size(); i++) {
            FieldModel field = training.model().fields().get(i);
            if (training.fields().get(i).present() == 0) {
                continue;
            }
            for (int level = 0; level < field.m().size(); level++) {
                out.printf(
                        Locale.ROOT,
                        "%-16s %-12s %9.5f %10.7f %10s %+8.2f%n",
                        level == 0 ? field.name() : "",
                        field.comparison().levels().get(level),
                        field.m().get(level),
                        field.u().get(level),
                        field.isIdentity()
                                ? ""
                                : String.format(
                                        Locale.ROOT, "%.5f", field.related().get(level)),
                        field.weight(level));
            }
        }
    }

    private void line(String name, String format, Object... values) {
        out.printf("%-10s %s%n", name, String.format(Locale.ROOT, format, values));
    }
}
