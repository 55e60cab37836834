/**
 * What a run over whole files comes to, as files: tables as CSV, NDJSON or Parquet, and a report.
 *
 * <p>Why a folder that appears at the end: whoever finds half a table cannot tell it from a whole one. Everything is
 * written under a name that begins with a dot, brought safely to disk, and only then gets its own name.
 */
package io.goldenrod.bulk.file;
