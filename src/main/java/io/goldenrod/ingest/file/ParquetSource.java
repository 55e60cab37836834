package io.goldenrod.ingest.file;

import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.ingest.parquet.ParquetRows;
import io.goldenrod.ingest.parquet.UnreadableParquet;
import io.goldenrod.normalize.RecordLimits;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of the rows of a Parquet file: by a mapping or by the names of its columns as those of a CSV file, or, where
 * it has {@code identifiers} or {@code attributes} as lists and structs, as records of the API's own JSON.
 */
final class ParquetSource implements RecordSource {

    private static final Set<String> NESTED = Set.of("identifiers", "attributes", "consent");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ParquetRows rows;
    private final String source;
    private final RecordLimits limits;
    private final List<String> columns;
    /** Null where rows are records as they are. */
    private final MappedRow mapped;

    private final List<String[]> paths = new ArrayList<>();
    private final RecordJson json;
    private long number;
    private boolean ended;

    /** @throws InvalidInput when columns and mapping do not fit */
    ParquetSource(String name, ParquetRows rows, FileOptions options) {
        this.rows = rows;
        this.source = options.source();
        this.limits = options.limits();
        this.json = new RecordJson(limits);
        Set<String> fields = Set.copyOf(rows.fields());
        this.columns = rows.columns();
        boolean own = options.mapping() == null
                && fields.stream().anyMatch(field -> NESTED.contains(field) && !columns.contains(field));
        if (own) {
            mapped = null;
            return;
        }
        List<String> lists = rows.fields().stream()
                .filter(field ->
                        columns.stream().noneMatch(column -> column.equals(field) || column.startsWith(field + ".")))
                .toList();
        if (options.mapping() == null && !lists.isEmpty()) {
            throw new InvalidInput(
                    name,
                    List.of("the columns " + String.join(", ", lists)
                            + " hold lists; write one value a column, or give a mapping of the others"));
        }
        var positions = new LinkedHashMap<String, Integer>();
        for (String column : columns) {
            if (positions.putIfAbsent(column, positions.size()) != null) {
                throw new InvalidInput(name, List.of("the schema names a column twice: " + column));
            }
            paths.add(fields.contains(column) ? new String[] {column} : column.split("\\.", -1));
        }
        mapped = MappedRow.fitting(name, positions, options);
        rows.only(mapped.columns());
    }

    /** The names of the columns. */
    List<String> columns() {
        return columns;
    }

    @Override
    public SourceLine next() throws IOException {
        if (ended) {
            return null;
        }
        number++;
        Map<String, Object> row;
        try {
            row = rows.next();
        } catch (UnreadableParquet e) {
            ended = true;
            return new SourceLine(number, ParsedRecord.refused(ParsedRecord.WHOLE, "corrupt_input", e.getMessage()));
        }
        if (row == null) {
            ended = true;
            return null;
        }
        return SourceLine.unread(number, () -> mapped == null ? own(row) : mapped(row));
    }

    private ParsedRecord own(Map<String, Object> row) {
        return NdjsonSource.withSource(json.read(JSON.writeValueAsBytes(row)), source);
    }

    private ParsedRecord mapped(Map<String, Object> row) {
        List<String> cells = new ArrayList<>(paths.size());
        long length = 0;
        for (String[] path : paths) {
            String text = text(row, path);
            length += text.length();
            cells.add(text);
        }
        return length > limits.recordBytesMax() ? RecordJson.tooLarge(limits) : mapped.record(cells, source);
    }

    /** Empty where there is no value. */
    private static String text(Map<String, Object> row, String[] path) {
        Object value = row.get(path[0]);
        for (String name : Arrays.asList(path).subList(1, path.length)) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
