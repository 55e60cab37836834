package io.goldenrod.ingest.file;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.LineReader;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.CsvRows.BadRow;
import io.goldenrod.ingest.file.CsvRows.Cells;
import io.goldenrod.ingest.file.CsvRows.Row;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CSV file of pairs: two records a line, the columns of each told apart by what their names start with. Records are
 * named by their line, so that a record that stands in several pairs is as many records.
 */
public final class PairFile implements Closeable {

    /** The source of records whose mapping names none. */
    private static final String SOURCE = "pairs";

    private final CsvRows rows;
    private final List<String> header;
    private final String source;
    private final MappedRow left;
    private final MappedRow right;

    /**
     * A line of the file.
     *
     * @param number from 1
     * @param columns all cells by the name of their column; empty for a row that cannot be read
     */
    public record Pair(long number, ParsedRecord left, ParsedRecord right, Map<String, String> columns) {}

    private PairFile(String name, CsvRows rows, FileOptions options, String leftPrefix, String rightPrefix)
            throws IOException {
        this.rows = rows;
        this.source = options.source() == null ? SOURCE : options.source();
        if (options.mapping() == null) {
            throw new InvalidInput(name, List.of("pairs need a mapping of columns to fields"));
        }
        if (!(rows.next() instanceof Cells first)) {
            throw new InvalidInput(name, List.of("the first line names no columns"));
        }
        header = first.cells().stream().map(String::strip).toList();
        left = side(name, options.mapping(), leftPrefix);
        right = side(name, options.mapping(), rightPrefix);
    }

    /**
     * Opens a file.
     *
     * @param leftPrefix what the names of the left record's columns start with, in front of the mapping's names
     * @throws InvalidInput when there is no such file, or it and its mapping do not fit
     */
    public static PairFile open(Path file, FileOptions options, String leftPrefix, String rightPrefix)
            throws IOException {
        InputStream in;
        try {
            in = Files.newInputStream(file);
        } catch (NoSuchFileException absent) {
            throw new InvalidInput(file.toString(), List.of("there is no such file"));
        }
        try {
            char delimiter = options.delimiter() == null ? ',' : options.delimiter();
            var lines = LineReader.exact(in, options.limits().recordBytesMax());
            return new PairFile(
                    file.toString(),
                    new CsvRows(lines, delimiter, options.charset(), options.limits()),
                    options,
                    leftPrefix,
                    rightPrefix);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    private MappedRow side(String name, FieldMapping mapping, String prefix) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).startsWith(prefix)) {
                positions.putIfAbsent(header.get(i).substring(prefix.length()), i);
            }
        }
        Set<String> missing = new LinkedHashSet<>(mapping.columns());
        missing.removeAll(positions.keySet());
        if (!missing.isEmpty()) {
            throw new InvalidInput(
                    name,
                    List.of("the mapping names columns that the file does not have with " + prefix + " in front: "
                            + String.join(", ", missing)));
        }
        return new MappedRow(mapping, positions);
    }

    /** The names of the columns. */
    public List<String> columns() {
        return header;
    }

    /** The next pair, or null after the last. */
    public Pair next() throws IOException {
        Row row = rows.next();
        if (row == null) {
            return null;
        }
        if (row instanceof BadRow bad) {
            return new Pair(row.number(), bad.refused(), bad.refused(), Map.of());
        }
        List<String> cells = ((Cells) row).cells();
        if (cells.size() != header.size()) {
            var refused = ParsedRecord.refused(
                    ParsedRecord.WHOLE,
                    "wrong_column_count",
                    "the row has " + cells.size() + " cells, the header " + header.size());
            return new Pair(row.number(), refused, refused, Map.of());
        }
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            columns.put(header.get(i), cells.get(i));
        }
        return new Pair(
                row.number(),
                named(left.record(cells, source), row.number() + "-left"),
                named(right.record(cells, source), row.number() + "-right"),
                columns);
    }

    private static ParsedRecord named(ParsedRecord parsed, String id) {
        if (!(parsed instanceof ParsedRecord.Read read)) {
            return parsed;
        }
        RawRecord raw = read.record();
        return new ParsedRecord.Read(
                new RawRecord(raw.source(), id, raw.observedAt(), raw.identifiers(), raw.attributes(), raw.consent()));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
