package io.goldenrod.ingest.file;

import io.goldenrod.ingest.ParsedRecord;

/**
 * One record of a file, or why it is none.
 *
 * @param number the line on which it starts, from 1
 */
public record SourceLine(long number, ParsedRecord parsed) {}
