package io.goldenrod.ingest.file;

import java.io.Closeable;
import java.io.IOException;

/** Records one after another, in constant memory. Not for use by several threads at once. */
public interface RecordSource extends Closeable {

    /**
     * The next record or refused line, or null after the last.
     *
     * @throws IOException when the input cannot be read any further for a reason outside it
     */
    SourceLine next() throws IOException;
}
