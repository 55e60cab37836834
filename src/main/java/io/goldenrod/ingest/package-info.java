/**
 * From bytes to answered records: readers of every format, field mapping, and the micro-batches in which records are
 * resolved.
 *
 * <p>Why a batch has no timer: it is whatever arrived while the last one was committing, so one lone record waits for
 * nothing and many share the cost of a commit.
 */
package io.goldenrod.ingest;
