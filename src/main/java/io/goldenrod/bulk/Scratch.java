package io.goldenrod.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What records say, in a temporary file that only its owner may read, until their customers are known. The file has no
 * name any more as soon as it is open, where the system allows that: whatever ends the program, nothing is left of it.
 * Written by one thread, then read by any number.
 */
final class Scratch implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 20;

    /** What follows soon is there already, and what lies elsewhere costs little. */
    private static final int WINDOW_BYTES = 1 << 12;

    private final Path file;
    private final FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long written;

    private Scratch(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws BulkException when the folder takes no file */
    static Scratch open(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "goldenrod-", ".scratch");
            try {
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
                var scratch = new Scratch(file, channel);
                scratch.forgetName();
                return scratch;
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new BulkException("the folder for temporary files takes none: name another than " + folder, e);
        }
    }

    private void forgetName() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException notHere) {
            // closing deletes it
        }
    }

    /** Bytes written so far. */
    long bytes() {
        return written;
    }

    /** Appends bytes, and says where they begin. */
    long add(byte[] bytes, int from, int length) {
        long start = written;
        int at = from;
        int left = length;
        while (left > 0) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int part = Math.min(left, buffer.remaining());
            buffer.put(bytes, at, part);
            at += part;
            left -= part;
        }
        written += length;
        return start;
    }

    /** After the last byte. */
    void seal() {
        flush();
        buffer = null;
    }

    private void flush() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new BulkException(
                    "the folder for temporary files is full: what the records say goes to " + file.getParent()
                            + " meanwhile, about as much as the files unpacked; name another folder",
                    e);
        }
        buffer.clear();
    }

    /** Reads what was written; of one thread. */
    final class Reader {

        private ByteBuffer window = ByteBuffer.allocateDirect(WINDOW_BYTES).limit(0);
        private long windowStart;

        /** Copies bytes to the start of the target. */
        void read(long start, int length, byte[] target) throws IOException {
            if (start < windowStart || start + length > windowStart + window.limit()) {
                fill(start, length);
            }
            window.get((int) (start - windowStart), target, 0, length);
        }

        private void fill(long start, int length) throws IOException {
            if (length > window.capacity()) {
                window = ByteBuffer.allocateDirect(Integer.highestOneBit(length - 1) * 2);
            }
            window.clear();
            windowStart = start;
            while (window.position() < length) {
                if (channel.read(window, start + window.position()) < 0) {
                    throw new IOException("the temporary file was cut off");
                }
            }
            window.flip();
        }
    }

    Reader reader() {
        return new Reader();
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new BulkException("the temporary file " + file + " cannot be deleted", e);
        }
    }
}
