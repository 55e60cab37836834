package io.goldenrod.ingest;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Splits a stream into lines in constant memory, however long the stream or one of its lines may be.
 *
 * <p>A line ends with LF or CR LF, the last one also with the stream. Lines of white space are skipped but counted, a
 * leading UTF-8 byte order mark is dropped. Not for use by several threads at once.
 */
public final class LineReader implements Closeable {

    /** One line of the stream; the first has number 1. */
    public sealed interface Line {
        long number();
    }

    /** A line as it stands, without its end and without surrounding white space. */
    public record Content(long number, byte[] bytes) implements Line {}

    /** A line over the limit; it was skipped and not kept. */
    public record TooLong(long number) implements Line {}

    /**
     * The compressed stream ended or broke within this line, of which nothing is kept. No line follows.
     *
     * @param code {@code truncated_input} or {@code corrupt_input}
     */
    public record Broken(long number, String code) implements Line {}

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final int lineBytesMax;
    private final boolean exact;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private byte[] kept = new byte[1024];
    private int keptBytes;
    private boolean overflowed;
    private long number;
    private boolean ended;

    /**
     * @param in closed with this reader
     * @param lineBytesMax longest line that is kept, in bytes, its end not counted
     */
    public LineReader(InputStream in, int lineBytesMax) {
        this(in, lineBytesMax, false);
    }

    private LineReader(InputStream in, int lineBytesMax, boolean exact) {
        if (lineBytesMax < 1) {
            throw new IllegalArgumentException("lineBytesMax is at least 1");
        }
        this.in = in;
        this.lineBytesMax = lineBytesMax;
        this.exact = exact;
    }

    /** A reader for formats in which white space counts: every line is given, with its CR if it has one. */
    public static LineReader exact(InputStream in, int lineBytesMax) {
        return new LineReader(in, lineBytesMax, true);
    }

    /**
     * The next line that is not blank, or null after the last.
     *
     * @throws IOException when the stream cannot be read for another reason than what it holds
     */
    public Line next() throws IOException {
        while (!ended) {
            Line line = readLine();
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    /** Whether the stream came to its end in the line that was given last, with no line end behind it. */
    public boolean endedWithinLine() {
        return ended && keptBytes > 0;
    }

    /** One physical line, or null when it is blank or there is none. */
    private Line readLine() throws IOException {
        number++;
        keptBytes = 0;
        overflowed = false;
        while (true) {
            try {
                if (position == limit && !fill()) {
                    ended = true;
                    return finished();
                }
            } catch (EOFException truncated) {
                ended = true;
                return new Broken(number, "truncated_input");
            } catch (ZipException corrupt) {
                ended = true;
                return new Broken(number, "corrupt_input");
            }
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            keep(position, end);
            position = end;
            if (end < limit) {
                position++;
                return finished();
            }
        }
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(read, 0);
        return read > 0;
    }

    private void keep(int from, int to) {
        int length = to - from;
        // One byte more than the limit, for the CR of a line that is exactly as long as allowed; three for a mark.
        if (overflowed || keptBytes + length > lineBytesMax + 4) {
            overflowed = true;
            return;
        }
        if (keptBytes + length > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(kept.length * 2, keptBytes + length));
        }
        System.arraycopy(buffer, from, kept, keptBytes, length);
        keptBytes += length;
    }

    private Line finished() {
        if (overflowed) {
            return new TooLong(number);
        }
        int from = number == 1 && startsWithMark() ? 3 : 0;
        int to = keptBytes;
        if (exact) {
            return ended && to == from ? null : new Content(number, Arrays.copyOfRange(kept, from, to));
        }
        while (from < to && isBlank(kept[from])) {
            from++;
        }
        while (to > from && isBlank(kept[to - 1])) {
            to--;
        }
        if (from == to) {
            return null;
        }
        return to - from > lineBytesMax ? new TooLong(number) : new Content(number, Arrays.copyOfRange(kept, from, to));
    }

    private boolean startsWithMark() {
        return keptBytes >= 3 && kept[0] == (byte) 0xEF && kept[1] == (byte) 0xBB && kept[2] == (byte) 0xBF;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
