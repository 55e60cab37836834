package io.goldenrod.console.intake;

import io.goldenrod.ingest.file.FileFormat;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A file that was dropped.
 *
 * @param id names it in addresses
 * @param name as it was called where it came from
 * @param file where it is kept
 * @param columns none where the format names its fields itself
 * @param samples the first values of each column
 */
record Upload(
        String id,
        String name,
        Path file,
        long bytes,
        Instant at,
        FileFormat format,
        List<String> columns,
        List<List<String>> samples,
        Reading reading) {

    /**
     * How it is to be read.
     *
     * @param source of records that name none; null when not given
     * @param meanings by column, see {@code ProposedMapping}
     * @param dates {@code proven}, {@code dayFirst} or {@code monthFirst}
     * @param delimiter null where there is none
     */
    record Reading(String source, Map<String, String> meanings, String dates, Character delimiter, Charset charset) {}

    public boolean hasColumns() {
        return !columns.isEmpty();
    }

    Upload with(Reading changed) {
        return new Upload(id, name, file, bytes, at, format, columns, samples, changed);
    }

    Path folder() {
        return file.getParent();
    }
}
