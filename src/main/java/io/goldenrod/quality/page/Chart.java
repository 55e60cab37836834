package io.goldenrod.quality.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Charts as SVG that takes its colours from the page. */
final class Chart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int LEFT = 56;
    private static final int RIGHT = 16;
    private static final int TOP = 28;
    private static final int BOTTOM = 44;
    private static final int TICKS = 5;

    private final Svg svg;
    private final double xMin;
    private final double xMax;
    private final double yMax;

    /** A line or a row of bars: a name, and a value for each x. */
    record Series(String name, List<Double> values) {
        Series {
            values = List.copyOf(values);
        }
    }

    private Chart(String label, double xMin, double xMax, double yMax) {
        this.xMin = xMin;
        this.xMax = xMax == xMin ? xMin + 1 : xMax;
        this.yMax = yMax <= 0 ? 1 : yMax;
        svg = new Svg(WIDTH, HEIGHT, label);
    }

    private double x(double value) {
        return LEFT + (value - xMin) / (xMax - xMin) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / yMax * (HEIGHT - TOP - BOTTOM);
    }

    /**
     * Lines over a common x, from 0 to 1 upwards.
     *
     * @param marks x values to mark by an upright line, with the name of each
     */
    static String lines(String label, String xName, List<Double> xs, List<Series> lines, List<Mark> marks) {
        var chart = new Chart(label, xs.get(0), xs.get(xs.size() - 1), 1);
        chart.axes(xName, xs, value -> String.format(Locale.ROOT, "%.1f", value));
        chart.marks(marks);
        for (int i = 0; i < lines.size(); i++) {
            var points = new StringBuilder();
            for (int j = 0; j < xs.size(); j++) {
                points.append(String.format(
                        Locale.ROOT,
                        "%.1f,%.1f ",
                        chart.x(xs.get(j)),
                        chart.y(lines.get(i).values().get(j))));
            }
            chart.svg.append(String.format(
                    Locale.ROOT,
                    "<polyline class=\"curve c%d\" points=\"%s\"/>%n",
                    i,
                    points.toString().strip()));
        }
        return chart.legend(lines).end();
    }

    /** A place on the x axis with a name. */
    record Mark(double x, String name) {}

    /**
     * Bars side by side for each x; their heights follow the logarithm, so that one pair beside a million shows.
     */
    static String bars(String label, String xName, List<Double> xs, List<Series> rows, List<Mark> marks) {
        double highest = rows.stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(Chart::height)
                .max()
                .orElse(1);
        double step = xs.size() < 2 ? 1 : xs.get(1) - xs.get(0);
        var chart = new Chart(label, xs.get(0), xs.get(xs.size() - 1) + step, Math.ceil(highest));
        chart.axes(xName, xs, value -> value < 0.5 ? "0" : Html.count(Math.round(Math.pow(10, value - 1))));
        chart.marks(marks);
        double width = (chart.x(xs.get(0) + step) - chart.x(xs.get(0))) / rows.size();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < xs.size(); j++) {
                double value = rows.get(i).values().get(j);
                if (value > 0) {
                    double top = chart.y(height(value));
                    chart.svg.append(String.format(
                            Locale.ROOT,
                            "<rect class=\"f%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                                    + "<title>%s, %s: %,d</title></rect>%n",
                            i,
                            chart.x(xs.get(j)) + i * width + 0.5,
                            top,
                            Math.max(1, width - 1),
                            chart.y(0) - top,
                            Html.escaped(rows.get(i).name()),
                            Chart.number(xs.get(j)),
                            (long) value));
                }
            }
        }
        return chart.legend(rows).end();
    }

    private static double height(double value) {
        return value <= 0 ? 0 : Math.log10(value) + 1;
    }

    private interface Words {
        String of(double value);
    }

    private void axes(String xName, List<Double> xs, Words yWords) {
        List<Double> heights = new ArrayList<>();
        if (yMax == 1) {
            heights.addAll(List.of(0.0, 0.25, 0.5, 0.75, 1.0));
        } else {
            for (int i = 0; i <= yMax; i++) {
                heights.add((double) i);
            }
        }
        for (double height : heights) {
            svg.line("axis", LEFT, y(height), WIDTH - RIGHT, y(height));
            String name = yMax == 1 ? String.format(Locale.ROOT, "%.2f", height) : yWords.of(height);
            svg.text(LEFT - 8, y(height) + 4, "end", name);
        }
        int every = Math.max(1, (int) Math.ceil(xs.size() / (2.0 * TICKS)));
        for (int i = 0; i < xs.size(); i += every) {
            svg.text(x(xs.get(i)), HEIGHT - BOTTOM + 18, "middle", number(xs.get(i)));
        }
        svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", xName);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%d", (long) value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private void marks(List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark.x() >= xMin && mark.x() <= xMax) {
                svg.line("mark", x(mark.x()), TOP, x(mark.x()), HEIGHT - BOTTOM);
                svg.text(x(mark.x()) + 4, TOP + 10, "start", mark.name());
            }
        }
    }

    private Chart legend(List<Series> series) {
        double at = LEFT;
        for (int i = 0; i < series.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT, "<rect class=\"f%d\" x=\"%.1f\" y=\"6\" width=\"12\" height=\"12\"/>%n", i, at));
            svg.text(at + 18, 16, "start", series.get(i).name());
            at += 40 + 7.5 * series.get(i).name().length();
        }
        return this;
    }

    private String end() {
        return svg.end();
    }
}
