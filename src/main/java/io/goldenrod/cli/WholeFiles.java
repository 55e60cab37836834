package io.goldenrod.cli;

import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.FileFormat;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.InvalidInput;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.ingest.file.RecordSource;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.ingest.file.UnbrokenSource;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Files that are resolved together: what can be seen to be wrong with them is told before any is read. */
final class WholeFiles {

    private static final String STANDARD_INPUT = "-";
    private static final int GZIP_FIRST_BYTE = 0x1F;
    private static final int ZSTD_FIRST_BYTE = 0x28;
    private static final int COLUMNS_SHOWN_MAX = 20;

    private final List<String> files;
    private final FileOptions options;
    private final boolean mixed;

    /** @param mixed whether formats and columns may differ */
    WholeFiles(List<String> files, FileOptions options, boolean mixed) {
        this.files = files;
        this.options = options;
        this.mixed = mixed;
    }

    /** What one file is. */
    private record Kind(String file, FileFormat format, Set<String> columns) {}

    /** @throws InvalidInput when a file is of no use, or they do not go together */
    void check() throws IOException {
        Map<Path, String> places = new HashMap<>();
        int streams = 0;
        Kind first = null;
        for (String file : files) {
            if (isStream(file)) {
                streams += file.equals(STANDARD_INPUT) ? 1 : 0;
                continue;
            }
            Kind kind = kind(file);
            String before = places.put(Path.of(file).toRealPath(), file);
            if (before != null) {
                throw new InvalidInput(file, List.of("it is the same file as " + before + "; name it once"));
            }
            first = first == null ? kind : first;
            requireAlike(first, kind);
            requireWholeEnd(file, kind.format);
        }
        if (streams > 1) {
            throw new InvalidInput(STANDARD_INPUT, List.of("the standard input can be read but once"));
        }
    }

    /** What can be read but once, such as a pipe, is not looked at before. */
    private static boolean isStream(String file) {
        Path path = Path.of(file);
        return file.equals(STANDARD_INPUT)
                || Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    private RecordFile open(String file) throws IOException {
        return isStream(file) && !file.equals(STANDARD_INPUT)
                ? RecordFile.open(file, new FileInputStream(file), options)
                : RecordOptions.open(file, options);
    }

    private Kind kind(String file) throws IOException {
        try (RecordFile records = RecordOptions.open(file, options)) {
            if (records.format() == null && records.next().parsed() instanceof ParsedRecord.Refused refused) {
                throw new InvalidInput(file, List.of(refused.problems().get(0).message()));
            }
            return new Kind(file, records.format(), new TreeSet<>(records.columns()));
        }
    }

    private void requireAlike(Kind first, Kind other) {
        if (mixed) {
            return;
        }
        if (first.format != other.format) {
            throw new InvalidInput(
                    other.file,
                    List.of("it is " + other.format + ", and " + first.file + " is " + first.format
                            + "; if that is meant, give --mixed"));
        }
        // With a mapping, each file is known to have the columns that are read.
        if (options.mapping() == null && !first.columns.equals(other.columns)) {
            var apart = new TreeSet<>(first.columns);
            apart.removeAll(other.columns);
            var more = new TreeSet<>(other.columns);
            more.removeAll(first.columns);
            apart.addAll(more);
            throw new InvalidInput(
                    other.file,
                    List.of("its columns are not those of " + first.file + ", which differ in "
                            + String.join(
                                    ", ", new ArrayList<>(apart).subList(0, Math.min(COLUMNS_SHOWN_MAX, apart.size())))
                            + "; if that is meant, give --mixed"));
        }
    }

    /** Of lines of JSON that are not compressed the last one tells at once whether the file was cut off. */
    private void requireWholeEnd(String file, FileFormat format) throws IOException {
        Path path = Path.of(file);
        if (format == FileFormat.CSV || format == FileFormat.PARQUET) {
            return;
        }
        try (var bytes = new RandomAccessFile(path.toFile(), "r")) {
            int first = bytes.read();
            int length = (int) Math.min(bytes.length(), options.limits().recordBytesMax());
            byte[] end = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(end);
            int last = length - 1;
            while (last >= 0 && (end[last] == ' ' || end[last] == '\t' || end[last] == '\r' || end[last] == 0)) {
                last--;
            }
            boolean text = first != GZIP_FIRST_BYTE && first != ZSTD_FIRST_BYTE;
            if (text && last >= 0 && end[last] != '\n' && end[last] != '}') {
                throw new InvalidInput(
                        file, List.of("it ends in the middle of its last line; write or copy the file again"));
            }
        }
    }

    /** Bytes of all, as they lie on disk; below 0 when one is a stream. */
    long bytes() throws IOException {
        long bytes = 0;
        for (String file : files) {
            if (isStream(file)) {
                return -1;
            }
            bytes += Files.size(Path.of(file));
        }
        return bytes;
    }

    /** Each is opened when its first line is asked for. */
    List<FileResolution.Input> inputs() throws IOException {
        List<FileResolution.Input> inputs = new ArrayList<>();
        for (String file : files) {
            boolean stream = isStream(file);
            var records = new Opening(file);
            inputs.add(new FileResolution.Input(
                    file.equals(STANDARD_INPUT) ? "standard input" : file,
                    new UnbrokenSource(file, records),
                    records::bytesRead,
                    stream ? -1 : Files.size(Path.of(file))));
        }
        return inputs;
    }

    private final class Opening implements RecordSource {
        private final String file;
        private volatile RecordFile records;

        Opening(String file) {
            this.file = file;
        }

        @Override
        public SourceLine next() throws IOException {
            if (records == null) {
                records = open(file);
            }
            return records.next();
        }

        long bytesRead() {
            return records == null ? 0 : records.bytesRead();
        }

        @Override
        public void close() throws IOException {
            if (records != null) {
                records.close();
            }
        }
    }
}
