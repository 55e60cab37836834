package io.goldenrod.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.YamlDocument;
import io.goldenrod.ingest.parquet.PageCodecs;
import io.goldenrod.normalize.RecordLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetFileTests {

    @TempDir
    private Path directory;

    private static final Set<String> TYPES = Set.of("email", "phone");
    private static final FileOptions DEFAULTS = FileOptions.defaults(TYPES, LocalDate.of(2026, 5, 2));

    private static final String FLAT = """
            message people {
              required binary source (STRING);
              optional binary recordId (STRING);
              optional int64 observedAt (TIMESTAMP(MILLIS,true));
              optional binary email (STRING);
              optional double phone;
              optional int32 birthDate (DATE);
              optional group address { optional binary city (STRING); }
            }""";

    private static final String OWN = """
            message people {
              optional binary source (STRING);
              required binary recordId (STRING);
              optional group identifiers (LIST) { repeated group list { optional group element {
                required binary type (STRING); required binary value (STRING); } } }
              optional group attributes { optional binary fullName (STRING);
                optional group tags (LIST) { repeated group list { optional binary element (STRING); } } }
              optional group consent (MAP) { repeated group key_value {
                required binary key (STRING); optional boolean value; } }
            }""";

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"UNCOMPRESSED", "ZSTD", "SNAPPY", "GZIP"})
    void columnsAreFieldsHoweverPagesAreCompressed(CompressionCodecName codec) throws IOException {
        Path file = write(codec, FLAT, 1, row -> {
            row.append("source", "crm").append("recordId", "7").append("observedAt", 1_700_000_000_123L);
            row.append("email", "ada@example.org")
                    .append("phone", 447_700_900_345.0)
                    .append("birthDate", 5_184);
            row.addGroup("address").append("city", "Leeds");
        });
        assertThat(records(file, DEFAULTS))
                .containsExactly(new RawRecord(
                        "crm",
                        "7",
                        Instant.parse("2023-11-14T22:13:20.123Z"),
                        List.of(
                                new RawIdentifier("email", "ada@example.org"),
                                new RawIdentifier("phone", "447700900345")),
                        Map.of("birthDate", "1984-03-12", "address", Map.of("city", "Leeds")),
                        Map.of()));
    }

    @Test
    void listsAndStructsAreARecordsOwn() throws IOException {
        Path file = write(CompressionCodecName.ZSTD, OWN, 1, row -> {
            row.append("recordId", "7");
            Group list = row.addGroup("identifiers");
            list.addGroup("list").addGroup("element").append("type", "email").append("value", "a@b.org");
            list.addGroup("list").addGroup("element").append("type", "email").append("value", "c@d.org");
            Group attributes = row.addGroup("attributes").append("fullName", "Ada King");
            attributes.addGroup("tags").addGroup("list").append("element", "vip");
            row.addGroup("consent")
                    .addGroup("key_value")
                    .append("key", "marketing")
                    .append("value", false);
        });
        assertThat(records(file, options(null, "crm")))
                .containsExactly(new RawRecord(
                        "crm",
                        "7",
                        null,
                        List.of(new RawIdentifier("email", "a@b.org"), new RawIdentifier("email", "c@d.org")),
                        Map.of("fullName", "Ada King", "tags", List.of("vip")),
                        Map.of("marketing", false)));
    }

    @Test
    void aMappingNamesColumns() throws IOException {
        Path file = write(
                CompressionCodecName.SNAPPY,
                "message m { required int64 no; optional binary mail (STRING); }",
                2,
                row -> row.append("no", 12L).append("mail", "a@b.org"));
        FileOptions options = options("source: {value: web}\nrecordId: no\nidentifiers: {email: mail}", null);
        assertThat(records(file, options)).hasSize(2).allSatisfy(record -> {
            assertThat(record.recordId()).isEqualTo("12");
            assertThat(record.identifiers()).containsExactly(new RawIdentifier("email", "a@b.org"));
        });
        assertThatThrownBy(() -> records(file, options("recordId: no\nidentifiers: {email: e_mail}", null)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the mapping names columns that the file does not have: e_mail; it has no, mail");
        assertThatThrownBy(() -> records(file, DEFAULTS)).hasMessageContaining("no column has a name");
    }

    @Test
    void aFileThatIsNotWholeSaysSo() throws IOException {
        Path file = write(
                CompressionCodecName.ZSTD,
                FLAT,
                1000,
                row -> row.append("source", "crm")
                        .append("recordId", Integer.toString(row.hashCode()))
                        .append("email", row.hashCode() + "@example.org"));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        assertThatThrownBy(() -> RecordFile.open(file, DEFAULTS)).hasMessageContaining("cut off");
        int footerBytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(whole.length - 8);
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 200, 900, (byte) 7);
        Files.write(file, damaged);
        assertThat(codes(file)).endsWith("corrupt_input");
        Arrays.fill(damaged, damaged.length - 8 - footerBytes, damaged.length - 8, (byte) 7);
        Files.write(file, damaged);
        assertThatThrownBy(() -> RecordFile.open(file, DEFAULTS)).hasMessageContaining("footer is damaged");
        Files.writeString(file, "PARE....PARE");
        assertThatThrownBy(() -> RecordFile.open(file, DEFAULTS)).hasMessageContaining("encrypted");
    }

    @Test
    void aStreamIsNotRead() throws IOException {
        Path file = write(CompressionCodecName.ZSTD, FLAT, 1, row -> row.append("source", "crm"));
        try (RecordFile records = RecordFile.open("standard input", Files.newInputStream(file), DEFAULTS)) {
            assertThat(((ParsedRecord.Refused) records.next().parsed()).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("not read from a stream"));
        }
    }

    @Test
    void listsThatAreNoFieldsAreNotPassedOver() throws IOException {
        Path file = write(
                CompressionCodecName.ZSTD,
                "message m { required binary phone (STRING); repeated binary emails (STRING); }",
                1,
                row -> row.append("phone", "1").append("emails", "a@b.org"));
        assertThatThrownBy(() -> RecordFile.open(file, DEFAULTS)).hasMessageContaining("emails hold lists");
    }

    private Path write(CompressionCodecName codec, String schema, int rows, Consumer<Group> filling)
            throws IOException {
        Path file = directory.resolve("people-" + System.nanoTime() + ".parquet");
        MessageType type = MessageTypeParser.parseMessageType(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .withCompressionCodec(codec)
                .withType(type)
                .build()) {
            for (int i = 0; i < rows; i++) {
                Group row = new SimpleGroup(type);
                filling.accept(row);
                writer.write(row);
            }
        }
        return file;
    }

    private static FileOptions options(String mapping, String source) {
        return new FileOptions(
                null,
                mapping == null ? null : MappingFile.read(YamlDocument.parse(mapping, "mapping.yml"), TYPES),
                source,
                StandardCharsets.UTF_8,
                null,
                TYPES,
                RecordLimits.DEFAULT,
                DEFAULTS.latest());
    }

    private static List<RawRecord> records(Path file, FileOptions options) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        try (RecordFile source = RecordFile.open(file, options)) {
            assertThat(source.format()).isEqualTo(FileFormat.PARQUET);
            for (SourceLine line = source.next(); line != null; line = source.next()) {
                assertThat(line.parsed()).isInstanceOf(ParsedRecord.Read.class);
                records.add(((ParsedRecord.Read) line.parsed()).record());
            }
        }
        return records;
    }

    private static List<String> codes(Path file) throws IOException {
        List<String> codes = new ArrayList<>();
        try (RecordFile source = RecordFile.open(file, DEFAULTS)) {
            for (SourceLine line = source.next(); line != null; line = source.next()) {
                codes.add(
                        line.parsed() instanceof ParsedRecord.Refused refused
                                ? refused.problems().get(0).code()
                                : "read");
            }
        }
        return codes;
    }
}
