package io.goldenrod.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.luben.zstd.Zstd;
import io.goldenrod.cli.CommandLineTool;
import io.goldenrod.ingest.parquet.PageCodecs;
import io.goldenrod.ingest.parquet.ParquetRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The command with the program's own parts, from files to files. */
class ResolveFileTests {

    private static final String CSV = """
            source,recordId,email,phone,fullName
            crm,1,ada@example.net,,Ada King
            web,2,ADA@example.net,+442079460102,
            pos,3,,+44 20 7946 0102,
            crm,4,tom@example.net,,Tom Field
            """;

    private static final List<String> TABLES = List.of("customers", "held-links", "identity-map", "suppressed");

    @TempDir
    private Path directory;

    private Path policy;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @BeforeEach
    void identifiersAlone() throws IOException {
        policy = Files.writeString(directory.resolve("policy.yml"), "extends: default\nname: exact\nmatching:\n");
    }

    @Test
    void recordsBecomeCustomersWhateverTheirFormat() throws IOException {
        Path csv = file("people.csv", CSV);
        assertThat(run(csv, "a", "csv")).isZero();
        List<String> expected = identityMap("a");
        assertThat(expected).hasSize(7).anyMatch(line -> line.startsWith("record:crm/1,C"));
        assertThat(new TreeSet<>(
                        expected.stream().map(line -> line.split(",")[1]).toList()))
                .hasSize(2);
        assertThat(customerOf(expected, "record:pos/3")).isEqualTo(customerOf(expected, "record:crm/1"));
        assertThat(customerOf(expected, "email:ada@example.net")).isEqualTo(customerOf(expected, "record:crm/1"));

        Path gzip = directory.resolve("people.csv.gz");
        Files.write(gzip, gzip(CSV.getBytes(StandardCharsets.UTF_8)));
        Path zstd = directory.resolve("people.csv.zst");
        Files.write(zstd, Zstd.compress(CSV.getBytes(StandardCharsets.UTF_8)));
        Path tabs = file("people.tsv", CSV.replace(',', '\t'));
        Path lines = file("people.ndjson", ndjson());
        Path senzing = file("senzing.json", senzing());
        int number = 0;
        for (Path each : List.of(gzip, zstd, tabs, lines, senzing, parquet())) {
            String folder = "f" + number++;
            assertThat(run(each, folder, "csv")).as(each + " " + error).isZero();
            assertThat(identityMap(folder)).as(each.toString()).isEqualTo(expected);
        }
    }

    @Test
    void aMappingNamesTheColumns() throws IOException {
        Path csv = file("people.csv", CSV.replace("email", "mail"));
        Path mapping = file(
                "mapping.yml",
                "source: {column: source}\nrecordId: recordId\nidentifiers: {email: mail, phone: phone}\n");
        assertThat(run(csv, "a", "csv", "--mapping", mapping.toString())).isZero();
        assertThat(identityMap("a")).hasSize(7);
        assertThat(run(file("x.csv", CSV), "b", "csv", "--mapping", mapping.toString()))
                .isEqualTo(2);
        assertRefused("the mapping names columns that the file does not have: mail", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "parquet"})
    void theTablesAreThereInTheFormatAskedFor(String format) throws IOException {
        assertThat(run(file("people.csv", CSV + "crm,5,eve@example.net,,\n,6,x@example.net,,\n"), "a", format))
                .isEqualTo(4);
        List<String> names =
                new ArrayList<>(TABLES.stream().map(each -> each + "." + format).toList());
        names.add("report.json");
        assertThat(names(directory.resolve("a"))).containsExactlyInAnyOrderElementsOf(names);
        Map<?, ?> report =
                JsonMapper.builder().build().readValue(Files.readString(directory.resolve("a/report.json")), Map.class);
        assertThat(report.get("lines")).isEqualTo(6);
        assertThat(report.get("refused")).isEqualTo(1);
        assertThat(report.get("customers")).isEqualTo(3);
        assertThat(out.toString()).contains("customers").contains("people.csv:7  source");
        if (format.equals("parquet")) {
            try (ParquetRows rows = ParquetRows.open(directory.resolve("a/identity-map.parquet"))) {
                assertThat(rows.columns()).containsExactly("member", "customerId");
                assertThat(rows.next()).containsEntry("member", "record:crm/1");
                assertThat(rows.count()).isEqualTo(9);
            }
        } else {
            assertThat(Files.readAllLines(directory.resolve("a/identity-map." + format)))
                    .hasSize(format.equals("csv") ? 10 : 9);
        }
    }

