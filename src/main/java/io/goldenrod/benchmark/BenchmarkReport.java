package io.goldenrod.benchmark;

import io.goldenrod.benchmark.BenchmarkResult.Size;
import io.goldenrod.benchmark.Figure.Latency;
import io.goldenrod.benchmark.SizeChart.Bar;
import io.goldenrod.benchmark.SizeChart.Curve;
import io.goldenrod.quality.page.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A result as a table for a terminal, as JSON, and as a page that needs nothing but itself. */
public final class BenchmarkReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final BenchmarkResult result;

    public BenchmarkReport(BenchmarkResult result) {
        this.result = result;
    }

    /** All figures by size. */
    public String json() {
        return JSON.writeValueAsString(result) + "\n";
    }

    /** Figures beside their floors. */
    public String table() {
        var table = new StringBuilder();
        result.machine().forEach((name, fact) -> table.append(String.format(Locale.ROOT, "%-14s %s%n", name, fact)));
        for (Size size : result.sizes()) {
            table.append(String.format(Locale.ROOT, "%n%,d records%n", size.records()));
            table.append(
                    String.format("  %-44s %12s %-15s %12s %7s %7s%n", "", "figure", "", "floor", "ratio", "reach"));
            for (Figure figure : size.figures()) {
                table.append(String.format(
                        "  %-44s %12s %-15s %12s %7s %7s%n",
                        figure.name(),
                        SizeChart.words(figure.value()),
                        figure.unit(),
                        figure.floorName() == null ? "" : SizeChart.words(figure.floor()),
                        figure.floorName() == null ? "" : String.format(Locale.ROOT, "%.2f", figure.ratio()),
                        figure.reach() == 0 ? "" : String.format(Locale.ROOT, "%.2f", figure.reach())));
                if (figure.latency() != null) {
                    table.append("    ").append(latency(figure.latency())).append(String.format("%n"));
                }
            }
        }
        return table.toString();
    }

    private static String latency(Latency latency) {
        return String.format(
                Locale.ROOT,
                "on a schedule: keeps up with %,.0f/s; at half of it p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms",
                latency.rate(),
                latency.p50(),
                latency.p99(),
                latency.p999());
    }

    /** The page, its charts in it; no script. */
    public String page() {
        Html page = new Html("Goldenrod, measured");
        List<String> facts = new ArrayList<>();
        result.machine().forEach((name, fact) -> facts.add(name + " " + fact));
        result.settings().forEach((name, fact) -> facts.add(name + " " + fact));
        page.paragraph(String.join(", ", facts) + ".");
        page.paragraph("Each figure stands beside its floor, measured in the same run in turns with it; read the "
                + "ratios. Latencies are of requests that come on a schedule, the time that they wait counted.");
        List<Long> sizes = result.sizes().stream().map(Size::records).toList();
        page.heading("Throughput over size");
        for (Figure figure : result.sizes().get(0).figures()) {
            if (figure.unit().endsWith("/s")) {
                page.chart(SizeChart.curves(
                        figure.name() + ", " + figure.unit() + ", over the number of records",
                        sizes,
                        List.of(
                                new Curve(figure.name() + ", " + figure.unit(), over(figure, Figure::value)),
                                new Curve("floor", over(figure, Figure::floor)))));
            }
        }
        page.heading("Latency at half of the highest rate, in milliseconds");
        for (Figure figure : result.sizes().get(0).figures()) {
            if (figure.latency() != null) {
                page.chart(SizeChart.curves(
                        figure.name() + ", milliseconds, over the number of records",
                        sizes,
                        List.of(
                                new Curve(
                                        figure.name() + ", p50",
                                        over(figure, each -> each.latency().p50())),
                                new Curve(
                                        "p99",
                                        over(figure, each -> each.latency().p99())),
                                new Curve(
                                        "p99.9",
                                        over(figure, each -> each.latency().p999())))));
            }
        }
        for (Size size : result.sizes()) {
            page.heading(String.format(Locale.ROOT, "Beside the floors, at %,d records", size.records()));
            page.chart(SizeChart.ratios(
                    "Ratios of figures to floors",
                    size.figures().stream()
                            .filter(figure -> figure.floorName() != null)
                            .map(figure -> new Bar(figure.name(), figure.ratio(), figure.reach()))
                            .toList()));
            page.table(
                    List.of("", "figure", "lowest", "highest", "unit", "floor", "what the floor is", "ratio", "reach"),
                    size.figures().stream().map(BenchmarkReport::row).toList());
            size.figures().stream()
                    .filter(figure -> figure.latency() != null)
                    .forEach(figure -> page.paragraph(figure.name() + ", " + latency(figure.latency()) + "."));
        }
        return page.page();
    }

    private List<Double> over(Figure figure, ToDoubleFunction<Figure> value) {
        return result.sizes().stream()
                .map(size -> size.figures().stream()
                        .filter(each -> each.name().equals(figure.name()))
                        .mapToDouble(value)
                        .findFirst()
                        .orElse(0))
                .toList();
    }

    private static List<String> row(Figure figure) {
        boolean beside = figure.floorName() != null;
        return List.of(
                figure.name(),
                SizeChart.words(figure.value()),
                SizeChart.words(figure.lowest()),
                SizeChart.words(figure.highest()),
                figure.unit(),
                beside ? SizeChart.words(figure.floor()) : "",
                beside ? figure.floorName() : "",
                beside ? String.format(Locale.ROOT, "%.2f", figure.ratio()) : "",
                figure.reach() == 0 ? "" : String.format(Locale.ROOT, "%.2f", figure.reach()));
    }

    /** The files that it becomes, by name. */
    public Map<String, String> files() {
        return Map.of("benchmark.json", json(), "benchmark.html", page());
    }
}
