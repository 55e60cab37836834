package io.goldenrod.quality.page;

import io.goldenrod.match.FieldModel;
import java.util.List;
import java.util.Locale;

/** The levels of one field as rows of bars: what each weighs, and how often each class of pairs reaches it. */
final class WeightChart {

    private static final int ROW = 24;
    private static final int TOP = 30;
    private static final int LABELS = 110;
    private static final int WEIGHTS = 300;
    private static final int GAP = 90;
    private static final int SHARES = 200;
    private static final int WIDTH = LABELS + WEIGHTS + GAP + SHARES + 60;
    private static final int BAR = 6;

    private final StringBuilder svg = new StringBuilder();

    private WeightChart() {}

    /** @param bitsMax what the longest bar of any field stands for */
    static String of(FieldModel field, double bitsMax) {
        var chart = new WeightChart();
        List<String> levels = field.comparison().levels();
        int height = TOP + levels.size() * ROW + 6;
        chart.svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH,
                height,
                WIDTH,
                height,
                Html.escaped("weights and shares of the levels of " + field.name())));
        int zero = LABELS + WEIGHTS / 2;
        int shares = LABELS + WEIGHTS + GAP;
        chart.text(zero, 14, "middle", "weight in bits: against, for");
        chart.text(shares, 14, "start", "share: one person, strangers" + (field.isIdentity() ? "" : ", household"));
        chart.svg.append(String.format(
                Locale.ROOT,
                "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n",
                zero,
                TOP - 8,
                zero,
                height));
        for (int i = 0; i < levels.size(); i++) {
            chart.row(field, i, levels.get(i), TOP + i * ROW, zero, shares, bitsMax);
        }
        return chart.svg + "</svg>";
    }

    private void row(FieldModel field, int level, String name, int top, int zero, int shares, double bitsMax) {
        double weight = field.weight(level);
        double length = Math.min(1, Math.abs(weight) / bitsMax) * WEIGHTS / 2;
        text(LABELS - 8, top + 12, "end", name);
        bar(weight < 0 ? 1 : 0, weight < 0 ? zero - length : zero, top + 2, length, 12);
        double end = weight < 0 ? zero - length - 5 : zero + length + 5;
        text(end, top + 12, weight < 0 ? "end" : "start", String.format(Locale.ROOT, "%+.1f", weight));
        bar(0, shares, top, field.m().get(level) * SHARES, BAR);
        bar(1, shares, top + BAR, field.u().get(level) * SHARES, BAR);
        if (!field.isIdentity()) {
            bar(2, shares, top + 2 * BAR, field.related().get(level) * SHARES, BAR);
        }
    }

    private void bar(int colour, double x, double y, double width, double height) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"f%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                colour,
                x,
                y,
                Math.max(0.5, width),
                height));
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                Html.escaped(words)));
    }
}