    @Test
    void filesThatDoNotGoTogetherAreToldBeforeTheWork() throws IOException {
        Path csv = file("people.csv", CSV);
        Path lines = file("more.ndjson", ndjson());
        assertThat(run(csv, "a", "csv", csv.getParent() + "/./people.csv")).isEqualTo(2);
        assertRefused("it is the same file as", "a");
        assertThat(run(csv, "a", "csv", lines.toString())).isEqualTo(2);
        assertRefused("more.ndjson: it is NDJSON, and " + csv + " is CSV", "a");
        assertThat(run(
                        csv,
                        "a",
                        "csv",
                        file("x.csv", CSV.replace("email", "mail")).toString()))
                .isEqualTo(2);
        assertRefused("which differ in email, mail", "a");
        assertThat(run(csv, "a", "csv", lines.toString(), "--mixed")).isZero();
        assertThat(identityMap("a")).hasSize(7);
    }

    @Test
    void aFileThatIsNotWholeLeavesNothing() throws IOException {
        assertThat(run(file("cut.ndjson", ndjson() + "{\"source\":\"crm\",\"rec"), "a", "csv"))
                .isEqualTo(2);
        assertRefused("cut.ndjson: it ends in the middle of its last line", "a");
        assertThat(run(file("cut.csv", CSV + "crm,5"), "a", "csv")).isEqualTo(2);
        assertRefused("cut.csv:6: the file ends within this row", "a");
        byte[] whole = gzip(ndjson().repeat(3000).getBytes(StandardCharsets.UTF_8));
        Path gzip = directory.resolve("cut.ndjson.gz");
        Files.write(gzip, Arrays.copyOf(whole, whole.length - 100));
        assertThat(run(gzip, "a", "csv")).isEqualTo(2);
        assertRefused("the compressed data ends or is damaged here", "a");
        Path parquet = parquet();
        byte[] bytes = Files.readAllBytes(parquet);
        Files.write(parquet, Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(run(parquet, "a", "csv")).isEqualTo(2);
        assertRefused("cut off", "a");
        assertThat(run(file("empty.csv", ""), "a", "csv")).isEqualTo(2);
        assertRefused("empty.csv: the file holds no record", "a");
        assertThat(run(file("x.pdf", "%PDF-1.7"), "a", "csv")).isEqualTo(2);
        assertRefused("a PDF document", "a");
        assertThat(run(directory.resolve("none.csv"), "a", "csv")).isEqualTo(2);
        assertRefused("there is no such file", "a");
    }

    @Test
    void aFolderThatIsOfNoUseIsToldBeforeTheWork() throws IOException {
        Path csv = file("people.csv", CSV);
        Files.writeString(Files.createDirectory(directory.resolve("mine")).resolve("mine.txt"), "mine");
        assertThat(run(csv, "mine", "csv")).isEqualTo(2);
        assertThat(lastError()).contains("it is not empty");
        assertThat(names(directory.resolve("mine"))).containsExactly("mine.txt");
        assertThat(run(csv, "no/such", "csv")).isEqualTo(2);
        assertRefused("make it first", "no");
        assertThat(run(csv, "a", "csv", "--temporary", directory.resolve("none").toString()))
                .isEqualTo(2);
        assertRefused("there is no such folder", "a");
        assertThat(run(csv, "a", "csv", "--threads", "0")).isEqualTo(2);
        assertRefused("--threads is from 1 to 1024", "a");
        assertThat(run(csv, "a", "xml")).isEqualTo(2);
        Files.createDirectory(directory.resolve("empty"));
        assertThat(run(csv, "empty", "csv")).isZero();
        assertThat(names(directory.resolve("empty"))).hasSize(5);
    }

    @Test
    void aFolderThatMayNotBeWrittenIsToldBeforeTheWork() throws IOException {
        Path csv = file("people.csv", CSV);
        Path sealed = Files.createDirectory(directory.resolve("sealed"));
        assumeThat(sealed.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(sealed)).as("root may write everywhere").isFalse();
        assertThat(run(csv, "sealed", "csv")).isEqualTo(2);
        assertThat(lastError()).contains("may not be written");
        assertThat(run(csv, "sealed/a", "csv")).isEqualTo(2);
        assertThat(lastError()).contains("may not be written");
    }

    private int run(Path in, String folder, String format, String... more) {
        out.getBuffer().setLength(0);
        error.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of(
                "resolve-file",
                in.toString(),
                "-o",
                directory.resolve(folder).toString(),
                "--format",
                format,
                "--policy",
                policy.toString(),
                "--no-progress"));
        arguments.addAll(List.of(more));
        return new CommandLineTool(new ProgramServices(), new PrintWriter(out), new PrintWriter(error))
                .run(arguments.toArray(String[]::new));
    }

