package io.goldenrod.ingest.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The rows of a Parquet file, one after another. It holds one row group at a time in memory, still compressed. Not for
 * use by several threads at once.
 */
public final class ParquetRows implements Closeable {

    /** Bytes of a row group, unpacked. Writers make 128 MiB unless told otherwise. */
    private static final long ROW_GROUP_BYTES_MAX = 1L << 30;

    private static final int LEAVES_MAX = 10_000;
    private static final int MAGIC_BYTES = 4;
    private static final int SMALLEST_BYTES = 12;

    private final ParquetFileReader file;
    private MessageType wanted;
    private RecordReader<RowConverter.Row> rows;
    private long rowsLeft;
    private int groups;
    private volatile long bytesRead;

    private ParquetRows(ParquetFileReader file) {
        this.file = file;
        this.wanted = file.getFooter().getFileMetaData().getSchema();
    }

    /**
     * Opens a file and reads its footer.
     *
     * @throws UnreadableParquet when it is not whole, or not to be read here
     */
    public static ParquetRows open(Path path) throws IOException {
        checkEnds(path);
        ParquetFileReader file;
        try {
            file = ParquetFileReader.open(
                    new LocalInputFile(path),
                    ParquetReadOptions.builder(new PlainParquetConfiguration())
                            .withCodecFactory(new PageCodecs())
                            .withUseHadoopVectoredIo(false)
                            .build());
        } catch (IOException | RuntimeException e) {
            throw new UnreadableParquet("its footer is damaged; write or copy the file again", e);
        }
        try {
            check(file);
            return new ParquetRows(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void checkEnds(Path path) throws IOException {
        long size = Files.size(path);
        String start;
        String end;
        try (var bytes = new RandomAccessFile(path.toFile(), "r")) {
            start = magic(bytes, 0);
            end = magic(bytes, size - MAGIC_BYTES);
        }
        if (start.equals("PARE") || end.equals("PARE")) {
            throw new UnreadableParquet("it is encrypted; decrypt it first", null);
        }
        if (!start.equals("PAR1")) {
            throw new UnreadableParquet("it is no Parquet file", null);
        }
        if (!end.equals("PAR1") || size < SMALLEST_BYTES) {
            throw new UnreadableParquet(
                    "it ends without the footer of a Parquet file, so it was cut off; write or copy it again", null);
        }
    }

    private static String magic(RandomAccessFile bytes, long at) throws IOException {
        byte[] magic = new byte[MAGIC_BYTES];
        if (at < 0 || at + MAGIC_BYTES > bytes.length()) {
            return "";
        }
        bytes.seek(at);
        bytes.readFully(magic);
        return new String(magic, StandardCharsets.ISO_8859_1);
    }

    private static void check(ParquetFileReader file) throws UnreadableParquet {
        int leaves = file.getFooter().getFileMetaData().getSchema().getColumns().size();
        if (leaves > LEAVES_MAX) {
            throw new UnreadableParquet("it has " + leaves + " columns; at most " + LEAVES_MAX + " are read", null);
        }
        for (BlockMetaData group : file.getRowGroups()) {
            if (group.getTotalByteSize() > ROW_GROUP_BYTES_MAX) {
                throw new UnreadableParquet(
                        "a row group has more than " + (ROW_GROUP_BYTES_MAX >> 20)
                                + " MiB; write the file with smaller ones",
                        null);
            }
            for (ColumnChunkMetaData column : group.getColumns()) {
                CompressionCodecName codec = column.getCodec();
                if (!PageCodecs.KNOWN.contains(codec)) {
                    throw new UnreadableParquet(
                            "its pages are compressed by " + codec + "; write it with zstd, snappy, gzip or none",
                            null);
                }
            }
        }
    }

    /** The names at the top, in the order of the file. */
    public List<String> fields() {
        return wanted.getFields().stream().map(Type::getName).toList();
    }

    /** The names of single values, those within objects with dots: {@code address.city}. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        addColumns("", wanted, columns);
        return columns;
    }

    private static void addColumns(String prefix, GroupType group, List<String> columns) {
        for (Type field : group.getFields()) {
            if (field.isRepetition(Type.Repetition.REPEATED)) {
                continue;
            }
            if (field.isPrimitive()) {
                columns.add(prefix + field.getName());
            } else if (field.getLogicalTypeAnnotation() == null) {
                addColumns(prefix + field.getName() + ".", field.asGroupType(), columns);
            }
        }
    }

    /** Reads no more than these columns, or what they lie in; before the first row. */
    public void only(Collection<String> columns) {
        Set<String> fields = columns.stream()
                .map(column -> wanted.containsField(column) ? column : column.replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
        List<Type> kept = wanted.getFields().stream()
                .filter(field -> fields.contains(field.getName()))
                .toList();
        if (!kept.isEmpty()) {
            wanted = new MessageType(wanted.getName(), kept);
            file.setRequestedSchema(wanted);
        }
    }

    /** How many rows there are. */
    public long count() {
        return file.getRecordCount();
    }

    /** Bytes of the file that the rows so far took, with the whole of the row group that is being read. */
    public long bytesRead() {
        return bytesRead;
    }

    /**
     * The next row, or null after the last: strings, numbers, booleans, lists and maps by name; what a row does not say
     * is left out. Dates and times are texts as in ISO 8601.
     *
     * @throws UnreadableParquet when the file is damaged here
     */
    public Map<String, Object> next() throws IOException {
        try {
            while (rowsLeft == 0) {
                PageReadStore group = file.readNextRowGroup();
                if (group == null) {
                    return null;
                }
                bytesRead = bytesRead + file.getRowGroups().get(groups++).getCompressedSize();
                rowsLeft = group.getRowCount();
                rows = new ColumnIOFactory(file.getFooter().getFileMetaData().getCreatedBy())
                        .getColumnIO(wanted, file.getFooter().getFileMetaData().getSchema())
                        .getRecordReader(group, new RowConverter(wanted));
            }
            rowsLeft--;
            return rows.read().values();
        } catch (UnreadableParquet e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableParquet("the data are damaged; write or copy the file again", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
