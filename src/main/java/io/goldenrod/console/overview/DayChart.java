package io.goldenrod.console.overview;

import io.goldenrod.quality.page.Html;
import io.goldenrod.quality.page.Svg;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A small chart of one number over days, which takes its colours from the page. */
final class DayChart {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 118;
    private static final int TOP = 20;
    private static final int BOTTOM = 20;

    private final List<LocalDate> days;
    private final List<Long> values;
    private final long most;
    private final Svg svg;

    private DayChart(String label, List<LocalDate> days, List<Long> values) {
        this.days = days;
        this.values = values;
        this.most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        this.svg = new Svg(WIDTH, HEIGHT, label);
        svg.line("grid", 0, TOP, WIDTH, TOP);
        svg.line("axis", 0, HEIGHT - BOTTOM, WIDTH, HEIGHT - BOTTOM);
        svg.text(0, TOP - 6, "start", String.format(Locale.ENGLISH, "%,d", most));
        svg.text(0, HEIGHT - 4, "start", days.get(0).toString());
        svg.text(WIDTH, HEIGHT - 4, "end", days.get(days.size() - 1).toString());
    }

    /** A level at the end of each day, from 0 upwards. */
    static String level(String label, List<LocalDate> days, List<Long> values) {
        var chart = new DayChart(label, days, values);
        var points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", chart.left(i) + chart.step() / 2, chart.height(values.get(i))));
        }
        double ground = HEIGHT - BOTTOM;
        chart.svg.append(String.format(
                Locale.ROOT,
                "<polygon class=\"area\" points=\"%.1f,%.1f %s%.1f,%.1f\"/>%n<polyline class=\"curve\" points=\"%s\"/>%n",
                chart.step() / 2,
                ground,
                points,
                WIDTH - chart.step() / 2,
                ground,
                points.toString().strip()));
        return chart.svg.end();
    }

    /** What happened on each day. @param style the class of the bars */
    static String bars(String label, String style, List<LocalDate> days, List<Long> values) {
        var chart = new DayChart(label, days, values);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) > 0) {
                double top = Math.min(chart.height(values.get(i)), HEIGHT - BOTTOM - 2);
                chart.svg.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1\">"
                                + "<title>%s: %s</title></rect>%n",
                        Html.escaped(style),
                        chart.left(i) + 1.5,
                        top,
                        chart.step() - 3,
                        HEIGHT - BOTTOM - top,
                        days.get(i),
                        String.format(Locale.ENGLISH, "%,d", values.get(i))));
            }
        }
        return chart.svg.end();
    }

    private double step() {
        return (double) WIDTH / days.size();
    }

    private double left(int day) {
        return day * step();
    }

    private double height(long value) {
        return HEIGHT - BOTTOM - (double) Math.max(0, value) / most * (HEIGHT - TOP - BOTTOM);
    }
}
