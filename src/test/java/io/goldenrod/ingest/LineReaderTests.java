package io.goldenrod.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.ingest.LineReader.Broken;
import io.goldenrod.ingest.LineReader.Content;
import io.goldenrod.ingest.LineReader.Line;
import io.goldenrod.ingest.LineReader.TooLong;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LineReaderTests {

    private static final int MAX = 64;

    @Test
    void splitsLines() throws IOException {
        assertThat(read("a\nb\r\nc")).containsExactly("1:a", "2:b", "3:c");
        assertThat(read("a\n")).containsExactly("1:a");
        assertThat(read("a\rb\n")).containsExactly("1:a\rb");
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n \t\r\n")).isEmpty();
        assertThat(read("\n\na\n\n  b  \n\n")).containsExactly("3:a", "5:b");
        assertThat(read("a\u0000b\n\u0000\n")).containsExactly("1:a\u0000b", "2:\u0000");
    }

    @Test
    void dropsTheByteOrderMarkOfTheFirstLineOnly() throws IOException {
        assertThat(read("\uFEFFa\n\uFEFFb")).containsExactly("1:a", "2:\uFEFFb");
        assertThat(read("\uFEFF")).isEmpty();
        assertThat(read("\uFEFF\na")).containsExactly("2:a");
    }

    @Test
    void keepsALineOfTheLongestLengthWhateverItsEnd() throws IOException {
        String longest = "x".repeat(MAX);
        for (String end : List.of("", "\n", "\r\n")) {
            assertThat(read(longest + end)).containsExactly("1:" + longest);
            assertThat(read("\uFEFF" + longest + end)).containsExactly("1:" + longest);
            assertThat(read(longest + "x" + end)).containsExactly("1:too long");
        }
    }

    @Test
    void skipsALineOfTenMegabytesWithoutKeepingIt() throws IOException {
        InputStream huge = new SequenceInputStream(
                new ByteArrayInputStream("a\n".getBytes(StandardCharsets.UTF_8)),
                new SequenceInputStream(
                        new Repeated('x', 10_000_000),
                        new ByteArrayInputStream("\nb\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(read(huge)).containsExactly("1:a", "2:too long", "3:b");
    }

    @Test
    void anEndlessLineNeedsNoMoreMemoryThanAShortOne() throws IOException {
        assertThat(read(new Repeated('x', 5_000_000_000L))).containsExactly("1:too long");
    }

    @Test
    void aTruncatedGzipKeepsTheLinesBeforeTheBreak() throws IOException {
        var text = new StringBuilder();
        var random = new Random(1);
        for (int i = 1; i <= 5000; i++) {
            text.append(i).append(' ').append(random.nextLong()).append('\n');
        }
        byte[] whole = gzip(text.toString());
        for (int length : new int[] {whole.length - 1, whole.length - 9, whole.length / 2, 100}) {
            List<Line> lines = lines(new GZIPInputStream(new ByteArrayInputStream(Arrays.copyOf(whole, length))), MAX);
            Line last = lines.get(lines.size() - 1);
            assertThat(last).isInstanceOf(Broken.class);
            assertThat(((Broken) last).code()).isEqualTo("truncated_input");
            assertThat(last.number()).isEqualTo(lines.size());
            assertThat(lines.subList(0, lines.size() - 1))
                    .allSatisfy(line -> assertThat(new String(((Content) line).bytes(), StandardCharsets.UTF_8))
                            .startsWith(line.number() + " "));
        }
    }

    @Test
    void aDamagedGzipIsToldApartFromATruncatedOne() throws IOException {
        byte[] damaged = gzip("a\n".repeat(100_000));
        damaged[damaged.length - 8] ^= 1;
        List<Line> lines = lines(new GZIPInputStream(new ByteArrayInputStream(damaged)), MAX);
        assertThat(lines.get(lines.size() - 1)).isInstanceOf(Broken.class);
        assertThat(((Broken) lines.get(lines.size() - 1)).code()).isEqualTo("corrupt_input");
    }

    @Test
    void anErrorOfTheStreamItselfIsPassedOn() {
        var failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        assertThatThrownBy(() -> new LineReader(failing, MAX).next()).hasMessage("disk");
    }

    @Test
    void agreesWithSplittingTheWholeTextHoweverTheBytesArrive() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append("abc\n\r é".charAt(random.nextInt(7)));
            }
            var expected = new ArrayList<String>();
            String[] split = text.toString().split("\n", -1);
            for (int i = 0; i < split.length; i++) {
                String line = split[i].strip();
                if (!line.isEmpty()) {
                    expected.add(
                            (i + 1) + ":" + (line.getBytes(StandardCharsets.UTF_8).length > MAX ? "too long" : line));
                }
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(read(new Trickle(bytes, random))).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<String> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> read(InputStream in) throws IOException {
        return lines(in, MAX).stream()
                .map(line -> line.number() + ":"
                        + (line instanceof Content content
                                ? new String(content.bytes(), StandardCharsets.UTF_8)
                                : line instanceof TooLong ? "too long" : "broken"))
                .toList();
    }

    private static List<Line> lines(InputStream in, int max) throws IOException {
        var lines = new ArrayList<Line>();
        try (var reader = new LineReader(in, max)) {
            for (Line line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** One byte, many times. */
    private static final class Repeated extends InputStream {
        private final int value;
        private long left;

        Repeated(int value, long count) {
            this.value = value;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(target, offset, offset + count, (byte) value);
            left -= count;
            return count;
        }
    }

    /** Gives its bytes in pieces of random length. */
    private static final class Trickle extends ByteArrayInputStream {
        private final Random random;

        Trickle(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(7)));
        }
    }
}
