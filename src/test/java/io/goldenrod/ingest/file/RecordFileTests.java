package io.goldenrod.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.YamlDocument;
import io.goldenrod.normalize.RecordLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFileTests {

    @TempDir
    private Path directory;

    private static final Set<String> TYPES = Set.of("email", "phone", "national_id", "account_id", "social");

    private static final FileOptions DEFAULTS = FileOptions.defaults(TYPES, LocalDate.of(2026, 5, 2));

    @Test
    void takesGoodLinesAndRefusesBadOnesWithTheirNumber() throws IOException {
        assertThat(summary("x.ndjson", """
                {"source":"crm","recordId":"1"}

                {"source":"crm",
                {"source":"crm","recordId":"2","identifiers":[{"type":"email"}]}
                {"source":"crm","recordId":"3","note":"?"}
                {"source":"crm","recordId":"' }) DETACH DELETE n //"}
                """))
                .containsExactly(
                        "1 crm/1",
                        "3 record invalid_json",
                        "4 identifiers[0].value missing_field",
                        "5 note unknown_field",
                        "6 crm/' }) DETACH DELETE n //");
    }

    @Test
    void readsGzipByItsContent() throws IOException {
        byte[] text = "{\"source\":\"crm\",\"recordId\":\"1\"}\n".getBytes(StandardCharsets.UTF_8);
        assertThat(summary("x.ndjson", gzip(text), DEFAULTS)).containsExactly("1 crm/1");
        assertThat(summary("x.bin", gzip(text), DEFAULTS)).containsExactly("1 crm/1");
    }

    @Test
    void aTruncatedGzipGivesTheLinesBeforeTheBreak() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("{\"source\":\"crm\",\"recordId\":\"")
                    .append(Integer.toHexString(i * 7919))
                    .append("\"}\n");
        }
        byte[] whole = gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        List<String> lines = summary("x.ndjson.gz", Arrays.copyOf(whole, whole.length / 2), DEFAULTS);
        assertThat(lines.size()).isGreaterThan(1000);
        assertThat(lines.get(lines.size() - 1)).isEqualTo(lines.size() + " record truncated_input");
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.contains(" crm/"));
        assertThat(summary("x.gz", Arrays.copyOf(whole, 12), DEFAULTS)).containsExactly("1 record truncated_input");
        assertThat(summary("x.gz", new byte[] {0x1F, (byte) 0x8B, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9}, DEFAULTS))
                .containsExactly("1 record corrupt_input");
    }

    @Test
    void anEmptyFileSaysSo() throws IOException {
        for (String empty : List.of("", "\n\n", "\uFEFF", "  \r\n")) {
            assertThat(summary("x.ndjson", empty)).containsExactly("1 record empty_file");
            assertThat(summary("x.csv", empty)).containsExactly("1 record empty_file");
        }
        assertThat(summary("x.gz", gzip(new byte[0]), DEFAULTS)).containsExactly("1 record empty_file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAR1\u0015\u0004\u0015",
                "PK\u0003\u0004\u0014",
                "Obj\u0001",
                "ORC\n",
                "%PDF-1.7",
                "SQLite format 3\u0000",
                "\u00FF\u00FE{\u0000",
                "\u00FE\u00FF\u0000{",
                "<?xml version='1.0'?>",
                "<!DOCTYPE html>",
                "[{\"source\":\"crm\"}]",
                " \n[ {} ]",
                "BZh91AY",
                "\u007FELF\u0002",
                "{\u0000\"\u0000s\u0000\"\u0000",
                "\u0001\u0002\u0003\u0004",
                "\u00D0\u00CF\u0011\u00E0"
            })
    void aFileOfAnotherKindIsRefusedByOneLine(String start) throws IOException {
        for (String name : List.of("x.ndjson", "x.csv", "x")) {
            assertThat(summary(name, start.getBytes(StandardCharsets.ISO_8859_1), DEFAULTS))
                    .containsExactly("1 record unsupported_format");
        }
    }

    @Test
    void aHugeLineIsRefusedAlone() throws IOException {
        String good = "{\"source\":\"crm\",\"recordId\":\"1\"}\n";
        assertThat(summary("x.ndjson", good + "x".repeat(10_000_000) + "\n" + good))
                .containsExactly("1 crm/1", "2 record record_too_large", "3 crm/1");
    }

    @Test
    void tellsTheFormatFromTheContent() throws IOException {
        assertThat(format("x.jsonl", "{\"DATA_SOURCE\":\"A\",\"RECORD_ID\":\"1\"}"))
                .isEqualTo(FileFormat.SENZING);
        assertThat(format("x.jsonl", "{\"source\":\"A\"}")).isEqualTo(FileFormat.NDJSON);
        assertThat(format("x", "{\"source\":\"A\"}")).isEqualTo(FileFormat.NDJSON);
        assertThat(format("x", "email,phone\na@b.org,1")).isEqualTo(FileFormat.CSV);
    }

    @Test
    void aSourceStandsInForRecordsThatNameNone() throws IOException {
        var options = new FileOptions(
                null, null, "shop", StandardCharsets.UTF_8, null, TYPES, RecordLimits.DEFAULT, DEFAULTS.latest());
        assertThat(summary("x.ndjson", bytes("{\"recordId\":\"1\"}\n{\"source\":\"crm\",\"recordId\":\"2\"}"), options))
                .containsExactly("1 shop/1", "2 crm/2");
        assertThat(summary("x.csv", bytes("recordId,email\n1,a@b.org"), options))
                .containsExactly("2 shop/1");
        assertThat(summary("x.jsonl", bytes("{\"RECORD_ID\":1}"), options)).containsExactly("1 shop/1");
    }

    @Test
    void aCsvFileWithOurNamesNeedsNoMapping() throws IOException {
        RawRecord record = record(
                "x.csv",
                "source,recordId,observedAt,email,phone,fullName,address.city,address.postcode,consent.news,shoe size\n"
                        + "crm,7,2026-05-01T10:00:00Z,a@b.org,,Ada Lovelace,London,SW1,yes,39\n",
                DEFAULTS);
        assertThat(record)
                .isEqualTo(new RawRecord(
                        "crm",
                        "7",
                        Instant.parse("2026-05-01T10:00:00Z"),
                        List.of(new RawIdentifier("email", "a@b.org")),
                        Map.of(
                                "fullName", "Ada Lovelace",
                                "address", Map.of("city", "London", "postcode", "SW1"),
                                "shoe size", "39"),
                        Map.of("news", true)));
    }

    @Test
    void aMappingMakesRecordsOfAnyColumns() throws IOException {
        FieldMapping mapping = mapping("""
                source: {value: crm}
                recordId: {columns: [branch, no], separator: "-"}
                observedAt: {column: updated, format: dd/MM/yyyy HH:mm, zone: Europe/Berlin}
                identifiers:
                  email: {column: mails, split: ";"}
                  phone: [phone, mobile]
                attributes:
                  familyName: surname
                  birthDate: {column: dob, format: yyyyMMdd}
                  address.line1: [house, street]
                  address.city: {column: town}
                consent: {marketing: opt_in}
                empty: ["N/A", "-"]
                """);
        String header = "branch,no,updated,mails,phone,mobile,surname,dob,house,street,town,opt_in\n";
        RawRecord record = record(
                "x.csv",
                header + "B1,7,01/05/2026 12:00,a@b.org; ;c@d.org,n/a,07700 900123,Lovelace,18151210,12,High St,-,no",
                options(mapping));
        assertThat(record)
                .isEqualTo(new RawRecord(
                        "crm",
                        "B1-7",
                        Instant.parse("2026-05-01T10:00:00Z"),
                        List.of(
                                new RawIdentifier("email", "a@b.org"),
                                new RawIdentifier("email", "c@d.org"),
                                new RawIdentifier("phone", "07700 900123")),
                        Map.of(
                                "familyName", "Lovelace",
                                "birthDate", "1815-12-10",
                                "address", Map.of("line1", "12 High St")),
                        Map.of("marketing", false)));
        assertThat(summary(
                        "x.csv",
                        bytes(header + "B,1,,,,,,,,,,perhaps\nB,2,2026-05-01,,,,,,,,,\nB,3\nB,4,,,,,,19151399,,,,\n"),
                        options(mapping)))
                .containsExactly(
                        "2 consent.marketing invalid_consent",
                        "3 observedAt invalid_time",
                        "4 record wrong_column_count",
                        "5 crm/B-4");
    }

    @Test
    void aMappingIsRefusedWithEverythingThatIsWrong() {
        assertThatThrownBy(() -> mapping("""
                sources: crm
                recordId: {column: id, colum: x}
                observedAt: {column: at, format: "QQQQQQ{", zone: Mars}
                identifiers: {fax: fax, email: 3, phone: {value: a, column: b}}
                attributes: {address: a, address.city: b, x..y: c, z: []}
                empty: none
                """))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .hasSize(11)
                                .anyMatch(problem -> problem.startsWith("sources (line 1) is unknown"))
                                .anyMatch(problem -> problem.startsWith("recordId.colum (line 2) is unknown"))
                                .anyMatch(problem -> problem.startsWith("observedAt.format (line 3) is no date format"))
                                .anyMatch(problem -> problem.startsWith("observedAt.zone (line 3) is no time zone"))
                                .anyMatch(
                                        problem -> problem.startsWith("identifiers.fax (line 4) is no identifier type"))
                                .anyMatch(problem -> problem.startsWith("identifiers.email (line 4) names a column"))
                                .anyMatch(problem -> problem.startsWith("identifiers.phone (line 4) names one of"))
                                .anyMatch(problem -> problem.startsWith("attributes.address (line 5) is mapped as"))
                                .anyMatch(problem -> problem.startsWith("attributes.x..y (line 5) has an empty part"))
                                .anyMatch(problem -> problem.startsWith("attributes.z (line 5) names at least one"))
                                .anyMatch(problem -> problem.startsWith("empty (line 6) is a list")));
        assertThatThrownBy(() -> mapping("source: crm")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void columnsThatAreMissingOrTwiceThereAreToldBeforeWorkStarts() {
        assertThatThrownBy(() -> summary(
                        "x.csv", bytes("a,b\n1,2"), options(mapping("{identifiers: {email: mail}, recordId: id}"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("id, mail")
                .hasMessageContaining("it has a, b");
        assertThatThrownBy(() -> summary("x.csv", "email,email\n1,2")).hasMessageContaining("twice: email");
        assertThatThrownBy(() -> summary("x.csv", "foo,bar\n1,2")).hasMessageContaining("give a mapping");
        assertThatThrownBy(() -> summary("x.csv", "email,address,address.city\n1,2,3"))
                .hasMessageContaining("address is a value and an object");
        assertThatThrownBy(() -> summary("x.csv", "\"email\n")).hasMessageContaining("header on line 1");
        assertThatThrownBy(() -> summary("x.ndjson", bytes("{}"), options(mapping("identifiers: {email: mail}"))))
                .hasMessageContaining("a mapping is for CSV");
    }

    @Test
    void aFileThatCannotBeOpenedSaysWhy() {
        assertThatThrownBy(() -> RecordFile.open(directory.resolve("none.csv"), DEFAULTS))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> RecordFile.open(directory, DEFAULTS)).hasMessageContaining("it is a directory");
        assertThatThrownBy(() -> new FileOptions(
                        null,
                        null,
                        null,
                        StandardCharsets.UTF_16,
                        null,
                        TYPES,
                        RecordLimits.DEFAULT,
                        DEFAULTS.latest()))
                .hasMessageContaining("iconv");
    }

    private static FieldMapping mapping(String yaml) {
        return MappingFile.read(YamlDocument.parse(yaml, "mapping.yml"), TYPES);
    }

    private static FileOptions options(FieldMapping mapping) {
        return new FileOptions(
                null, mapping, null, StandardCharsets.UTF_8, null, TYPES, RecordLimits.DEFAULT, DEFAULTS.latest());
    }

    private static FileFormat format(String name, String text) throws IOException {
        try (RecordFile file = RecordFile.open(name, new ByteArrayInputStream(bytes(text)), DEFAULTS)) {
            return file.format();
        }
    }

    private static RawRecord record(String name, String text, FileOptions options) throws IOException {
        List<SourceLine> lines = lines(name, bytes(text), options);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).parsed()).isInstanceOf(ParsedRecord.Read.class);
        return ((ParsedRecord.Read) lines.get(0).parsed()).record();
    }

    private static List<String> summary(String name, String text) throws IOException {
        return summary(name, bytes(text), DEFAULTS);
    }

    private static List<String> summary(String name, byte[] content, FileOptions options) throws IOException {
        return lines(name, content, options).stream()
                .map(line -> line.number() + " "
                        + (line.parsed() instanceof ParsedRecord.Read read
                                ? read.record().source() + "/" + read.record().recordId()
                                : ((ParsedRecord.Refused) line.parsed())
                                                .problems()
                                                .get(0)
                                                .field() + " "
                                        + ((ParsedRecord.Refused) line.parsed())
                                                .problems()
                                                .get(0)
                                                .code()))
                .toList();
    }

    private static List<SourceLine> lines(String name, byte[] content, FileOptions options) throws IOException {
        var lines = new ArrayList<SourceLine>();
        try (RecordFile file = RecordFile.open(name, new ByteArrayInputStream(content), options)) {
            for (SourceLine line = file.next(); line != null; line = file.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatAFileProvesDecidesItsOtherDatesInWhateverOrder() throws IOException {
        assertThat(birthDates("12/11/1978", "8/15/67", "5/3/04", "24-May-11"))
                .containsExactly("1978-12-11", "1967-08-15", "2004-05-03", "2011-05-24");
        assertThat(birthDates("8/15/67", "12/11/1978")).containsExactly("1967-08-15", "1978-12-11");
        assertThat(birthDates("12/11/1978", "15/8/1967")).containsExactly("1978-11-12", "15/8/1967");
        assertThat(birthDates("12/11/1978", "5/3/04")).containsExactly("12/11/1978", "5/3/04");
        assertThat(birthDates("12/11/1978", "8/15/1967", "15/8/1967"))
                .containsExactly("12/11/1978", "8/15/1967", "15/8/1967");
    }

    @Test
    void oneDateInTenMayBeWrittenOtherwise() throws IOException {
        var dates = new ArrayList<>(Collections.nCopies(9, "8/15/1967"));
        dates.add("15/8/1967");
        dates.add("12/11/1978");
        assertThat(birthDates(dates.toArray(String[]::new))).endsWith("15/8/1967", "1978-12-11");
    }

    private List<String> birthDates(String... texts) throws IOException {
        Path file = directory.resolve("dates.csv");
        Files.writeString(file, "source,recordId,birthDate\n");
        for (int i = 0; i < texts.length; i++) {
            Files.writeString(file, "crm," + i + "," + texts[i] + "\n", StandardOpenOption.APPEND);
        }
        List<String> found = new ArrayList<>();
        try (RecordFile records = RecordFile.open(file, DEFAULTS)) {
            for (SourceLine line = records.next(); line != null; line = records.next()) {
                RawRecord record = ((ParsedRecord.Read) line.parsed()).record();
                found.add((String) record.attributes().get("birthDate"));
            }
        }
        return found;
    }
}
