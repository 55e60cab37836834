package io.goldenrod.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.console.overview.QualityTable.Cell;
import io.goldenrod.graph.StatisticsReads.Activity;
import io.goldenrod.graph.StatisticsReads.Counts;
import io.goldenrod.graph.StatisticsReads.Day;
import io.goldenrod.quality.SourceQuality.FieldReport;
import io.goldenrod.quality.SourceQuality.Report;
import io.goldenrod.quality.SourceQuality.SourceReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OverviewPartsTests {

    @Test
    void countsBackFromWhatThereIs() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        var days = new TreeMap<LocalDate, Day>();
        days.put(first, new Day(Map.of("CREATED", 5L), 7, 9));
        days.put(first.plusDays(1), new Day(Map.of("CREATED", 4L, "MERGED", 1L, "SPLIT", 2L, "RETIRED", 1L), 3, 2));
        var now = new Counts(12, 0, 20, 30, 0, 0, 0, 0, 0);
        List<Growth.Row> rows = Growth.rows(now, new Activity(days, 13, 0));
        assertThat(rows)
                .containsExactly(
                        new Growth.Row(first, 8, 17, 28, 0, 0, 0, 5),
                        new Growth.Row(first.plusDays(1), 12, 20, 30, 1, 2, 0, 8));
    }

    @Test
    void saysAllAndNothingOnlyOfAllAndNothing() {
        var source = new SourceReport(
                "crm",
                1_000,
                1_000,
                null,
                Map.of(
                        "all", new FieldReport(1_000, 0),
                        "most", new FieldReport(999, 1),
                        "few", new FieldReport(1, 0),
                        "wrong", new FieldReport(0, 3)));
        var table = QualityTable.of(new Report(Instant.EPOCH, List.of(source), false, List.of(), List.of()));
        assertThat(table.rows().stream().map(row -> row.cells().get(0)))
                .containsExactly(new Cell(100, 5, 0), new Cell(99, 5, 1), new Cell(0, 0, 3), new Cell(1, 1, 0));
    }

    @Test
    void drawsNoDayBeyondItsChart() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        String svg = DayChart.bars("a < b", "bar", List.of(day, day.plusDays(1)), List.of(0L, 4L));
        assertThat(svg).contains("a &lt; b").containsOnlyOnce("<rect").contains("2026-01-02: 4");
        assertThat(DayChart.level("l", List.of(day), List.of(0L))).doesNotContain("NaN");
    }
}
