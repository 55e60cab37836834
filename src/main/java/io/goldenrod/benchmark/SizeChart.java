package io.goldenrod.benchmark;

import io.goldenrod.quality.page.Html;
import io.goldenrod.quality.page.Svg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Charts as SVG that takes its colours from the page; both axes are logarithmic. */
final class SizeChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int LEFT = 76;
    private static final int RIGHT = 24;
    private static final int TOP = 34;
    private static final int BOTTOM = 40;
    private static final int BAR_HEIGHT = 26;
    private static final int NAME_WIDTH = 330;
    private static final double RATIO_SHOWN_MAX = 4;

    private final Svg svg;

    /** A curve: a name, and a value for each size; 0 where there is none. */
    record Curve(String name, List<Double> values) {}

    /** A bar: a name, how long, and the mark to reach, or 0. */
    record Bar(String name, double ratio, double reach) {}

    private SizeChart(String label, int height) {
        svg = new Svg(WIDTH, height, label);
    }

    /** At most three curves over the sizes. */
    static String curves(String label, List<Long> sizes, List<Curve> curves) {
        var chart = new SizeChart(label, HEIGHT);
        double[] values = curves.stream()
                .flatMap(curve -> curve.values().stream())
                .mapToDouble(each -> each)
                .filter(each -> each > 0)
                .toArray();
        double low = Math.floor(Math.log10(DoubleStream.of(values).min().orElse(1)));
        double high = Math.max(
                low + 1, Math.ceil(Math.log10(DoubleStream.of(values).max().orElse(10))));
        for (double power = low; power <= high; power++) {
            double y = y(power, low, high);
            chart.svg.line("axis", LEFT, y, WIDTH - RIGHT, y);
            chart.svg.text(LEFT - 8, y + 4, "end", words(Math.pow(10, power)));
        }
        for (long size : sizes) {
            chart.svg.text(x(size, sizes), HEIGHT - BOTTOM + 18, "middle", String.format(Locale.ROOT, "%,d", size));
        }
        chart.svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 4, "middle", "records");
        double at = LEFT;
        for (int i = 0; i < curves.size(); i++) {
            List<String> points = new ArrayList<>();
            for (int j = 0; j < sizes.size(); j++) {
                double value = curves.get(i).values().get(j);
                if (value > 0) {
                    double x = x(sizes.get(j), sizes);
                    double y = y(Math.log10(value), low, high);
                    points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
                    chart.svg.append(String.format(
                            Locale.ROOT,
                            "<circle class=\"f%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%s: %s</title></circle>%n",
                            i,
                            x,
                            y,
                            Html.escaped(curves.get(i).name()),
                            words(value)));
                }
            }
            chart.svg.append(String.format(
                    Locale.ROOT, "<polyline class=\"curve c%d\" points=\"%s\"/>%n", i, String.join(" ", points)));
            chart.svg.append(String.format(
                    Locale.ROOT, "<rect class=\"f%d\" x=\"%.1f\" y=\"6\" width=\"12\" height=\"12\"/>%n", i, at));
            chart.svg.text(at + 18, 16, "start", curves.get(i).name());
            at += 40 + 7 * curves.get(i).name().length();
        }
        return chart.svg.end();
    }

    /** Ratios as bars from 0 to 4, beyond which they are cut, with a line at what is to be reached. */
    static String ratios(String label, List<Bar> bars) {
        int height = TOP + bars.size() * BAR_HEIGHT;
        var chart = new SizeChart(label, height);
        double width = WIDTH - NAME_WIDTH - RIGHT - 40;
        for (int ratio = 0; ratio <= RATIO_SHOWN_MAX; ratio++) {
            double x = NAME_WIDTH + ratio / RATIO_SHOWN_MAX * width;
            chart.svg.line("axis", x, TOP - 8, x, height);
            chart.svg.text(x, TOP - 14, "middle", Integer.toString(ratio));
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = TOP + i * (double) BAR_HEIGHT;
            double length = Math.min(RATIO_SHOWN_MAX, bar.ratio()) / RATIO_SHOWN_MAX * width;
            chart.svg.text(NAME_WIDTH - 8, y + 15, "end", bar.name());
            chart.svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"f%d\" x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\"/>%n",
                    bar.ratio() < bar.reach() ? 1 : 0,
                    NAME_WIDTH,
                    y + 3,
                    length,
                    BAR_HEIGHT - 8));
            chart.svg.text(NAME_WIDTH + length + 6, y + 15, "start", String.format(Locale.ROOT, "%.2f", bar.ratio()));
            if (bar.reach() > 0) {
                double x = NAME_WIDTH + bar.reach() / RATIO_SHOWN_MAX * width;
                chart.svg.line("mark", x, y, x, y + BAR_HEIGHT - 2);
            }
        }
        return chart.svg.end();
    }

    private static double x(long size, List<Long> sizes) {
        double from = Math.log10(sizes.get(0));
        double to = Math.log10(sizes.get(sizes.size() - 1));
        double share = to == from ? 0.5 : (Math.log10(size) - from) / (to - from);
        return LEFT + 30 + share * (WIDTH - LEFT - RIGHT - 60);
    }

    private static double y(double power, double low, double high) {
        return HEIGHT - BOTTOM - (power - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
    }

    static String words(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value >= 1 ? "%.1f" : "%.3f", value);
    }
}
