package io.goldenrod.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** A bare database with nothing in it, in which the floors of writing are measured. */
public interface EmptyStore extends AutoCloseable {

    /** Where the driver finds it. */
    String boltUri();

    @Override
    void close();

    /** Opens one. */
    @FunctionalInterface
    interface Opener {
        EmptyStore open(Path directory) throws IOException;
    }
}
