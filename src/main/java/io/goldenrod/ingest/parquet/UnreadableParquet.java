package io.goldenrod.ingest.parquet;

import java.io.IOException;

/** A file that is no Parquet file, is damaged, or uses what is not read; the message says which and what to do. */
public final class UnreadableParquet extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableParquet(String message, Throwable cause) {
        super(message, cause);
    }
}
