package io.goldenrod.ingest.file;

import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.CsvRows.BadRow;
import io.goldenrod.ingest.file.CsvRows.Cells;
import io.goldenrod.ingest.file.CsvRows.Row;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Records of the rows of a CSV file, of which the first names the columns. */
final class CsvSource implements RecordSource {

    private final CsvRows rows;
    private final String source;
    private final List<String> header;
    private final MappedRow mapped;

    /** @throws InvalidInput when header and mapping do not fit */
    CsvSource(String name, CsvRows rows, FileOptions options) throws IOException {
        this.rows = rows;
        this.source = options.source();
        Row first = rows.next();
        if (first instanceof BadRow bad) {
            throw new InvalidInput(
                    name,
                    List.of("the header on line " + bad.number() + " is unreadable: "
                            + bad.refused().problems().get(0).message()));
        }
        this.header = first == null
                ? List.of()
                : ((Cells) first).cells().stream().map(String::strip).toList();
        Map<String, Integer> positions = positions(name, header);
        this.mapped = MappedRow.fitting(name, positions, options);
    }

    private static Map<String, Integer> positions(String name, List<String> header) {
        var positions = new LinkedHashMap<String, Integer>();
        var repeated = new LinkedHashSet<String>();
        for (int i = 0; i < header.size(); i++) {
            if (!header.get(i).isEmpty() && positions.putIfAbsent(header.get(i), i) != null) {
                repeated.add(header.get(i));
            }
        }
        if (!repeated.isEmpty()) {
            throw new InvalidInput(name, List.of("the header names a column twice: " + MappedRow.listed(repeated)));
        }
        return positions;
    }

    /** The names of the columns. */
    List<String> columns() {
        return header;
    }

    @Override
    public SourceLine next() throws IOException {
        Row row = rows.next();
        if (row == null) {
            return null;
        }
        if (row instanceof BadRow bad) {
            return new SourceLine(row.number(), bad.refused());
        }
        List<String> cells = ((Cells) row).cells();
        if (cells.size() < header.size() && rows.endedWithinLine()) {
            return new SourceLine(
                    row.number(),
                    ParsedRecord.refused(
                            ParsedRecord.WHOLE,
                            "truncated_input",
                            "the file ends within this row, of " + cells.size() + " cells where the header has "
                                    + header.size() + "; write or copy it again"));
        }
        if (cells.size() != header.size()) {
            return new SourceLine(
                    row.number(),
                    ParsedRecord.refused(
                            ParsedRecord.WHOLE,
                            "wrong_column_count",
                            "the row has " + cells.size() + " cells, the header " + header.size()));
        }
        return new SourceLine(row.number(), mapped.record(cells, source));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
