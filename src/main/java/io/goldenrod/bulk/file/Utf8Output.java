package io.goldenrod.bulk.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Text into a file as UTF-8, without a look at its characters where they are ASCII. */
final class Utf8Output implements Closeable {

    private static final int BUFFER_BYTES = 1 << 18;

    private final OutputStream file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int length;

    /** @param file must not exist */
    Utf8Output(Path file) throws IOException {
        this.file = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void add(char ascii) throws IOException {
        if (length == BUFFER_BYTES) {
            flush();
        }
        buffer[length++] = (byte) ascii;
    }

    @SuppressWarnings("deprecation") // The low bytes of a string that is ASCII are its UTF-8.
    void add(String text) throws IOException {
        int chars = text.length();
        if (chars > BUFFER_BYTES / 4) {
            flush();
            file.write(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (length + chars > BUFFER_BYTES) {
            flush();
        }
        text.getBytes(0, chars, buffer, length);
        for (int i = 0; i < chars; i++) {
            if (text.charAt(i) >= 0x80) {
                addBytes(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        length += chars;
    }

    private void addBytes(byte[] bytes) throws IOException {
        if (length + bytes.length > BUFFER_BYTES) {
            flush();
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void flush() throws IOException {
        int filled = length;
        length = 0;
        file.write(buffer, 0, filled);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
