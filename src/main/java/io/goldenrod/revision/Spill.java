package io.goldenrod.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * Pieces of data in a file of their own, read by their numbers; eight bytes of memory each. What is written is
 * encrypted with a key that is nowhere else (AES in counter mode, a piece's number as its nonce), so that a file which
 * outlives a crash tells nothing. Written by one thread, then read by any number.
 */
final class Spill implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int NONCE_BYTES = 16;

    private final Path file;
    private final FileChannel channel;
    private final SecretKey key;
    private final Cipher writing;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long[] ends = new long[1 << 10];
    private int size;

    private Spill(Path file, FileChannel channel, SecretKey key) throws GeneralSecurityException {
        this.file = file;
        this.channel = channel;
        this.key = key;
        this.writing = cipher();
    }

    static Spill open() {
        try {
            // Only its owner may read it, on systems that know owners.
            Path file = Files.createTempFile("goldenrod-", ".spill");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(128, new SecureRandom());
            return new Spill(file, channel, generator.generateKey());
        } catch (IOException e) {
            throw full();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    private static Cipher cipher() throws GeneralSecurityException {
        return Cipher.getInstance("AES/CTR/NoPadding");
    }

    int size() {
        return size;
    }

    /** Bytes written so far. */
    long bytes() {
        return size == 0 ? 0 : ends[size - 1];
    }

    /** Appends a piece, and returns its number. */
    int add(byte[] piece) {
        try {
            byte[] sealed = crypt(writing, size, piece);
            if (buffer.remaining() < sealed.length) {
                flush();
            }
            if (sealed.length > buffer.capacity()) {
                write(ByteBuffer.wrap(sealed));
            } else {
                buffer.put(sealed);
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size + (size >> 1));
            }
            ends[size] = bytes() + sealed.length;
            return size++;
        } catch (IOException e) {
            throw full();
        }
    }

    private static SimulationTooLarge full() {
        return new SimulationTooLarge("the folder for temporary files (-Djava.io.tmpdir) takes no more: some 500 bytes"
                + " a record are needed there");
    }

    /** After the last piece. */
    void seal() {
        try {
            flush();
            buffer = null;
        } catch (IOException e) {
            throw full();
        }
    }

    private void flush() throws IOException {
        write(buffer.flip());
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads pieces; of one thread. */
    final class Reader {
        private final Cipher reading;

        private Reader() {
            try {
                reading = cipher();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has AES", e);
            }
        }

        byte[] get(int number) {
            long start = number == 0 ? 0 : ends[number - 1];
            ByteBuffer piece = ByteBuffer.allocate((int) (ends[number] - start));
            try {
                while (piece.hasRemaining()) {
                    if (channel.read(piece, start + piece.position()) < 0) {
                        throw new IOException("the file for temporary data was cut off");
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the file for temporary data cannot be read", e);
            }
            return crypt(reading, number, piece.array());
        }
    }

    Reader reader() {
        return new Reader();
    }

    private byte[] crypt(Cipher cipher, int number, byte[] piece) {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(nonce).putInt(number);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce));
            return cipher.doFinal(piece);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file for temporary data cannot be deleted", e);
        }
    }
}
