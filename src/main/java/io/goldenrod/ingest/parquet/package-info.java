/**
 * Parquet files as rows of plain values, and the compression of their pages.
 *
 * <p>Why Parquet's own library with a thin floor in place of Hadoop: it is what the format's makers keep, the embedded
 * database brings it along in any case, and of Hadoop it needs the names of a few classes alone. Only its ways of
 * compressing go through Hadoop in earnest, so pages are compressed here by the libraries that do the work.
 */
package io.goldenrod.ingest.parquet;
