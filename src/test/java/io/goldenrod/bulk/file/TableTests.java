package io.goldenrod.bulk.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.ingest.parquet.ParquetRows;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableTests {

    private static final List<Column> COLUMNS = List.of(
            Column.text("member"),
            Column.count("records"),
            Column.number("weight"),
            Column.time("at"),
            Column.object("profile"));

    private static final Instant TIME = Instant.parse("2024-02-29T23:59:59.123456Z");

    @TempDir
    private Path directory;

    @Test
    void csvQuotesWhatItMust() throws IOException {
        assertThat(Files.readString(written(TableFormat.CSV))).isEqualTo("""
                        member,records,weight,at,profile
                        record:crm/1,3,1.5,2024-02-29T23:59:59.123456Z,"{""name"":""Zoë, \\""Z\\""\""}"
                        "a,""b\""
                        c",,,,
                        "",0,,,
                        "Ünï 💛 ",,,,
                        """);
    }

    @Test
    void ndjsonLeavesOutWhatIsNot() throws IOException {
        assertThat(Files.readString(written(TableFormat.NDJSON))).isEqualTo("""
                        {"member":"record:crm/1","records":3,"weight":1.5,"at":"2024-02-29T23:59:59.123456Z","profile":{"name":"Zoë, \\"Z\\""}}
                        {"member":"a,\\"b\\"\\nc"}
                        {"member":"","records":0}
                        {"member":"Ünï 💛 "}
                        """);
    }

    @Test
    void parquetReadsBackTheSame() throws IOException {
        try (ParquetRows rows = ParquetRows.open(written(TableFormat.PARQUET))) {
            assertThat(rows.next())
                    .isEqualTo(Map.of(
                            "member",
                            "record:crm/1",
                            "records",
                            3L,
                            "weight",
                            1.5,
                            "at",
                            TIME.toString(),
                            "profile",
                            "{\"name\":\"Zoë, \\\"Z\\\"\"}"));
            assertThat(rows.next()).isEqualTo(Map.of("member", "a,\"b\"\nc"));
            assertThat(rows.next()).isEqualTo(Map.of("member", "", "records", 0L));
            assertThat(rows.next()).isEqualTo(Map.of("member", "Ünï 💛 "));
            assertThat(rows.next()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void manyRowsAreAllThere(TableFormat format) throws IOException {
        Path file = directory.resolve("many" + format.ending());
        String long1 = "é".repeat(70_000);
        try (Table table = format.open(file, List.of(Column.text("member"), Column.count("n")))) {
            for (long i = 0; i < 50_000; i++) {
                table.row(i % 10_000 == 0 ? long1 : "record:crm/" + i, i);
            }
        }
        if (format == TableFormat.PARQUET) {
            try (ParquetRows rows = ParquetRows.open(file)) {
                for (long i = 0; i < 50_000; i++) {
                    assertThat(rows.next().get("n")).isEqualTo(i);
                }
                assertThat(rows.next()).isNull();
            }
            return;
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(format == TableFormat.CSV ? 50_001 : 50_000);
        assertThat(lines.get(lines.size() - 1)).contains("record:crm/49999");
        assertThat(lines.stream().filter(line -> line.contains(long1)).count()).isEqualTo(5);
        assertThatThrownBy(() -> format.open(file, COLUMNS)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private Path written(TableFormat format) throws IOException {
        Path file = directory.resolve("t" + format.ending());
        try (Table table = format.open(file, COLUMNS)) {
            table.row("record:crm/1", 3L, 1.5, TIME, Map.of("name", "Zoë, \"Z\""));
            table.row("a,\"b\"\nc", null, null, null, null);
            table.row("", 0L, null, null, null);
            table.row("Ünï 💛 ", null, null, null, null);
        }
        return file;
    }
}
