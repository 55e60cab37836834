package io.goldenrod.console.overview;

import io.goldenrod.quality.SourceQuality.FieldReport;
import io.goldenrod.quality.SourceQuality.Report;
import io.goldenrod.quality.SourceQuality.SourceReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Completeness by field and source.
 *
 * @param rows fields, those that most records carry first
 * @param more fields that are left out
 */
record QualityTable(List<SourceReport> sources, List<Row> rows, int more) {

    private static final int FIELDS_MAX = 24;
    private static final int SHADES = 5;

    /** A field, with a cell for each source. */
    record Row(String field, List<Cell> cells) {}

    /**
     * @param percent of the sample that carries it; null when the source never does
     * @param shade 0, none, to 5, all
     * @param leftOut records of which a value was not understood
     */
    record Cell(Integer percent, int shade, int leftOut) {}

    static QualityTable of(Report report) {
        Map<String, Integer> carried = new TreeMap<>();
        report.sources()
                .forEach(source -> source.fields()
                        .forEach((field, found) ->
                                carried.merge(field, found.present() + found.leftOut(), Integer::sum)));
        List<String> fields = new ArrayList<>(carried.keySet());
        fields.sort(Comparator.comparing(carried::get, Comparator.reverseOrder()));
        List<Row> rows = fields.stream()
                .limit(FIELDS_MAX)
                .map(field -> new Row(
                        field,
                        report.sources().stream()
                                .map(source -> cell(source, field))
                                .toList()))
                .toList();
        return new QualityTable(report.sources(), rows, fields.size() - rows.size());
    }

    private static Cell cell(SourceReport source, String field) {
        FieldReport found = source.fields().get(field);
        if (found == null || source.sampled() == 0) {
            return new Cell(null, 0, 0);
        }
        double share = (double) found.present() / source.sampled();
        // all and nothing are said only of all and nothing
        int percent = share == 1 || share == 0 ? (int) (share * 100) : (int) Math.min(99, Math.max(1, share * 100));
        return new Cell(percent, (int) Math.ceil(share * SHADES), found.leftOut());
    }
}
