package io.goldenrod.cli;

import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.file.RecordSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Files being resolved into a folder. Closed before it is run to its end it leaves nothing behind. */
public interface FileResolution extends AutoCloseable {

    /** How a table is written. */
    enum TableFormat {
        CSV,
        NDJSON,
        PARQUET
    }

    /**
     * What is asked for.
     *
     * @param folder does not exist or is empty
     * @param threads 1 to 1,024
     * @param temporary the folder for what is kept on the way; null for one within the result's
     */
    record Settings(Path folder, TableFormat format, CompletePolicy policy, int threads, Path temporary) {}

    /**
     * A file.
     *
     * @param bytesRead how much of it was taken so far
     * @param bytes its size; below 0 when that is not known
     */
    record Input(String name, RecordSource records, LongSupplier bytesRead, long bytes) {}

    /** Is told how far it is, by any thread. */
    @FunctionalInterface
    interface Watcher {
        /** @param total below 0 when it is not known */
        void at(String phase, long done, long total);
    }

    /** Bytes that the disk of the temporary folder still takes. */
    long usableBytes() throws IOException;

    /**
     * Resolves, and gives the folder its name.
     *
     * @return the report, as it lies in the folder
     * @throws StoreUnavailable when memory or disk do not suffice
     */
    Map<String, Object> run(List<Input> inputs, Watcher watcher) throws IOException;

    @Override
    void close() throws IOException;
}
