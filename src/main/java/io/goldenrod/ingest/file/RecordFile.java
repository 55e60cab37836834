package io.goldenrod.ingest.file;

import io.goldenrod.ingest.LineReader;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.parquet.ParquetRows;
import io.goldenrod.ingest.parquet.UnreadableParquet;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The records of one file or stream, whatever its format: told by option, name and content, in this order. */
public final class RecordFile implements RecordSource {

    private static final int SAMPLE_BYTES = 64 * 1024;
    private static final int GZIP_BUFFER_BYTES = 64 * 1024;
    private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
    private static final byte[] ENCRYPTED_PARQUET = {'P', 'A', 'R', 'E'};

    private final LongSupplier bytesRead;
    private final RecordSource records;
    private final FileFormat format;
    private final List<String> columns;

    private RecordFile(LongSupplier bytesRead, RecordSource records, FileFormat format, List<String> columns) {
        this.bytesRead = bytesRead;
        this.records = records;
        this.format = format;
        this.columns = columns;
    }

    /**
     * Opens a file. Birth dates that could be read two ways are read as its other dates prove.
     *
     * @throws InvalidInput when there is no such file, or it and its mapping do not fit
     */
    public static RecordFile open(Path file, FileOptions options) throws IOException {
        RecordFile once = openOnce(file, options);
        return new RecordFile(
                once.bytesRead,
                new ProvenDates(once.records, () -> openOnce(file, options), options.latest()),
                once.format,
                once.columns);
    }

    private static RecordFile openOnce(Path file, FileOptions options) throws IOException {
        InputStream in;
        try {
            if (Files.isDirectory(file)) {
                throw new InvalidInput(file.toString(), List.of("it is a directory; name its files"));
            }
            if (options.format() == FileFormat.PARQUET || isParquet(file)) {
                return parquet(file, options);
            }
            in = Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new InvalidInput(file.toString(), List.of("there is no such file"));
        } catch (AccessDeniedException e) {
            throw new InvalidInput(file.toString(), List.of("it may not be read"));
        }
        try {
            return open(file.toString(), in, options);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static boolean isParquet(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return Arrays.equals(start, PARQUET) || Arrays.equals(start, ENCRYPTED_PARQUET);
        }
    }

    private static RecordFile parquet(Path file, FileOptions options) throws IOException {
        ParquetRows rows;
        try {
            rows = ParquetRows.open(file);
        } catch (UnreadableParquet e) {
            throw new InvalidInput(file.toString(), List.of(e.getMessage()));
        }
        try {
            var records = new ParquetSource(file.toString(), rows, options);
            return new RecordFile(rows::bytesRead, records, FileFormat.PARQUET, records.columns());
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /**
     * Reads a stream, which can be read but once: what could be read two ways stays as it is.
     *
     * @param name of the stream, for messages and, by its ending, as a hint of the format
     * @throws InvalidInput when it and its mapping do not fit
     */
    public static RecordFile open(String name, InputStream in, FileOptions options) throws IOException {
        var counted = new Counting(in);
        var content = new BufferedInputStream(counted, SAMPLE_BYTES);
        byte[] sample;
        try {
            if (isGzip(peek(content, 2))) {
                content = new BufferedInputStream(new GZIPInputStream(content, GZIP_BUFFER_BYTES), SAMPLE_BYTES);
            } else if (Arrays.equals(peek(content, ZSTD.length), ZSTD)) {
                content = new BufferedInputStream(new ZstdContent(content), SAMPLE_BYTES);
            }
            sample = peek(content, SAMPLE_BYTES);
        } catch (EOFException e) {
            return refused(counted, "truncated_input", "the compressed data ends within its first line");
        } catch (ZipException e) {
            return refused(counted, "corrupt_input", "the compressed data is damaged within its first line");
        }
        String foreign = Sample.foreignFormat(sample);
        if (foreign != null) {
            return refused(
                    counted,
                    "unsupported_format",
                    "the file is " + foreign
                            + "; records are taken as NDJSON, CSV or Senzing JSON, plain, gzip or zstd, and as Parquet");
        }
        if (sample.length < SAMPLE_BYTES && Sample.isBlank(sample)) {
            return refused(counted, "empty_file", "the file holds no record");
        }
        FileFormat format = options.format() == null ? Sample.format(name, sample) : options.format();
        RecordSource records = source(name, content, format, options);
        return new RecordFile(
                () -> counted.count, records, format, records instanceof CsvSource csv ? csv.columns() : List.of());
    }

    private static RecordSource source(String name, InputStream content, FileFormat format, FileOptions options)
            throws IOException {
        int lineBytesMax = options.limits().recordBytesMax();
        if (format != FileFormat.CSV && options.mapping() != null) {
            throw new InvalidInput(name, List.of("a mapping is for CSV and Parquet files; this one is " + format));
        }
        return switch (format) {
            case NDJSON -> new NdjsonSource(new LineReader(content, lineBytesMax), options);
            case SENZING -> new SenzingSource(new LineReader(content, lineBytesMax), options);
            case CSV -> {
                boolean tabs = name.toLowerCase(Locale.ROOT).matches(".*\\.(tsv|tab)(\\.gz|\\.zst)?");
                char delimiter = options.delimiter() != null ? options.delimiter() : tabs ? '\t' : ',';
                var lines = LineReader.exact(content, lineBytesMax);
                yield new CsvSource(name, new CsvRows(lines, delimiter, options.charset(), options.limits()), options);
            }
            case PARQUET -> throw new InvalidInput(name, List.of("Parquet is not read from a stream; name the file"));
        };
    }

    private static RecordFile refused(Counting counted, String code, String message) {
        var only = new SourceLine(1, ParsedRecord.refused(ParsedRecord.WHOLE, code, message));
        return new RecordFile(() -> counted.count, new OneLine(only, counted), null, List.of());
    }

    /** Up to that many first bytes; fewer at the end, or where compressed data breaks off behind the first of them. */
    private static byte[] peek(BufferedInputStream in, int length) throws IOException {
        in.mark(length);
        byte[] bytes = new byte[length];
        int count = 0;
        try {
            for (int read = 0; read >= 0 && count < length; read = in.read(bytes, count, length - count)) {
                count += read;
            }
        } catch (EOFException | ZipException e) {
            if (count == 0) {
                throw e;
            }
        }
        in.reset();
        return Arrays.copyOf(bytes, count);
    }

    private static boolean isGzip(byte[] start) {
        return start.length == 2 && start[0] == (byte) 0x1F && start[1] == (byte) 0x8B;
    }

    /** The format, or null when the file is refused as a whole. */
    public FileFormat format() {
        return format;
    }

    /** The names of the columns as the file has them; none where the format has no columns. */
    public List<String> columns() {
        return columns;
    }

    /** Bytes taken from the file so far, compressed ones if it is: for showing progress. */
    public long bytesRead() {
        return bytesRead.getAsLong();
    }

    @Override
    public SourceLine next() throws IOException {
        return records.next();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static final class Counting extends FilterInputStream {
        private volatile long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            add(Math.max(read, 0));
            return read;
        }

        private void add(int bytes) {
            count = count + bytes;
        }
    }

    private static final class OneLine implements RecordSource {
        private SourceLine line;
        private final InputStream in;

        OneLine(SourceLine line, InputStream in) {
            this.line = line;
            this.in = in;
        }

        @Override
        public SourceLine next() {
            SourceLine next = line;
            line = null;
            return next;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