    /** One line that says so, and neither the folder nor anything hidden is there. */
    private void assertRefused(String message, String folder) throws IOException {
        assertThat(lastError()).startsWith("goldenrod: ").contains(message).doesNotContain("\n");
        assertThat(directory.resolve(folder)).doesNotExist();
        assertThat(names(directory)).noneMatch(name -> name.startsWith("."));
    }

    private String lastError() {
        return error.toString().strip();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private List<String> identityMap(String folder) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve(folder).resolve("identity-map.csv"));
        assertThat(lines.get(0)).isEqualTo("member,customerId");
        return lines.subList(1, lines.size());
    }

    private static String customerOf(List<String> lines, String member) {
        return lines.stream()
                .filter(line -> line.startsWith(member + ","))
                .findFirst()
                .orElseThrow()
                .substring(member.length() + 1);
    }

    private static String ndjson() {
        return CSV.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> "{\"source\":\"" + cells[0] + "\",\"recordId\":\"" + cells[1] + "\",\"identifiers\":["
                        + Stream.of("email", "phone")
                                .filter(type -> !cells[type.equals("email") ? 2 : 3].isEmpty())
                                .map(type -> "{\"type\":\"" + type + "\",\"value\":\""
                                        + cells[type.equals("email") ? 2 : 3] + "\"}")
                                .reduce((one, other) -> one + "," + other)
                                .orElse("")
                        + "]}\n")
                .reduce("", String::concat);
    }

    private static String senzing() {
        return CSV.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> "{\"DATA_SOURCE\":\"" + cells[0] + "\",\"RECORD_ID\":\"" + cells[1]
                        + "\",\"EMAIL_ADDRESS\":\"" + cells[2] + "\",\"PHONE_NUMBER\":\"" + cells[3] + "\"}\n")
                .reduce("", String::concat);
    }

    private Path parquet() throws IOException {
        MessageType type = MessageTypeParser.parseMessageType(
                "message people { required binary source (STRING); "
                        + "required binary recordId (STRING); optional binary email (STRING); optional binary phone (STRING); }");
        Path file = directory.resolve("people" + System.nanoTime() + ".parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withType(type)
                .build()) {
            for (String line : CSV.lines().skip(1).toList()) {
                String[] cells = line.split(",", -1);
                Group row = new SimpleGroup(type).append("source", cells[0]).append("recordId", cells[1]);
                if (!cells[2].isEmpty()) {
                    row.append("email", cells[2]);
                }
                if (!cells[3].isEmpty()) {
                    row.append("phone", cells[3]);
                }
                writer.write(row);
            }
        }
        return file;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> held = Files.list(folder)) {
            return held.map(path -> path.getFileName().toString()).toList();
        }
    }
}
