package io.goldenrod.generate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/**
 * A file that is there whole or not at all: it has {@code .part} behind its name until it is done. What is no file,
 * such as a pipe, is written to as it is. Compressed when the name ends in {@code .gz}.
 */
public final class OutputFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Both null where the stream goes straight to its end. */
    private final Path file;

    private final Path part;
    private final OutputStream stream;
    private boolean done;

    /** @param name of the file, or {@code -} for the standard output */
    public OutputFile(String name) throws IOException {
        if (name.equals("-")) {
            file = null;
            part = null;
            stream = new FileOutputStream(FileDescriptor.out);
            return;
        }
        Path named = Path.of(name);
        // A device or a pipe is written to: a file that took its place would be the end of it.
        boolean whole = !Files.exists(named) || Files.isRegularFile(named);
        // What a link points to is replaced, and not the link.
        file = !whole ? null : Files.exists(named) ? named.toRealPath() : named;
        part = whole ? Path.of(file + ".part") : null;
        OutputStream plain = Files.newOutputStream(whole ? part : named);
        stream = name.endsWith(".gz") ? new GZIPOutputStream(plain, BUFFER_BYTES) : plain;
    }

    /** Where to write. */
    public OutputStream stream() {
        return stream;
    }

    /** All is written: the file gets its name, in the place of any that had it. */
    public void complete() throws IOException {
        stream.close();
        if (file != null) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
        done = true;
    }

    /** Leaves nothing behind when it is not complete. */
    @Override
    public void close() throws IOException {
        if (!done) {
            try {
                stream.close();
            } finally {
                if (part != null) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }
}
