/**
 * Files of records: newline-delimited JSON, CSV with a mapping of columns to fields, and Senzing's JSON, plain or gzip.
 *
 * <p>Why the rows of a CSV file are parted here and not by a library: a quote that is never closed makes every parser
 * that reads on swallow the rest of the file. Here a row has a largest size; when that is passed, the one line with the
 * open quote is refused and reading goes on behind it.
 */
package io.goldenrod.ingest.file;
