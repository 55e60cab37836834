package io.goldenrod.bulk.file;

import io.goldenrod.ingest.parquet.PageCodecs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import tools.jackson.databind.json.JsonMapper;

/** Rows as Parquet, all columns optional: texts, 64-bit numbers, doubles, and times in microseconds of UTC. */
final class ParquetTable implements Table {

    /** Small, for several tables are written at once and each holds one in memory. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ParquetWriter<Object[]> file;

    ParquetTable(Path path, List<Column> columns) throws IOException {
        this.file = new Builder(new LocalOutputFile(path), columns)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
    }

    @Override
    public void row(Object... values) throws IOException {
        file.write(values);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        private final List<Column> columns;

        Builder(OutputFile file, List<Column> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows(columns);
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
            return new Rows(columns);
        }
    }

    private static final class Rows extends WriteSupport<Object[]> {
        private final List<Column> columns;
        private RecordConsumer to;

        Rows(List<Column> columns) {
            this.columns = columns;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return context();
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return context();
        }

        private WriteContext context() {
            return new WriteContext(
                    new MessageType("rows", columns.stream().map(Rows::type).toList()), Map.of());
        }

        private static Type type(Column column) {
            return switch (column.type()) {
                case TEXT, OBJECT ->
                    Types.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column.name());
                case COUNT -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
                case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
                case TIME ->
                    Types.optional(PrimitiveTypeName.INT64)
                            .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
                            .named(column.name());
            };
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            to = consumer;
        }

        @Override
        public void write(Object[] values) {
            to.startMessage();
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                    to.startField(columns.get(i).name(), i);
                    value(columns.get(i).type(), values[i]);
                    to.endField(columns.get(i).name(), i);
                }
            }
            to.endMessage();
        }

        private void value(Column.Type type, Object value) {
            switch (type) {
                case TEXT -> to.addBinary(Binary.fromString((String) value));
                case OBJECT -> to.addBinary(Binary.fromString(JSON.writeValueAsString(value)));
                case COUNT -> to.addLong((long) value);
                case NUMBER -> to.addDouble((double) value);
                case TIME -> to.addLong(microseconds((Instant) value));
            }
        }

        private static long microseconds(Instant time) {
            return Math.addExact(
                    Math.multiplyExact(time.getEpochSecond(), TimeUnit.SECONDS.toMicros(1)),
                    TimeUnit.NANOSECONDS.toMicros(time.getNano()));
        }
    }
}
