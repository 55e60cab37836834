package io.goldenrod.bulk;

import io.goldenrod.ingest.file.RecordSource;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * A file to be resolved with others. The run reads it to its end, and closes it.
 *
 * @param name for messages and the report
 * @param records its lines; {@code next} is called by one thread at a time, and lines are read by several
 * @param bytesRead how much of it was taken so far, for progress
 * @param bytes its size; below 0 when that is not known
 */
public record BulkInput(String name, RecordSource records, LongSupplier bytesRead, long bytes) {

    public BulkInput {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(records, "records");
        Objects.requireNonNull(bytesRead, "bytesRead");
    }

    /** Of unknown size. */
    public BulkInput(String name, RecordSource records) {
        this(name, records, () -> 0, -1);
    }
}
