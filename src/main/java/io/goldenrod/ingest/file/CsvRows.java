package io.goldenrod.ingest.file;

import io.goldenrod.ingest.LineReader;
import io.goldenrod.ingest.LineReader.Broken;
import io.goldenrod.ingest.LineReader.Content;
import io.goldenrod.ingest.LineReader.Line;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.normalize.RecordLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The rows of a CSV file (RFC 4180; line ends may be LF alone). Rows of white space only are skipped. Bounded: a row is
 * no larger than a record may be. Not for use by several threads at once.
 */
public final class CsvRows implements Closeable {

    /** One row, or why it is none. */
    public sealed interface Row {
        long number();
    }

    /** The cells of a well-formed row. */
    public record Cells(long number, List<String> cells) implements Row {}

    /** A row that cannot be read; the next one may. */
    public record BadRow(long number, ParsedRecord.Refused refused) implements Row {}

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Malformed(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }

    private final LineReader lines;
    private final char delimiter;
    private final Charset charset;
    private final RecordLimits limits;
    /** Lines read ahead in search of a closing quote that was not there. */
    private final Deque<Line> pending = new ArrayDeque<>();

    /** @param lines exact ones; closed with this reader */
    public CsvRows(LineReader lines, char delimiter, Charset charset, RecordLimits limits) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.charset = charset;
        this.limits = limits;
    }

    /** The next row, or null after the last. */
    public Row next() throws IOException {
        while (true) {
            Line line = nextLine();
            if (line == null) {
                return null;
            }
            Row row = row(line);
            if (row != null) {
                return row;
            }
        }
    }

    /** Whether the file came to its end in the row that was given last, with no line end behind it. */
    boolean endedWithinLine() {
        return pending.isEmpty() && lines.endedWithinLine();
    }

    private Line nextLine() throws IOException {
        return pending.isEmpty() ? lines.next() : pending.poll();
    }

    private Row row(Line first) throws IOException {
        if (first instanceof Broken broken) {
            return new BadRow(first.number(), RecordJson.brokenOff(broken));
        }
        if (!(first instanceof Content content)) {
            return new BadRow(first.number(), RecordJson.tooLarge(limits));
        }
        var ahead = new ArrayList<Line>();
        try {
            String text = decode(content);
            if (text.isBlank()) {
                return null;
            }
            var parser = new Parser();
            int bytes = content.bytes().length;
            parser.line(text);
            while (parser.quoted) {
                Line line = nextLine();
                if (line != null) {
                    ahead.add(line);
                }
                if (!(line instanceof Content more)) {
                    throw openQuote();
                }
                bytes += more.bytes().length + 1;
                if (bytes > limits.recordBytesMax()) {
                    throw openQuote();
                }
                parser.line(decode(more));
            }
            return new Cells(first.number(), parser.cells);
        } catch (Malformed malformed) {
            for (int i = ahead.size() - 1; i >= 0; i--) {
                pending.push(ahead.get(i));
            }
            return new BadRow(
                    first.number(), ParsedRecord.refused(ParsedRecord.WHOLE, malformed.code, malformed.getMessage()));
        }
    }

    private Malformed openQuote() {
        return new Malformed(
                "unclosed_quote",
                "a quoted cell is not closed within the " + limits.recordBytesMax()
                        + " bytes of a record (setting goldenrod.limits.record-bytes-max)");
    }

    private String decode(Content line) throws Malformed {
        try {
            String text =
                    charset.newDecoder().decode(ByteBuffer.wrap(line.bytes())).toString();
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException e) {
            throw new Malformed(
                    "invalid_encoding", "the line is not " + charset + "; name its charset, or convert the file");
        }
    }

    /** Parts one row, which may go over several lines. */
    private final class Parser {
        private final List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private boolean quoted;

        /** Takes one more line; afterwards {@code quoted} tells whether the row goes on in the next one. */
        void line(String text) throws Malformed {
            int at = 0;
            if (quoted) {
                cell.append('\n');
                at = quotedCell(text, 0);
            }
            while (at >= 0) {
                if (at < text.length() && text.charAt(at) == '"') {
                    quoted = true;
                    at = quotedCell(text, at + 1);
                } else {
                    at = plainCell(text, at);
                }
            }
        }

        /** Where the next cell starts, or -1 at the end of the line. */
        private int plainCell(String text, int from) {
            int end = text.indexOf(delimiter, from);
            cells.add(text.substring(from, end < 0 ? text.length() : end));
            return end < 0 ? -1 : end + 1;
        }

        /** Where the next cell starts, or -1 at the end of the line. */
        private int quotedCell(String text, int from) throws Malformed {
            int start = from;
            while (true) {
                int quote = text.indexOf('"', start);
                if (quote < 0) {
                    cell.append(text, start, text.length());
                    return -1;
                }
                cell.append(text, start, quote);
                boolean doubled = quote + 1 < text.length() && text.charAt(quote + 1) == '"';
                if (!doubled) {
                    return closed(text, quote + 1);
                }
                cell.append('"');
                start = quote + 2;
            }
        }

        private int closed(String text, int behind) throws Malformed {
            cells.add(cell.toString());
            cell.setLength(0);
            quoted = false;
            if (behind == text.length()) {
                return -1;
            }
            if (text.charAt(behind) != delimiter) {
                throw new Malformed(
                        "invalid_csv", "text follows a closing quote; a quote within a quoted cell is written twice");
            }
            return behind + 1;
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
