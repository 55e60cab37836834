package io.goldenrod.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.benchmark.BenchmarkResult.Size;
import io.goldenrod.benchmark.Figure.Latency;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

class BenchmarkReportTests {

    private static final Figure RESOLVE = Figure.rates(
            "resolve <one>",
            "look-ups/s",
            List.of(100.0, 300.0, 200.0),
            "a constant",
            List.of(200.0, 300.0, 800.0),
            0.5);
    private static final Figure EXPLAIN =
            Figure.durations("explain", "ms, p50", List.of(2.0, 4.0), "a bare query", List.of(1.0, 1.0), 0);

    private static final BenchmarkReport REPORT = new BenchmarkReport(new BenchmarkResult(
            Map.of("processor", "<fast & small>"),
            Map.of("rounds", 3),
            List.of(
                    new Size(
                            1_000,
                            List.of(
                                    RESOLVE.with(new Latency(90, 1.5, 9, 20, 30)),
                                    EXPLAIN,
                                    Figure.alone("heap", "MiB at most", 640))),
                    new Size(10_000, List.of(RESOLVE.with(new Latency(80, 2, 12, 25, 31)), EXPLAIN)))));

    @Test
    void theMedianOfTheTurnsCounts() {
        assertThat(RESOLVE.value()).isEqualTo(200);
        assertThat(RESOLVE.lowest()).isEqualTo(100);
        assertThat(RESOLVE.highest()).isEqualTo(300);
        assertThat(RESOLVE.floor()).isEqualTo(300);
        assertThat(RESOLVE.ratio()).as("of 0.5, 1 and 0.25").isEqualTo(0.5);
        assertThat(EXPLAIN.ratio()).as("twice and four times as long").isEqualTo(0.375);
    }

    @Test
    void latenciesAreInMilliseconds() {
        var micros = new Histogram(60_000_000, 3);
        for (int i = 0; i < 999; i++) {
            micros.recordValue(1_000);
        }
        micros.recordValue(500_000);
        Latency latency = Latency.of(10, micros);
        assertThat(latency.p50()).isBetween(0.99, 1.01);
        assertThat(latency.p99()).isBetween(0.99, 1.01);
        assertThat(latency.most()).isBetween(499.0, 501.0);
    }

    @Test
    void theJsonHoldsEveryFigure() {
        Map<?, ?> json = JsonMapper.builder().build().readValue(REPORT.json(), Map.class);
        assertThat((List<?>) json.get("sizes")).hasSize(2);
        assertThat(REPORT.json()).contains("\"p999\" : 20.0").contains("\"floorName\" : \"a bare query\"");
    }

    @Test
    void theTableTellsRatiosAndLatencies() {
        assertThat(REPORT.table())
                .contains("1,000 records")
                .containsPattern("resolve <one> +200 look-ups/s +300 +0.50 +0.50")
                .contains("keeps up with 90/s; at half of it p50 1.50 ms, p99 9.00 ms, p99.9 20.00 ms");
    }

    @Test
    void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
        String page = REPORT.page();
        assertThat(page).doesNotContain("<script").doesNotContain("http").contains("&lt;fast &amp; small&gt;");
        int charts = 0;
        for (int at = page.indexOf("<svg"); at >= 0; at = page.indexOf("<svg", at + 1)) {
            String svg = page.substring(at, page.indexOf("</svg>", at) + 6);
            Document chart = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            assertThat(chart.getDocumentElement().getAttribute("aria-label")).isNotBlank();
            assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
            charts++;
        }
        assertThat(charts)
                .as("throughput, latency, and the ratios of two sizes")
                .isEqualTo(4);
    }
}
