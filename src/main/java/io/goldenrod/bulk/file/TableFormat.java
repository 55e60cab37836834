package io.goldenrod.bulk.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How a table is written. */
public enum TableFormat {
    /** RFC 4180, the first row the column names; no value is an empty cell. */
    CSV,
    /** One object a line; what has no value is left out. */
    NDJSON,
    /** With zstd. */
    PARQUET;

    /** How the names of its files end, with the dot. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    Table open(Path file, List<Column> columns) throws IOException {
        return switch (this) {
            case CSV -> new CsvTable(file, columns);
            case NDJSON -> new NdjsonTable(file, columns);
            case PARQUET -> new ParquetTable(file, columns);
        };
    }
}
