package io.goldenrod.ingest.file;

/** How records are written in a file. */
public enum FileFormat {
    /** One record of the API a line. */
    NDJSON,
    /** RFC 4180, first row the column names. */
    CSV,
    /** Senzing's JSON, one record a line, with {@code FEATURES} or flat. */
    SENZING,
    /** Columns as of a CSV file, or the fields of the API's record as lists and structs. */
    PARQUET
}
