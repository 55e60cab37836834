package io.goldenrod.bulk.file;

import java.io.Closeable;
import java.io.IOException;

/** Takes rows. Not for use by several threads at once. */
interface Table extends Closeable {

    /** @param values one of each column, of its type, or null */
    void row(Object... values) throws IOException;

    /** Writes what is left. Without, the file is not whole. */
    @Override
    void close() throws IOException;
}
